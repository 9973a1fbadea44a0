import type { Role } from '#contracts/people'
import { clockBreached, clockWarned, ticketEscalated } from '#contracts/tickets'
import { actions } from '../actions.ts'
import type { Desk } from '../handling/desk.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { giveTo, moveTeam } from '../routing/assign-ticket.ts'
import { holders } from '../routing/pick-person.ts'
import type { ClockRow } from './ticket-clocks.ts'

/** What a clock does when its instant has come: warn, breach, escalate again (H2). Nobody has to be looking. */
export function ringClock(desk: Desk, clock: ClockRow): ClockRow {
  if (!clock.next_at || clock.next_at > desk.now) return clock
  if (clock.state === 'breached') return escalateAgain(desk, clock)
  if (clock.state !== 'active' || !clock.due_at) return { ...clock, next_at: null }
  if (clock.due_at > desk.now) {
    addFact(desk, 'clock_warned', { metric: clock.metric, dueAt: clock.due_at.toISOString() })
    notify(desk, [desk.ticket.assignee_id], 'warned')
    tell(desk, clockWarned)
    return { ...clock, warned_at: desk.now, next_at: clock.due_at }
  }
  addFact(desk, 'clock_breached', { metric: clock.metric, dueAt: clock.due_at.toISOString() })
  notify(desk, [desk.ticket.assignee_id], 'breached')
  tell(desk, clockBreached)
  record(desk, 'tickets.breach', { metric: clock.metric })
  // What was said about an earlier clock does not explain this one.
  desk.ticket.late_reason = ''
  return escalateAgain(desk, {
    ...clock,
    state: 'breached',
    breached_at: clock.due_at,
    warned_at: clock.warned_at ?? desk.now,
  })
}

/** An executive is told and sees to it; who may not answer a customer is never left with a ticket. */
const handles = (role: Role): boolean => actions['tickets.reply']?.roles[role] !== undefined

/**
 * One step up the chain. Before anybody has answered, the next person gets the ticket; afterwards its owner keeps it and the
 * next person is told to see to it. Repeats until it is met or the chain ends.
 */
function escalateAgain(desk: Desk, clock: ClockRow): ClockRow {
  const { playbook } = desk.playbook
  const chain = playbook.responsibility[desk.ticket.rule_index]?.chain ?? []
  const role = chain[clock.level]
  const level = clock.level + 1
  const next_at =
    level < chain.length ? new Date(desk.now.getTime() + playbook.sla.escalateEveryMin * 60_000) : null
  if (!role) return { ...clock, next_at: null }
  const all = holders(
    {
      roster: desk.roster,
      shopId: desk.ticket.shop_id,
      not: [desk.ticket.assignee_id, desk.ticket.accused_id].filter((id) => id !== null),
    },
    role,
  )
  const person = all.find((p) => p.onDuty) ?? all[0]
  desk.ticket.escalation = Math.max(desk.ticket.escalation, level)
  if (person) {
    addFact(desk, 'escalated', { metric: clock.metric, role, to: person.name, toId: person.id })
    record(desk, 'tickets.escalate', { metric: clock.metric, role, to: person.id })
    notify(desk, [person.id], 'escalated')
    tell(desk, ticketEscalated, [person.id])
    if ((clock.metric === 'respond' || clock.metric === 'acknowledge') && handles(role)) {
      moveTeam(desk, role)
      giveTo(desk, person, { escalated: true })
    } else desk.ticket.escalated_to = person.id
  }
  touch(desk)
  return { ...clock, level, next_at }
}
