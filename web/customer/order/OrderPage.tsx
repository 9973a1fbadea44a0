import type { JSX } from 'preact'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { Stale } from '../following/Stale.tsx'
import { useFollowing } from '../following/use-following.ts'
import { Frame } from '../ui/Frame.tsx'
import { useChange } from '../ui/hooks.ts'
import { LoadTrouble } from '../ui/LoadTrouble.tsx'
import { fill } from '../words.ts'
import { AftercareCard } from './AftercareCard.tsx'
import { CancelCard } from './CancelCard.tsx'
import { Content } from './Content.tsx'
import { ReviewCard } from './ReviewCard.tsx'
import { RideMap } from './RideMap.tsx'
import { Steps } from './Steps.tsx'
import { Talk } from './Talk.tsx'
import { VisitCard } from './VisitCard.tsx'
import { When } from './When.tsx'
import { useOrderWords } from './words.ts'

/** /o/:token — where the order is, when it will be there, and everything its customer can do about it. */
export function OrderPage(): JSX.Element {
  const w = useOrderWords()
  const following = useFollowing(isTrackedOrder)
  const { subject: order, loading, take } = following
  useChange([order], () => {
    if (order) document.title = `${w.state[order.state]} · ${order.brand}`
  })
  if (!order || loading.state === 'refused') {
    return <LoadTrouble kind="progress" loading={loading} onRetry={following.look} />
  }
  // One question at a time: the skin first, and whose skin burns is not asked for a mark.
  const skin = order.visit?.aftercare?.early === false || order.visit?.answered === 'strong'
  const asks = order.can.indexOf('review') >= 0 && !skin
  const reviewing = asks || order.review !== null
  return (
    <Frame shop={[order.brand, order.shop]} wide>
      <main class="progress order">
        <header>
          <h1 aria-live="polite">{headline(order, w)}</h1>
          <p class="lead">
            {fill(order.kind === 'visit' ? w.visit.number : w.number, { number: order.number })}
          </p>
          <When order={order} />
          <Stale following={following} />
        </header>
        <div class="column">
          {order.safety && <SafetyNotice text={order.safety.text} />}
          {order.visit && <AftercareCard visit={order.visit} onDone={take} />}
          {order.visit && !order.cancelled && (
            <VisitCard visit={order.visit} shop={order.shop} zone={order.zone} onDone={following.look} />
          )}
          {reviewing && <ReviewCard order={order} onDone={take} />}
          {order.code && <Code code={order.code} />}
          {order.map && <RideMap map={order.map} zone={order.zone} />}
          <Steps order={order} />
        </div>
        <div class="column">
          <Content order={order} />
          {order.can.indexOf('cancel') >= 0 && <CancelCard order={order} onDone={take} />}
          <Talk order={order} onDone={following.look} />
        </div>
      </main>
    </Frame>
  )
}

function headline(order: TrackedOrder, w: ReturnType<typeof useOrderWords>): string {
  if (order.kind === 'visit') return visitHeadline(order, w)
  if (order.kind !== 'delivery' && order.state === 'ready') return w.state.fetch
  if (order.kind !== 'delivery' && order.state === 'delivered') return w.state.handedOver
  return w.state[order.state]
}

function visitHeadline({ state }: TrackedOrder, w: ReturnType<typeof useOrderWords>): string {
  if (state === 'confirmed') return w.state.booked
  if (state === 'delivered') return w.state.visited
  return state === 'received' || state === 'making' || state === 'cancelled'
    ? w.visit.state[state]
    : w.state[state]
}

function Code({ code }: { code: string }): JSX.Element {
  const w = useOrderWords()
  return (
    <section class="card code">
      <h2>{w.code.title}</h2>
      <p class="digits">{code}</p>
      <p class="quiet">{w.code.hint}</p>
    </section>
  )
}

/** Said by the brand about something unsafe in this order: nothing on the page comes before it. */
function SafetyNotice({ text }: { text: string }): JSX.Element {
  const w = useOrderWords()
  return (
    <section class="card safety" role="alert">
      <h2>{w.safety}</h2>
      <p>{text}</p>
    </section>
  )
}

function isTrackedOrder(body: unknown): body is TrackedOrder {
  return typeof body === 'object' && body !== null && Array.isArray((body as TrackedOrder).items)
}
