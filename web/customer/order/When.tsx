import type { JSX } from 'preact'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { sayTime, shortTime } from '../when.ts'
import { fill } from '../words.ts'
import { useOrderWords } from './words.ts'

/** When it will be there by today's reckoning, what was promised, and why it moved. */
export function When({ order }: { order: TrackedOrder }): JSX.Element | null {
  const { w: common, locale } = useReader()
  const w = useOrderWords()
  const { expectedAt, moved, incomplete, cancelled, zone } = order
  const now = new Date()
  if (cancelled)
    return <p class="when">{cancelled.reason && fill(w.cancelled, { reason: cancelled.reason })}</p>
  if (incomplete) return <p class="when">{w.incomplete}</p>
  // The card of the appointment says when it is; once the customer is there, nothing is late.
  if (!expectedAt || order.visit) return null
  const due = new Date(expectedAt)
  const late = due.getTime() < now.getTime()
  const kind = order.kind === 'delivery' ? 'delivery' : order.kind === 'visit' ? 'visit' : 'pickup'
  return (
    <div class="when">
      <p>
        {late ? w.expected.late : fill(w.expected[kind], { time: sayTime(due, now, common, locale, zone) })}
      </p>
      {moved && (
        <p class="moved">
          {fill(moved.reason ? w.moved.why : w.moved.behind, {
            time: shortTime(new Date(moved.from), now, common, locale, zone),
            reason: moved.reason,
          })}
        </p>
      )}
    </div>
  )
}
