import type { JSX } from 'preact'
import type { TrackedOrder, TrackState } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { shortTime } from '../when.ts'
import { useOrderWords } from './words.ts'

/** The way of the order, as far as it has come. */
export function Steps({ order }: { order: TrackedOrder }): JSX.Element {
  const { w: common, locale } = useReader()
  const w = useOrderWords()
  const { steps } = order
  const nameOf = (key: TrackState): string => {
    if (order.kind === 'visit') return key in w.visit.step ? w.visit.step[key as 'making'] : w.step[key]
    return order.kind !== 'delivery' && key === 'delivered' ? w.step.fetched : w.step[key]
  }
  const last = steps.map((step) => step.state !== 'todo').lastIndexOf(true)
  return (
    <ol class="thread" aria-label={order.kind === 'visit' ? w.visit.steps : w.steps}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          class={`step step-${step.state}${index < last ? ' step-passed' : ''}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <b>{nameOf(step.key)}</b>{' '}
          {step.at && <small>{shortTime(new Date(step.at), new Date(), common, locale, order.zone)}</small>}
        </li>
      ))}
    </ol>
  )
}
