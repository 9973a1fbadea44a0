import type { DaySort } from '#domains/channels'
import type { Tx } from '#platform/db/database'
import { CALLS, STOP_SALES } from '../hear/notice-groups.ts'
import { findSender } from './sender-data.ts'

/** What one person may get in 24 hours of what costs money. */
export type Limits = { mostADay: number }
export const DEFAULT_LIMITS: Limits = { mostADay: 10 }

export async function limitsOf(tx: Tx, kind: 'sms' | 'call'): Promise<Limits> {
  const row = await findSender(tx, kind)
  return { ...DEFAULT_LIMITS, ...((row?.settings ?? {}) as Partial<Limits>) }
}

const DANGERS: readonly string[] = ['alarm', 'early_emergency']

/** Whose part of a day's texts and calls a notice uses. */
export function sortOf(kind: string): DaySort {
  if (DANGERS.includes(kind)) return 'danger'
  if (STOP_SALES.includes(kind)) return 'stopSale'
  return CALLS.includes(kind) ? 'room' : 'chosen'
}
