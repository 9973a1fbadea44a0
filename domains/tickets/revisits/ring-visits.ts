import type { Locale } from '#contracts/kit'
import type { Role } from '#contracts/people'
import { messageAdded } from '#contracts/tickets'
import { revisitsChanged } from '#contracts/tickets/followup'
import type { RosterPerson } from '#domains/people'
import { sentence } from '#platform/locale'
import type { Desk } from '../handling/desk.ts'
import { addFact, addOutgoing, tell } from '../handling/desk-moves.ts'
import { holders, pickPerson } from '../routing/pick-person.ts'
import { giveTask } from '../tasks/give-task.ts'
import { callBy, nextCaller, withinHours } from './plan-revisits.ts'
import { zoneOf } from './plan-visits.ts'
import { callLoads, type RevisitRow, revisitsOf, type StoredTry, saveRevisit } from './revisit-data.ts'
import { visitWords } from './visit-words.ts'

const DAY_MS = 86_400_000

/** What the revisits of one ticket do when their instant has come: a call is given to somebody, a question is sent, one without an answer ends. */
export async function ringVisits(desk: Desk): Promise<void> {
  for (const visit of await revisitsOf(desk.tx, desk.ticket.id)) {
    if (!visit.next_at || visit.next_at > desk.now) continue
    if (desk.ticket.status !== 'closed') Object.assign(visit, { state: 'cancelled', next_at: null })
    else if (visit.state === 'asked') endUnanswered(desk, visit)
    else if (visit.means === 'written') await ask(desk, visit)
    else await giveCall(desk, visit)
    await saveRevisit(desk.tx, visit)
    tell(desk, revisitsChanged, [visit.owner_id])
  }
}

function endUnanswered(desk: Desk, visit: RevisitRow): void {
  Object.assign(visit, { state: 'done', result: 'no_answer', next_at: null, due_at: null, done_at: desk.now })
  addFact(desk, 'revisit_unanswered')
}

async function ask(desk: Desk, visit: RevisitRow): Promise<void> {
  const { playbook } = desk.playbook
  const words = await visitWords(desk.ctx, desk.tx, playbook, desk.ticket, 'revisit_written')
  const text = words || sentence(desk.ticket.locale as Locale, 'server', 'revisit.ask')
  addOutgoing(desk, text, { automatic: 'revisit_written', revisit: visit.id })
  const ends = new Date(desk.now.getTime() + playbook.revisit.answerDays * DAY_MS)
  Object.assign(visit, { state: 'asked', next_at: ends, due_at: ends })
  tell(desk, messageAdded)
}

/** Whoever of the role is present for the shop with the fewest calls; when all are off for a day or two it waits for them. */
export async function giveCall(
  desk: Desk,
  visit: RevisitRow,
  more: { atOnce?: boolean } = {},
): Promise<void> {
  const { roster, ticket, now } = desk
  const plan = desk.playbook.playbook.revisit
  const role = (visit.role || 'agent') as Role
  const not = ticket.accused_id ? [ticket.accused_id] : []
  const people = holders({ roster, shopId: ticket.shop_id, not }, role)
  if (!more.atOnce && mayWait(desk, visit) && !people.some((p) => p.onDuty)) {
    const back = nextCaller(people, roster.zone, now)
    if (back) {
      const at = withinHours(back, plan.hours, zoneOf(desk))
      Object.assign(visit, { state: 'planned', planned_at: at, next_at: at })
      return
    }
  }
  const owner = before(visit, people) ?? (await leastCalls(desk, role, not))
  const dueAt = callBy(now, plan.hours, zoneOf(desk))
  Object.assign(visit, { state: 'due', owner_id: owner?.id ?? null, next_at: null, due_at: dueAt })
  giveTask(desk, {
    kind: 'revisit',
    title: sentence(owner?.locale ?? 'zh-CN', 'server', 'revisit.task'),
    aboutId: visit.id,
    owner,
    dueAt,
  })
}

const LONGEST_WAIT_MS = 3 * DAY_MS

/** A day that a person chose is kept; one of the playbook's is not put off for ever. */
function mayWait(desk: Desk, visit: RevisitRow): boolean {
  const last = (visit.tries as StoredTry[]).at(-1)
  if (last?.outcome === 'later' || visit.after_days === null || !desk.ticket.closed_at) return false
  const wanted = last?.nextAt
    ? Date.parse(last.nextAt)
    : desk.ticket.closed_at.getTime() + visit.after_days * DAY_MS
  return desk.now.getTime() - wanted < LONGEST_WAIT_MS
}

/** Whoever phoned before phones again, if present. */
function before(visit: RevisitRow, people: RosterPerson[]): RosterPerson | undefined {
  return people.find((p) => p.onDuty && p.id === visit.owner_id)
}

async function leastCalls(desk: Desk, role: Role, not: string[]): Promise<RosterPerson | null> {
  const { roster, ticket } = desk
  const chain = desk.playbook.playbook.responsibility[ticket.rule_index]?.chain ?? []
  const loads = await callLoads(
    desk.tx,
    roster.people.map((p) => p.id),
  )
  return pickPerson({ roster, roles: [role, ...chain], shopId: ticket.shop_id, loads, not })?.person ?? null
}
