import { useTranslation } from 'react-i18next'
import type { OrderKind, OrderStatus } from '#contracts/orders'

/** Where an order stands in words; a treatment is not cooked, nor a customer delivered. */
export function useStatusWord(): (order: { kind: OrderKind; status: OrderStatus }) => string {
  const { t } = useTranslation(['orders', 'orders-visits'])
  return ({ kind, status }) =>
    t(kind === 'visit' ? `orders-visits:status.${status}` : `orders:status.${status}`)
}
