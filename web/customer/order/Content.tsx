import type { JSX } from 'preact'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { fill } from '../words.ts'
import { useOrderWords } from './words.ts'

/** What was ordered, what it costs, and whom it goes to, masked. */
export function Content({ order }: { order: TrackedOrder }): JSX.Element {
  const w = useOrderWords()
  const { locale } = useReader()
  const money = (minor: number) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency: order.currency }).format(minor / 100)
  const who = [order.name, order.contact, order.address].filter(Boolean).join(' · ')
  return (
    <section class="card content">
      <h2>{order.kind === 'visit' ? w.visit.content : w.content}</h2>
      <ul>
        {order.items.map((item) => (
          <li key={item.id}>
            <span>
              {item.name}
              {item.options && <small>{item.options}</small>}
            </span>
            <b>×{item.quantity}</b>
          </li>
        ))}
      </ul>
      <p class="sum">
        <span>{order.paid ? w.paid : w.toPay}</span>
        <b>{money(order.totalMinor)}</b>
      </p>
      {order.refundedMinor > 0 && (
        <p class="quiet">{fill(w.refunded, { amount: money(order.refundedMinor) })}</p>
      )}
      {order.cancelled && order.paid && order.refundedMinor < order.totalMinor && (
        <p class="quiet">{w.refundComes}</p>
      )}
      {who && <p class="quiet">{who}</p>}
    </section>
  )
}
