import type { Locale } from '../words.ts'

/** Minor units as a price tag: ¥8, ¥8.50. */
export function sayMoney(amountMinor: number, currency: string, locale: Locale): string {
  const digits = amountMinor % 100 === 0 ? 0 : 2
  return (amountMinor / 100).toLocaleString(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
