import type { Kind, Playbook, Priority } from '#contracts/playbook'
import type { TicketStatus } from '#contracts/tickets'
import type { MergeVerdict } from '#contracts/tickets/links'
import { priorityOf } from '#domains/playbook'
import {
  type ClockRow,
  type ClockRules,
  isRunning,
  meet,
  repause,
  retarget,
} from '../clocks/ticket-clocks.ts'
import type { PauseRow } from '../handling/desk-data.ts'
import { mayMove } from '../lifecycle.ts'

/** What of a ticket decides whether it may be merged. `customer` is null unless a phone number or an address tells who it is. */
export type MergeSide = {
  id: string
  status: TicketStatus
  customer: string | null
  /** Others are merged into it. */
  hasMerged: boolean
  kind: Kind
  priority: Priority
}

/**
 * Whether `source` may be merged into `target` (T4).
 * Shape: merges stay flat, so a source into which others are merged is refused; a solution that waits for the customer's answer
 *        or was accepted closes by itself, so nothing more urgent goes into it. `confirm`: somebody has to say that both are of one customer.
 */
export function mergeVerdict(source: MergeSide, target: MergeSide): MergeVerdict {
  if (source.id === target.id) return 'same_ticket'
  if (source.status === 'merged') return 'source_merged'
  if (!mayMove(source.status, 'merged')) return 'source_ended'
  if (source.hasMerged) return 'source_has_merged'
  if (target.status === 'merged') return 'target_merged'
  if (target.status === 'set_aside') return 'target_set_aside'
  if (target.status === 'closed') return 'target_closed'
  if (source.customer && target.customer && source.customer !== target.customer) return 'different_customers'
  const settled = target.status === 'proposed' || target.status === 'resolved'
  if (settled && isMoreUrgent(source, target)) return 'target_settled'
  return source.customer && target.customer ? 'yes' : 'confirm'
}

export type Judged = { kind: Kind; severity: number; impact: number; priority: Priority }
const URGENCY: Priority[] = ['P4', 'P3', 'P2', 'P1']
/** A complaint among praise and an emergency among complaints must not lose its clocks. */
const WEIGHT: Record<Kind, number> = { praise: 0, suggestion: 0, inquiry: 0, complaint: 1, emergency: 2 }

function isMoreUrgent(source: Pick<Judged, 'kind' | 'priority'>, target: Pick<Judged, 'kind' | 'priority'>) {
  return (
    URGENCY.indexOf(source.priority) > URGENCY.indexOf(target.priority) ||
    WEIGHT[source.kind] > WEIGHT[target.kind]
  )
}

/** What the target is judged as once the source stands in it: never less urgent than either. Null when nothing changes. */
export function raisedBy(playbook: Playbook, source: Judged, target: Judged): Judged | null {
  if (!isMoreUrgent(source, target)) return null
  const severity = Math.max(source.severity, target.severity)
  const impact = Math.max(source.impact, target.impact)
  const most = [source.priority, target.priority, priorityOf(playbook, severity, impact)]
    .map((priority) => URGENCY.indexOf(priority))
    .reduce((a, b) => Math.max(a, b))
  return {
    kind: WEIGHT[source.kind] > WEIGHT[target.kind] ? source.kind : target.kind,
    severity,
    impact,
    priority: URGENCY[most]!,
  }
}

/**
 * The target's clocks after a split: those that nothing happened to are as they were; one that was met meanwhile stays met, judged by
 * the due instant it had before; clocks of a later cycle get the targets of the judgement given back; what only the lent urgency
 * had added is `gone`.
 * Shape: `before` are the clocks as they stood when the urgency was lent; `rules` hold the judgement given back.
 */
export function clocksGivenBack(
  now: readonly ClockRow[],
  before: readonly ClockRow[],
  rules: ClockRules,
  cycle: number,
  pauses: readonly PauseRow[],
): { clocks: ClockRow[]; gone: ClockRow[] } {
  const known = new Set(before.map(keyOf))
  const stand = new Map(now.map((clock) => [keyOf(clock), clock]))
  const given = before.map((clock) => {
    const back = giveBack(clock, stand.get(keyOf(clock)))
    return back.cycle === cycle ? repause(back, rules, pauses) : back
  })
  const last = Math.max(0, ...before.map((clock) => clock.cycle))
  const later = now.filter((clock) => clock.cycle > last)
  const gone = now.filter((clock) => clock.cycle <= last && !known.has(keyOf(clock)))
  const began = later.find((clock) => clock.cycle === cycle)?.started_at
  return {
    clocks: [...given, ...(began ? retarget(later, rules, cycle, began, pauses) : later)],
    gone,
  }
}

function giveBack(before: ClockRow, now: ClockRow | undefined): ClockRow {
  if (!isRunning(before) || !now) return before
  if (now.state === 'met' && now.met_at) {
    const broken = before.due_at && before.due_at < now.met_at ? before.due_at : before.breached_at
    return { ...meet(before, now.met_at), breached_at: broken }
  }
  return now.state === 'cancelled' ? { ...before, state: 'cancelled', next_at: null } : before
}

function keyOf(clock: ClockRow): string {
  return `${clock.cycle} ${clock.metric}`
}
