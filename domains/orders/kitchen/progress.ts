import type { OrderStatus } from '#contracts/orders'
import type { TapKind, TapOutcome, TaskState } from '#contracts/orders/kitchen'

export type Made = { state: TaskState; started: boolean }

const KITCHEN: readonly OrderStatus[] = ['confirmed', 'preparing', 'quality_check', 'ready']

/**
 * The moves an order makes because of what its dishes are now (O2), one after the other: begun → preparing, all made → quality_check,
 * all passed → ready, and back when something is made anew. Empty when nothing changes, or when the kitchen has no say any more.
 */
export function movesFor(status: OrderStatus, dishes: readonly Made[]): OrderStatus[] {
  const open = dishes.filter((dish) => dish.state !== 'cancelled')
  if (!KITCHEN.includes(status) || !open.length) return []
  const wanted = whereIs(open)
  return wayBetween(status, wanted)
}

function whereIs(dishes: readonly Made[]): OrderStatus {
  if (dishes.every((dish) => dish.state === 'done')) return 'ready'
  if (dishes.every((dish) => dish.state === 'done' || dish.state === 'checking')) return 'quality_check'
  return dishes.some((dish) => dish.started) ? 'preparing' : 'confirmed'
}

/** Every step stands in the one table of moves: nothing jumps over the check, and a ready order goes back through preparing. */
function wayBetween(from: OrderStatus, to: OrderStatus): OrderStatus[] {
  const [start, end] = [KITCHEN.indexOf(from), KITCHEN.indexOf(to)]
  if (start === end) return []
  if (start < end) return KITCHEN.slice(start + 1, end + 1)
  if (to === 'quality_check') return ['preparing', 'quality_check']
  return to === 'confirmed' && from !== 'preparing' ? ['preparing', 'confirmed'] : [to]
}

export type TapFacts = {
  state: TaskState
  /** Who holds it is whoever taps. */
  mine: boolean
  stopped: boolean
  /** The order is still in the kitchen's hands. */
  inKitchen: boolean
}

/** Whether a tap counts on a task as it is, or why not. `undo` is judged by what it takes back. */
export function judgeTap(kind: Exclude<TapKind, 'undo'>, task: TapFacts): TapOutcome {
  if (task.state === 'cancelled') return 'cancelled'
  if (!task.inKitchen) return 'over'
  if (task.stopped && (kind === 'start' || kind === 'pass')) return 'stopped'
  switch (kind) {
    case 'start':
      if (task.state === 'waiting') return 'done'
      return task.state === 'making' && task.mine ? 'already' : 'taken'
    case 'done':
      if (task.state === 'making') return 'done'
      return task.state === 'waiting' ? 'not_started' : 'already'
    case 'pass':
      if (task.state === 'checking') return 'done'
      return task.state === 'done' ? 'already' : 'not_made'
    case 'back':
      return task.state === 'checking' || task.state === 'done' ? 'done' : 'not_made'
    case 'take':
      return task.state === 'waiting' || task.state === 'making' ? 'done' : 'over'
  }
}

/** A dish is looked at before it leaves: each one, or only what was made anew. */
export function needsCheck(check: 'all' | 'rework', rework: number): boolean {
  return check === 'all' || rework > 0
}
