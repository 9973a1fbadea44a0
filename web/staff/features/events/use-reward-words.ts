import { useTranslation } from 'react-i18next'
import type { EventView } from '#contracts/loyalty/events'

/** ¥8, ¥8.50. */
export function sayMoney(amountMinor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency || 'CNY',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amountMinor / 100)
}

/** Rewards in words: what one is, and how much of the budget is gone. */
export function useRewardWords() {
  const { t, i18n } = useTranslation('events')
  const money = (minor: number, currency: string) => sayMoney(minor, currency, i18n.language)
  return {
    money,
    one: ({ reward, currency }: EventView): string => {
      if (!reward) return ''
      return reward.kind === 'coupon'
        ? t('coupon', { money: money(reward.amountMinor, currency) })
        : t('points', { count: reward.points })
    },
    spent: ({ reward, spent, currency }: EventView): string => {
      if (!reward) return ''
      return reward.kind === 'coupon'
        ? t('spent', { spent: money(spent, currency), budget: money(reward.budgetMinor, currency) })
        : t('spentPoints', { spent, budget: reward.budgetPoints })
    },
  }
}
