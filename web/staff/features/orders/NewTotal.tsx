import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#contracts/orders'
import { useMoney } from '../../ui/use-money.ts'
import type { Changed } from './changes.ts'
import styles from './new.module.css'
import { type Menu, openIn, totalOf } from './order-lines.ts'

type Props = { order: OrderView; now: Changed; menu: Menu; repriced: boolean; children: ReactNode }

/** What the order costs after the change beside what it costs now, and what the change brings with it. */
export function NewTotal({ order, now, menu, repriced, children }: Props) {
  const { t } = useTranslation(['orders-desk', 'orders', 'common'])
  const money = useMoney(order.currency)
  const feeMinor = now.kind === 'delivery' ? now.feeMinor : 0
  // Dishes that stay as they are stay at the price that was agreed.
  const total = repriced
    ? totalOf(now.lines, menu, { feeMinor, discountMinor: now.discountMinor })
    : Math.max(0, order.itemsMinor + feeMinor - now.discountMinor)
  const more = total - order.totalMinor
  const open = openIn(now.lines, menu)
  return (
    <div className={styles.change}>
      <p role="status">
        {t('orders:form.total')} {more ? <del>{money(order.totalMinor)}</del> : null} <b>{money(total)}</b>
        {more ? (
          <span data-more={more > 0}>
            {t(more > 0 ? 'change.more' : 'change.less', { amount: money(Math.abs(more)) })}
          </span>
        ) : null}
      </p>
      {order.paid && more ? (
        <small>{t(more > 0 ? 'change.collect' : 'change.giveBack', { amount: money(Math.abs(more)) })}</small>
      ) : null}
      {open.length ? (
        <small data-tone="amber">
          {t('orders:list.missing', {
            what: open.map((gap) => t(`orders:gap.${gap}`)).join(t('common:list.and')),
          })}
        </small>
      ) : null}
      {order.status === 'confirmed' ? <small>{t('change.promisedAnew')}</small> : null}
      <div>{children}</div>
    </div>
  )
}
