import type { Locale } from '#contracts/kit'
import type { Role } from '#contracts/people'
import { ENDED, messageAdded, type TicketStatus, ticketChanged, ticketTriaged } from '#contracts/tickets'
import type { RuleAction, RuleDeed } from '#contracts/tickets/rules'
import type { RosterPerson } from '#domains/people'
import { priorityOf, say } from '#domains/playbook'
import { raiseAlarm } from '../clocks/raise-alarm.ts'
import { retarget } from '../clocks/ticket-clocks.ts'
import { setAsideAt } from '../handling/close.ts'
import type { Desk } from '../handling/desk.ts'
import {
  addEntry,
  addFact,
  addOutgoing,
  notify,
  numberOf,
  record,
  tell,
  touch,
} from '../handling/desk-moves.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import { mayMove } from '../lifecycle.ts'
import { canHandle, giveTo, pickFor } from '../routing/assign-ticket.ts'
import { holders } from '../routing/pick-person.ts'
import { giveTask } from '../tasks/give-task.ts'

const MOST_TAGS = 10
type Of<K extends RuleAction['do']> = Extract<RuleAction, { do: K }>

/** Does what a rule says on one ticket; what cannot be done is told and the rest goes on. */
export async function act(desk: Desk, actions: readonly RuleAction[]): Promise<RuleDeed[]> {
  const deeds: RuleDeed[] = []
  for (const action of actions) deeds.push(await actOne(desk, action))
  return deeds
}

async function actOne(desk: Desk, action: RuleAction): Promise<RuleDeed> {
  switch (action.do) {
    case 'tag':
    case 'untag':
      return tag(desk, action)
    case 'assignTo':
      return assignTo(desk, action)
    case 'assignRole':
      return assignRole(desk, action)
    case 'severity':
      return raise(desk, action)
    case 'notifyStaff':
      return tellPeople(
        desk,
        action.do,
        desk.roster.people.filter((p) => action.staffIds.includes(p.id)),
      )
    case 'notifyRole':
      return tellPeople(desk, action.do, presentHolders(desk, action.role))
    case 'note':
      addEntry(desk, { kind: 'note', text: action.text, data: { rule: true } })
      tell(desk, messageAdded)
      return { do: 'note', text: action.text }
    case 'task':
      return task(desk, action)
    case 'reply':
      return reply(desk, action)
    case 'setAside':
      if (!mayMove(desk.ticket.status as TicketStatus, 'set_aside'))
        return { do: action.do, problem: 'notAllowed' }
      setAsideAt(desk, { reason: action.reason })
      return { do: action.do, text: action.reason }
  }
}

function tag(desk: Desk, action: Of<'tag'> | Of<'untag'>): RuleDeed {
  const { tags } = desk.ticket
  const text = action.tags.join('、')
  const next =
    action.do === 'tag'
      ? [...new Set([...tags, ...action.tags])].slice(0, MOST_TAGS)
      : tags.filter((one) => !action.tags.includes(one))
  if (next.length === tags.length) return { do: action.do, text, problem: 'already' }
  desk.ticket.tags = next
  addFact(desk, 'tagged', {
    added: next.filter((one) => !tags.includes(one)),
    removed: tags.filter((one) => !next.includes(one)),
  })
  record(desk, 'tickets.tag', { tags: next })
  tell(desk, ticketChanged)
  return { do: action.do, text }
}

function assignTo(desk: Desk, { staffId }: Of<'assignTo'>): RuleDeed {
  const person = desk.roster.people.find((p) => p.id === staffId)
  if (!isAlive(desk)) return { do: 'assignTo', problem: 'notAllowed' }
  if (!person || !canHandle(person, desk.ticket.shop_id) || person.id === desk.ticket.accused_id)
    return { do: 'assignTo', problem: 'nobody' }
  if (!person.onDuty) return { do: 'assignTo', to: person.name, problem: 'absent' }
  if (desk.ticket.assignee_id === person.id) return { do: 'assignTo', to: person.name, problem: 'already' }
  giveTo(desk, person, { rule: true })
  return { do: 'assignTo', to: person.name }
}

