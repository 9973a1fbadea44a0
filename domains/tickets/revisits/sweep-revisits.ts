import type { Services } from '#platform/context'
import { sweep } from '../clocks/sweep-clocks.ts'
import { ringVisits } from './ring-visits.ts'

/** Revisits whose instant has come, over all brands (F2). */
export function sweepRevisits(services: Services): Promise<number> {
  return sweep(services, 'revisits_due', ringVisits)
}
