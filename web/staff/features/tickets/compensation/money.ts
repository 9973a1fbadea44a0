import type { CompensationKind } from '#contracts/playbook'

/** ¥35, ¥35.50: without the cents where there are none. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amountMinor / 100)
}

export const KINDS: readonly CompensationKind[] = ['refund', 'coupon', 'points', 'replacement', 'gift']

/** What is replaced or given must be named. */
export function needsItem(kind: CompensationKind): boolean {
  return kind === 'replacement' || kind === 'gift'
}
