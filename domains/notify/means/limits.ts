import type { Tx } from '#platform/db/database'
import { findSender } from './sender-data.ts'

/** What one person may get in 24 hours of what costs money. */
export type Limits = { mostADay: number }
export const DEFAULT_LIMITS: Limits = { mostADay: 10 }

/** Of what a day allows in texts and calls, to a person and to the brand, stop-sales use at most this part: the rest is kept for P1s, early warnings and calls to a room. */
export const STOP_SALE_SHARE = 0.5

export async function limitsOf(tx: Tx, kind: 'sms' | 'call'): Promise<Limits> {
  const row = await findSender(tx, kind)
  return { ...DEFAULT_LIMITS, ...((row?.settings ?? {}) as Partial<Limits>) }
}
