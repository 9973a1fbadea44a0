import { isDeepStrictEqual } from 'node:util'
import { alarmRaised } from '#contracts/tickets'
import { responsible } from '#domains/playbook'
import { raiseAlarm } from '../clocks/raise-alarm.ts'
import { retarget } from '../clocks/ticket-clocks.ts'
import type { Desk } from '../handling/desk.ts'
import type { AlarmRow } from '../handling/desk-data.ts'
import { addFact, notify, record, tell } from '../handling/desk-moves.ts'
import { clocksFromJson } from '../handling/snapshot.ts'
import { giveTo } from '../routing/assign-ticket.ts'
import type { Raised, TriageKept } from '../triage/kept.ts'
import type { Lent, Standing } from './before-merge.ts'
import { calledAbout, deleteAlarm, deleteClocks } from './links-data.ts'
import { clocksGivenBack, type Judged, raisedBy } from './merge-rules.ts'

/** What of the source counts: its judgement, who holds it, and whether somebody has taken its alarm. */
export type Lender = {
  id: string
  number: string
  categories: string[]
  judged: Judged
  assignee_id: string | null
  alarm: Pick<AlarmRow, 'raised_at' | 'level' | 'taken_by' | 'taken_at'> | undefined
  dangers: readonly string[]
}

export const judgedOf = (row: { kind: string; severity: number; impact: number; priority: string }): Judged =>
  ({ kind: row.kind, severity: row.severity, impact: row.impact, priority: row.priority }) as Judged

const standingOf = (row: Parameters<typeof judgedOf>[0] & { rule_index: number }): Standing => ({
  ...judgedOf(row),
  rule_index: row.rule_index,
})

/**
 * No emergency is lost in a merge (T4): the target becomes at least as urgent as the source, with the clocks and the chain of that
 * judgement from its own start; an alarm that nobody has taken goes on ringing there, whoever took it holds the target. Null when
 * the target is urgent enough.
 */
export async function lendUrgency(desk: Desk, source: Lender): Promise<Lent | null> {
  const { ticket } = desk
  const { playbook } = desk.playbook
  const raised = raisedBy(playbook, source.judged, judgedOf(ticket))
  if (!raised) return null
  const was = standingOf(ticket)
  const clocks = structuredClone(desk.clocks)
  Object.assign(ticket, raised)
  ticket.rule_index = ruleFor(desk, source)
  desk.clocks = retarget(desk.clocks, desk.rules(), ticket.cycle, ticket.opened_at, desk.pauses)
  addFact(desk, 'urgency_lent', { number: source.number, before: was, after: raised })
  record(desk, 'tickets.lendUrgency', { from: source.number, before: was, after: raised })
  const alarm = !desk.alarm && raised.priority === 'P1'
  return { was, became: standingOf(ticket), clocks, alarm, assignee: alarm ? await ring(desk, source) : null }
}

/** The alarm goes along: ringing until somebody takes it, or with the one who has taken it. */
async function ring(desk: Desk, source: Lender): Promise<Lent['assignee']> {
  const { ticket } = desk
  const taken = source.alarm?.taken_by ? source.alarm : undefined
  if (!taken) {
    raiseAlarm(desk, source.dangers)
    // Whoever was called by the words of danger that the target does not have.
    const told = desk.notices.filter((n) => n.kind === 'alarm').map((n) => n.staff_id)
    const others = (await calledAbout(desk.tx, source.id)).filter((id) => !told.includes(id))
    notify(desk, others, 'alarm')
    tell(desk, alarmRaised, others)
    return null
  }
  const { brand_id, id: ticket_id } = ticket
  desk.alarm = { ...taken, brand_id, ticket_id, next_at: null }
  desk.alarmChanged = true
  const before = ticket.assignee_id
  notify(desk, [before], 'alarm')
  const holder = desk.roster.people.find((p) => p.id === source.assignee_id)
  if (!holder || holder.id === before || holder.id === ticket.accused_id) return null
  giveTo(desk, holder, { taken: true })
  return { was: before, became: holder.id }
}

/** The rule for what both are about, the more urgent one first. */
function ruleFor({ ticket, playbook: { playbook }, roster }: Desk, source: Lender): number {
  const who = responsible(playbook, {
    kind: ticket.kind as 'complaint',
    categories: [...source.categories, ...ticket.categories],
    priority: ticket.priority as 'P1',
    channel: ticket.channel_kind as 'qr',
    shopCode: roster.shops.find((s) => s.id === ticket.shop_id)?.code ?? null,
  })
  return playbook.responsibility.indexOf(who.rule)
}

/** Takes back what was lent; what a person has decided meanwhile stays. Returns whoever took the lent alarm. */
export async function takeUrgencyBack(
  desk: Desk,
  lent: Lent,
  number: string,
): Promise<Pick<AlarmRow, 'taken_by' | 'taken_at'> | null> {
  const { ticket, tx } = desk
  const taken =
    lent.alarm && desk.alarm?.taken_by
      ? { taken_by: desk.alarm.taken_by, taken_at: desk.alarm.taken_at }
      : null
  const raised = raisedFrom(desk, lent)
  if (raised) {
    Object.assign(raised.was, lent.was)
    raised.clocks = lent.clocks
    return taken
  }
  if (!isDeepStrictEqual(standingOf(ticket), lent.became)) return taken
  Object.assign(ticket, lent.was)
  const back = clocksGivenBack(
    desk.clocks,
    clocksFromJson(lent.clocks),
    desk.rules(),
    ticket.cycle,
    desk.pauses,
  )
  desk.clocks = back.clocks
  await deleteClocks(tx, ticket.id, back.gone)
  if (lent.alarm && desk.alarm) {
    await deleteAlarm(tx, ticket.id)
    desk.alarm = undefined
    desk.alarmChanged = false
  }
  addFact(desk, 'urgency_taken_back', { number, after: judgedOf(ticket) })
  record(desk, 'tickets.takeUrgencyBack', { from: number, after: judgedOf(ticket) })
  const holder = desk.roster.people.find((p) => p.id === lent.assignee?.was && p.id !== ticket.accused_id)
  if (holder && ticket.assignee_id === lent.assignee?.became) giveTo(desk, holder)
  return taken
}

/** The first words that made the target graver on top of what was lent: they stay after the split, with their alarm. */
function raisedFrom({ ticket }: Desk, { became }: Lent): Raised | undefined {
  let first: Raised | undefined
  for (let one = (ticket.triage as unknown as TriageKept).raised; one; one = one.triage.raised)
    if (isDeepStrictEqual(standingOf(one.was), became)) first = one
  return first
}
