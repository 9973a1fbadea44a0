import type { Tx } from '#platform/db/database'
import { findSender } from './sender-data.ts'

/** What one person may get in 24 hours of what costs money. */
export type Limits = { mostADay: number }
export const DEFAULT_LIMITS: Limits = { mostADay: 10 }

export async function limitsOf(tx: Tx, kind: 'sms' | 'call'): Promise<Limits> {
  const row = await findSender(tx, kind)
  return { ...DEFAULT_LIMITS, ...((row?.settings ?? {}) as Partial<Limits>) }
}