async function assignRole(desk: Desk, { role }: Of<'assignRole'>): Promise<RuleDeed> {
  if (!isAlive(desk)) return { do: 'assignRole', problem: 'notAllowed' }
  const holdsIt = presentHolders(desk, role).some((p) => p.id === desk.ticket.assignee_id)
  if (holdsIt) return { do: 'assignRole', problem: 'already' }
  const picked = await pickFor(desk, [role], desk.ticket.accused_id ? [desk.ticket.accused_id] : [])
  if (!picked?.onDuty || picked.role !== role) return { do: 'assignRole', problem: 'absent' }
  giveTo(desk, picked.person, { rule: true })
  return { do: 'assignRole', to: picked.person.name }
}

/** Priority, clocks and alarm follow, as after a person's correction. */
function raise(desk: Desk, { atLeast }: Of<'severity'>): RuleDeed {
  const { ticket } = desk
  if (!isAlive(desk)) return { do: 'severity', problem: 'notAllowed' }
  if (ticket.severity >= atLeast) return { do: 'severity', problem: 'already' }
  const before = { severity: ticket.severity, priority: ticket.priority }
  ticket.severity = atLeast
  ticket.priority = priorityOf(desk.playbook.playbook, atLeast, Math.max(1, ticket.impact))
  desk.clocks = retarget(desk.clocks, desk.rules(), ticket.cycle, ticket.opened_at, desk.pauses)
  const after = { severity: atLeast, priority: ticket.priority }
  addFact(desk, 'triaged', { before, after })
  record(desk, 'tickets.triage', { before, after })
  tell(desk, ticketTriaged)
  if (ticket.priority === 'P1') raiseAlarm(desk)
  return { do: 'severity', to: ticket.priority }
}

function tellPeople(desk: Desk, name: string, people: readonly RosterPerson[]): RuleDeed {
  if (!people.length) return { do: name, problem: 'nobody' }
  notify(
    desk,
    people.map((p) => p.id),
    'rule',
  )
  tell(
    desk,
    ticketChanged,
    people.map((p) => p.id),
  )
  return { do: name, to: people.map((p) => p.name).join('、') }
}

function task(desk: Desk, { title, role, dueInMin }: Of<'task'>): RuleDeed {
  const owner =
    presentHolders(desk, role)[0] ?? holders({ roster: desk.roster, shopId: desk.ticket.shop_id }, role)[0]
  if (!owner) return { do: 'task', text: title, problem: 'nobody' }
  giveTask(desk, { kind: 'step', title, owner, dueAt: new Date(desk.now.getTime() + dueInMin * 60_000) })
  return { do: 'task', to: owner.name, text: title }
}

function reply(desk: Desk, action: Of<'reply'>): RuleDeed {
  const { playbook } = desk.playbook
  const template = playbook.templates.find((t) => t.key === action.template)
  if (!template) return { do: 'reply', problem: 'noTemplate' }
  if (!isAlive(desk)) return { do: 'reply', problem: 'notAllowed' }
  const locale = desk.ticket.locale as Locale
  const team = playbook.teams.find((t) => t.key === desk.ticket.team)
  const text = fillTemplate(say(template.text, locale), {
    customer: desk.ticket.customer_name,
    number: numberOf(desk.ticket),
    shop: desk.roster.shops.find((s) => s.id === desk.ticket.shop_id)?.name ?? '',
    team: team ? say(team.publicName, locale) : '',
    order: (desk.ticket.fields as { orderNumber?: string }).orderNumber ?? '',
    link: `${desk.ctx.origin}/t/${desk.ctx.keys.tokenFor('progress', desk.ticket.id)}`,
  })
  addOutgoing(desk, text, { automatic: 'rule' })
  tell(desk, messageAdded)
  touch(desk)
  return { do: 'reply', text: say(template.name, 'zh-CN') }
}

function isAlive(desk: Desk): boolean {
  return !ENDED.includes(desk.ticket.status as TicketStatus)
}

function presentHolders(desk: Desk, role: Role): RosterPerson[] {
  return holders({ roster: desk.roster, shopId: desk.ticket.shop_id }, role).filter(
    (p) => p.onDuty && p.id !== desk.ticket.accused_id,
  )
}
