import type { JSX } from 'preact'
import type { PublicEvent } from '#contracts/loyalty/events'
import { useInPerson } from '../in-person/words.ts'
import { useReader } from '../ui/reader.ts'
import { sayTime } from '../when.ts'
import { fill } from '../words.ts'
import { sayMoney } from './money.ts'

const FEW = 20

/** What it is, when and where, and what there is for signing up. */
export function EventHead({ event }: { event: PublicEvent }): JSX.Element {
  const { w, locale } = useReader()
  const x = useInPerson().event
  const now = new Date()
  const time = (at: string): string => sayTime(new Date(at), now, w, locale)
  return (
    <header class="event-head">
      <h1>{event.name}</h1>
      {event.description && <p class="lead words">{event.description}</p>}
      {event.reward && (event.phase === 'open' || event.phase === 'early') && (
        <Reward reward={event.reward} />
      )}
      <dl class="facts">
        <div>
          <dt>{x.when}</dt>
          <dd>{fill(x.from, { from: time(event.startsAt), to: time(event.endsAt) })}</dd>
        </div>
        {event.shops.length > 0 && (
          <div>
            <dt>{x.where}</dt>
            <dd>{event.shops.map((shop) => shop.name).join(w.form.join)}</dd>
          </div>
        )}
      </dl>
      {event.phase === 'open' && event.left !== null && event.left <= FEW && (
        <p class="quiet left">{fill(x.places, { n: event.left })}</p>
      )}
    </header>
  )
}

function Reward({ reward }: { reward: NonNullable<PublicEvent['reward']> }): JSX.Element {
  const { locale } = useReader()
  const x = useInPerson().event
  if (!reward.left) return <p class="quiet left">{x.rewardGone}</p>
  const coupon = reward.kind === 'coupon'
  return (
    <p class="voucher">
      <b>
        {coupon
          ? fill(x.coupon, { money: sayMoney(reward.amountMinor, reward.currency, locale) })
          : fill(x.points, { n: reward.points })}
      </b>
      <small>{coupon ? fill(x.couponDays, { n: reward.days }) : x.once}</small>
    </p>
  )
}
