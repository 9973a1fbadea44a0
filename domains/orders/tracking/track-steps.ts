import type { OrderKind, OrderStatus } from '#contracts/orders'
import type { TrackState } from '#contracts/orders/order-page'

const STATE: Record<OrderStatus, TrackState> = {
  draft: 'received',
  placed: 'received',
  confirmed: 'confirmed',
  preparing: 'making',
  quality_check: 'making',
  ready: 'ready',
  delivering: 'on_the_way',
  delivered: 'delivered',
  reviewed: 'delivered',
  cancelled: 'cancelled',
  refunded: 'delivered',
}
const WAY: Record<OrderKind, readonly TrackState[]> = {
  delivery: ['received', 'confirmed', 'making', 'ready', 'on_the_way', 'delivered'],
  pickup: ['received', 'confirmed', 'making', 'ready', 'delivered'],
  dine_in: ['received', 'confirmed', 'making', 'ready', 'delivered'],
  visit: ['received', 'confirmed', 'making', 'delivered'],
}

export type Passed = { kind: OrderKind; status: OrderStatus; handedOver: boolean }
export type TrackStep = { key: TrackState; at: string | null; state: 'done' | 'now' | 'todo' }

/** In a treatment room nothing waits to be fetched: until the customer leaves it is being done. */
const ofVisit = (state: TrackState): TrackState => (state === 'ready' ? 'making' : state)

/** Money that went back says nothing of whether it was brought: that is what `handedOver` says. */
export function stateOf({ kind, status, handedOver }: Passed): TrackState {
  if (status === 'refunded' && !handedOver) return 'cancelled'
  return kind === 'visit' ? ofVisit(STATE[status]) : STATE[status]
}

/**
 * The way of this kind of order with what has been reached; `reached` says when, where it is known.
 * Shape: of a cancelled order only the steps it came to, with the cancellation last.
 */
export function stepsOf(order: Passed, reached: Partial<Record<TrackState, Date | null>>): TrackStep[] {
  const state = stateOf(order)
  const way = WAY[order.kind]
  const at = (key: TrackState) => reached[key]?.toISOString() ?? null
  if (state === 'cancelled') {
    const came = way.filter((key) => key === 'received' || reached[key])
    return [
      ...came.map((key) => ({ key, at: at(key), state: 'done' as const })),
      { key: 'cancelled', at: at('cancelled'), state: 'now' },
    ]
  }
  const here = Math.max(0, way.indexOf(state))
  const over = state === 'delivered'
  return way.map((key, n) => {
    const done = n < here || (over && n === here)
    return { key, at: n <= here ? at(key) : null, state: done ? 'done' : n === here ? 'now' : 'todo' }
  })
}

/** About 50 m: a rider's way is followed, a rider's door is not. */
const ROUND_DEGREES = 0.0005

export function roundedPoint(
  place: { lat: number | null; lng: number | null } | null | undefined,
): { lat: number; lng: number } | null {
  if (!place || place.lat === null || place.lng === null) return null
  const round = (degrees: number) => Number((Math.round(degrees / ROUND_DEGREES) * ROUND_DEGREES).toFixed(4))
  return { lat: round(place.lat), lng: round(place.lng) }
}
