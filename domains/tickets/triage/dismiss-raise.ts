import { alarmRaised, ENDED, type TicketStatus, ticketTriaged } from '#contracts/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { loadAlarm } from '../handling/desk-data.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { clocksFromJson } from '../handling/snapshot.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { deleteClocks, mergesInto, saveBefore } from '../links/links-data.ts'
import { clocksGivenBack } from '../links/merge-rules.ts'
import { lendOfOthers } from '../links/split-ticket.ts'
import { giveTo } from '../routing/assign-ticket.ts'
import { learn, noteKind } from './correct-triage.ts'
import type { Raised, TriageKept } from './kept.ts'

/**
 * 不是险情: a person has read what the system took for graver, and the ticket is again what it was judged to be before. The alarm stops, and the same danger calls
 * nobody again in this handling, however often it is said; another one does.
 * Errors: tickets.notRaised.
 */
export function dismissRaise(ctx: Ctx, id: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.triage', async (desk) => {
    refuseOwnCase(desk)
    const { ticket } = desk
    if (ENDED.includes(ticket.status as TicketStatus)) throw ticketErrors.notRaised()
    const { raised } = ticket.triage as unknown as TriageKept
    if (!raised) throw ticketErrors.notRaised()
    const before = judgedOf(ticket as unknown as Raised['was'])
    const after = judgedOf(raised.was)
    // What somebody has said of the first words is worth more than what the system misheard in these.
    if (raised.triage.by !== 'person') await learn(desk, before, after)
    Object.assign(ticket, raised.was, { triage: raised.triage })
    const clocks = clocksGivenBack(
      desk.clocks,
      clocksFromJson(raised.clocks),
      desk.rules(),
      ticket.cycle,
      desk.pauses,
    )
    desk.clocks = clocks.clocks
    await deleteClocks(desk.tx, id, clocks.gone)
    giveBack(desk, raised)
    addFact(desk, before.kind === 'emergency' ? 'danger_dismissed' : 'raise_dismissed', { before, after })
    const ringing = raised.ringing && ticket.priority === 'P1'
    await lendOfOthers(desk, { anew: true })
    if (!ringing && !(await ringsForSource(desk, raised))) silence(desk)
    if (before.kind !== after.kind) await noteKind(desk)
    tell(desk, ticketTriaged)
    record(desk, 'tickets.dismissRaise', { before, after })
    touch(desk)
  })
}

const judgedOf = ({ kind, categories, severity, impact, priority }: Raised['was']) => ({
  ...{ kind, categories, severity, impact, priority },
})

/** Back to whoever had it, unless a person has given it to somebody else since. */
function giveBack(desk: Desk, { team, holder, given }: Raised): void {
  const { ticket, alarm, roster } = desk
  const before = roster.people.find((p) => p.id === holder && p.id !== ticket.accused_id)
  const ours = ticket.assignee_id === given || ticket.assignee_id === alarm?.taken_by
  if (!ours || !before || ticket.assignee_id === holder) return
  ticket.team = team
  giveTo(desk, before)
}

/** A ticket merged in since, whose alarm nobody has taken: it rings on for that one, and is lent by it until the split. */
async function ringsForSource({ tx, ticket }: Desk, { at }: Raised): Promise<boolean> {
  if (ticket.priority !== 'P1') return false
  for (const merge of await mergesInto(tx, ticket.id)) {
    const alarm = await loadAlarm(tx, merge.source_id)
    if (merge.merged_at < new Date(at) || !alarm || alarm.taken_at) continue
    const { lent } = merge.before
    if (lent && lent.was.priority !== 'P1')
      await saveBefore(tx, merge.id, { ...merge.before, lent: { ...lent, alarm: true } })
    return true
  }
  return false
}

/** Whoever dismisses it has taken it; the ticket stays with whoever has it. */
function silence(desk: Desk): void {
  if (!desk.alarm || desk.alarm.taken_at) return
  Object.assign(desk.alarm, { taken_by: staffOf(desk.ctx).staffId, taken_at: desk.now, next_at: null })
  desk.alarmChanged = true
  tell(desk, alarmRaised)
}
