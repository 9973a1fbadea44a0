import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { WarnIcon } from '../../ui/icons.tsx'
import { useMoney } from '../../ui/use-money.ts'
import styles from './order.module.css'
import { RefundOrder } from './RefundOrder.tsx'

/** Money that still has to go back, said until it has: of a cancelled order, or of one that costs less than was paid. */
export function RefundDue({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders-desk')
  const money = useMoney(order.currency)
  const [open, setOpen] = useState(false)
  const { dueMinor, mayMinor } = order.refund
  if (!dueMinor) return null
  const within = order.can.includes('refund') && mayMinor >= dueMinor
  const ticket = order.tickets.at(-1)
  const why = order.status === 'cancelled' ? 'due.cancelled' : 'due.cheaper'
  return (
    <div className={styles.due} role="alert">
      <WarnIcon />
      <p>
        <b>{t(why, { amount: money(dueMinor) })}</b>
        {within ? null : (
          <span>
            {t(mayMinor ? 'due.beyond' : 'due.notYours', { may: money(mayMinor) })}{' '}
            {ticket ? (
              <Link to="/tickets/$id" params={{ id: ticket.id }} search={{ tab: 'plan' }}>
                {t('due.onTicket', { number: ticket.number })}
              </Link>
            ) : (
              <Link to="/counter" search={{ order: order.number, shopId: order.shopId }}>
                {t('due.newTicket', { number: order.number })}
              </Link>
            )}
          </span>
        )}
      </p>
      {within ? (
        <Button type="primary" danger onClick={() => setOpen(true)}>
          {t('due.refund', { amount: money(dueMinor) })}
        </Button>
      ) : null}
      {open ? <RefundOrder order={order} close={() => setOpen(false)} /> : null}
    </div>
  )
}
