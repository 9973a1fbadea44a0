import { DateTime } from 'luxon'
import type { Scope } from '#platform/permissions'

/*
 * Words of the index that nobody writes: they begin with @ and narrow a question before a row is read. What they let through is
 * checked again on the ticket itself, so they may say too much, never too little.
 */

/** A ticket that somebody still has to do something about. */
export const OPEN = '@o'
/** Beyond so many shops the ticket's own column is quicker. */
const MOST_SHOPS = 40

export const brandWord = (brandId: string): string => `@b${brandId.slice(-8)}`
export const shopWord = (shopId: string): string => `@s${shopId.slice(-12)}`
/** Whoever has had it or takes part in it. */
export const holderWord = (staffId: string): string => `@h${staffId.slice(-12)}`

const weekWord = (brandId: string, at: DateTime): string => `@w${brandId.slice(-8)}${at.toFormat('kkkkWW')}`
const monthWord = (brandId: string, at: DateTime): string => `@m${brandId.slice(-8)}${at.toFormat('yyyyMM')}`

/** What never changes of a ticket: brand, week, month, shop. */
export function placeWords(brandId: string, openedAt: Date, shopId: string | null): string[] {
  const at = DateTime.fromJSDate(openedAt, { zone: 'utc' })
  const words = [brandWord(brandId), weekWord(brandId, at), monthWord(brandId, at)]
  return shopId ? [...words, shopWord(shopId)] : words
}

/** The reach as alternatives; null when it narrows nothing. */
export function scopeWords(scope: Scope): string[] | null {
  if (scope.shops === 'all' || scope.shops.length > MOST_SHOPS) return null
  const shops = scope.shops.map(shopWord)
  return scope.staffId ? [...shops, holderWord(scope.staffId)] : shops
}

export type TimeWindow = { words: string[]; from: Date | null }

/** Months back from the instant at which each stretch begins; a brand's words are mostly found in the first two. */
const STRETCHES = [3, 12, 36]

/**
 * Stretches of time, newest first: two weeks, three months, a year, three years, all the rest.
 * Shape: a frequent word has enough rows in the first and never touches the others; a rare one goes through all five in no time.
 */
export function windowsBack(brandId: string, newest: Date): TimeWindow[] {
  const at = DateTime.fromJSDate(newest, { zone: 'utc' })
  const week = at.minus({ weeks: 1 }).startOf('week')
  const windows: TimeWindow[] = [
    { words: [weekWord(brandId, week), weekWord(brandId, at)], from: week.toJSDate() },
  ]
  let newestMonth = week.startOf('month')
  for (const months of STRETCHES) {
    const oldest = at.startOf('month').minus({ months })
    const words: string[] = []
    for (let m = newestMonth; m >= oldest; m = m.minus({ months: 1 })) words.push(monthWord(brandId, m))
    windows.push({ words, from: oldest.toJSDate() })
    newestMonth = oldest.minus({ months: 1 })
  }
  return [...windows, { words: [brandWord(brandId)], from: null }]
}
