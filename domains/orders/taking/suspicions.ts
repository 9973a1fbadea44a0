import type { OrderView } from '#contracts/orders'
import type { OrderData, TraceData } from './order-data.ts'

type Suspicion = OrderView['suspicions'][number]
type Facts = Record<string, unknown>

/** Minutes beyond what was planned from which a step is looked at. */
const NOTABLE_MIN = 3
/** Nobody looks at a dish in less. */
const CHECK_MS = 5_000

/**
 * The steps of a trace that look wrong, each with what was measured (O5): what took longer than its standard, what was sent back or passed
 * unseen, trouble on the way, a promise that moved, a hand-over after the promise. Shape: at most one per line of the trace, in its order.
 */
export function suspicions(
  order: Pick<OrderData, 'kind' | 'first_promised_at' | 'confirmed_at' | 'placed_at'>,
  trace: readonly Pick<TraceData, 'id' | 'kind' | 'at' | 'data'>[],
): Suspicion[] {
  return trace.flatMap((line) => {
    const found = line.kind === 'item_passed' ? hastyCheck(line, trace) : suspicion(order, line)
    return found ? [{ lineId: line.id, ...found }] : []
  })
}

/** What made it go wrong before what came of it. */
const CAUSES = [
  'wrongAddress',
  'sentBack',
  'trouble',
  'slowItem',
  'hastyCheck',
  'notReached',
  'promiseMoved',
  'late',
]

/** The one to look at first: a cause before its effects, the longest delay before shorter ones. */
export function worstOf(found: readonly Suspicion[]): Suspicion | undefined {
  const late = ({ data }: Suspicion) => (typeof data.lateMin === 'number' ? data.lateMin : 0)
  return found.toSorted((a, b) => CAUSES.indexOf(a.code) - CAUSES.indexOf(b.code) || late(b) - late(a))[0]
}

function suspicion(
  order: Pick<OrderData, 'kind' | 'first_promised_at' | 'confirmed_at' | 'placed_at'>,
  line: Pick<TraceData, 'kind' | 'at' | 'data'>,
): Omit<Suspicion, 'lineId'> | null {
  const data = line.data as Facts
  switch (line.kind) {
    case 'item_made': {
      const lateMin = minutes(data.tookS) - minutes(data.standardS)
      return lateMin >= NOTABLE_MIN
        ? { code: 'slowItem', data: { item: data.item, station: data.station, lateMin } }
        : null
    }
    case 'item_back':
      return { code: 'sentBack', data: { item: data.item, reason: data.reason } }
    case 'trouble':
      return { code: 'trouble', data: { kind: data.kind, delayMin: data.delayMin } }
    case 'address':
      return { code: 'wrongAddress', data: {} }
    case 'promised':
      return data.first ? null : { code: 'promiseMoved', data: { byMin: data.byMin } }
    case 'moved': {
      // An appointment is promised for its beginning.
      const kept = order.kind === 'visit' ? 'preparing' : 'delivered'
      if (data.to !== kept || !order.first_promised_at) return null
      const lateMin = Math.round((line.at.getTime() - order.first_promised_at.getTime()) / 60_000)
      return lateMin >= NOTABLE_MIN ? { code: 'late', data: { lateMin } } : null
    }
    case 'contacted':
      return data.result === 'reached' ? null : { code: 'notReached', data: {} }
    default:
      return null
  }
}

/** Passed in the moment it was made: it was tapped, not looked at. */
function hastyCheck(
  line: Pick<TraceData, 'at' | 'data'>,
  trace: readonly Pick<TraceData, 'kind' | 'at' | 'data'>[],
): Omit<Suspicion, 'lineId'> | null {
  const { item } = line.data as Facts
  const made = trace.findLast(
    (other) => other.kind === 'item_made' && other.at <= line.at && (other.data as Facts).item === item,
  )
  const tookMs = made ? line.at.getTime() - made.at.getTime() : CHECK_MS
  return tookMs > 0 && tookMs < CHECK_MS
    ? { code: 'hastyCheck', data: { item, tookS: Math.round(tookMs / 1000) } }
    : null
}

function minutes(seconds: unknown): number {
  return Math.round((typeof seconds === 'number' ? seconds : 0) / 60)
}
