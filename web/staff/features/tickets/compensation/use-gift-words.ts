import { useTranslation } from 'react-i18next'
import type { CompensationKind } from '#contracts/playbook'
import { formatMoney } from './money.ts'

type Gift = { kind: CompensationKind; amountMinor: number; points: number; item?: string }

/** ¥8 优惠券 · 500 积分（¥5）· 同款饮品一杯（约 ¥18）: what it is and what it is worth, in one short line. */
export function useGiftWords(currency: string): (gift: Gift) => string {
  const { t, i18n } = useTranslation('compensation')
  return ({ kind, amountMinor, points, item }) =>
    t(`gift.${kind}`, {
      amount: formatMoney(amountMinor, currency, i18n.language),
      count: points,
      points: new Intl.NumberFormat(i18n.language).format(points),
      item: item || t(`kind.${kind}`),
    })
}
