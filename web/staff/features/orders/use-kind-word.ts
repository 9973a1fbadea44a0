import { useTranslation } from 'react-i18next'
import type { OrderKind } from '#contracts/orders'

/** A word of an order's page; an appointment has its own where nothing is ordered, cooked or carried. */
export function useKindWord(kind: OrderKind): (key: string, values?: Record<string, unknown>) => string {
  const { t } = useTranslation(['orders', 'orders-visits'])
  return (key, values = {}) =>
    t(kind === 'visit' ? [`orders-visits:own.${key}`, `orders:${key}`] : `orders:${key}`, values)
}
