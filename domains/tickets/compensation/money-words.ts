import { DateTime } from 'luxon'
import type { Locale } from '#contracts/kit'
import type { CompensationKind } from '#contracts/playbook'
import { sayMoney, sentence } from '#platform/locale'
import type { CompensationRow } from './compensation-data.ts'

export type Gift = {
  kind: CompensationKind
  amountMinor: number
  points: number
  currency: string
  item: string
}

/** What is given, as a customer reads it: a ¥10 coupon, 300 points, a fresh cup of the same drink. */
export function sayGift({ kind, amountMinor, points, currency, item }: Gift, locale: Locale): string {
  return sentence(locale, 'server', `gift.${kind}`, {
    amount: sayMoney(amountMinor, currency, locale),
    count: points,
    points: new Intl.NumberFormat(locale).format(points),
    item,
  })
}

/** The coupon's code with its last day; empty for everything else. */
export function sayCode(code: string, until: Date, zone: string, locale: Locale): string {
  if (!code) return ''
  const date = DateTime.fromJSDate(until, { zone }).setLocale(locale)
  const day = date.toFormat(locale === 'en' ? 'd LLLL yyyy' : 'yyyy年M月d日')
  return sentence(locale, 'server', 'gift.code', { code, day })
}

export function giftOf(row: CompensationRow): Gift {
  return {
    kind: row.kind as CompensationKind,
    amountMinor: row.amount_minor,
    points: row.points,
    currency: row.currency,
    item: row.item,
  }
}

/** What the timeline and the audit keep of it; `compensation` is its kind. */
export function toldOf(row: CompensationRow): Record<string, string | number> {
  const { kind, ...rest } = giftOf(row)
  return { compensation: kind, ...rest }
}
