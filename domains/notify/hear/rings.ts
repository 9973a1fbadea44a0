import { incidentCalled } from '#contracts/incidents'
import { incidentFacts } from '#domains/incidents'
import type { Tx } from '#platform/db/database'
import type { HeardRow } from './heard-data.ts'
import { groupOf } from './notice-groups.ts'

/** So long the quicker means have before the first call: whoever takes it by then is not rung. */
export const FIRST_CALL_S = 60

/** Whether phones ring for what is said: for alarms alone, for a stop-sale the first time only, and for no drill. Shape: `later` for its first round. */
export async function ringsFor(
  tx: Tx,
  event: HeardRow,
  { kind, data }: { kind: string; data: Record<string, unknown> },
): Promise<{ later: boolean } | null> {
  if (groupOf(kind) !== 'alarm' || kind === 'stop_sale_again') return null
  if (typeof data.incidentId === 'string' && (await incidentFacts(tx, data.incidentId))?.drill) return null
  return { later: levelOf(event, data) === 0 }
}

function levelOf(event: HeardRow, data: Record<string, unknown>): number {
  if (event.name === incidentCalled.name) return incidentCalled.body.parse(event.body).level ?? 0
  return typeof data.level === 'number' ? data.level : 0
}
