import type { VisitState } from '#contracts/orders/visits'

export type VisitFacts = {
  status: string
  arrived_at: Date | null
  begun_at: Date | null
  finished_at: Date | null
  no_show_at: Date | null
}

/** Where an appointment stands, from its order's status and its own times. */
export function visitState({ status, ...visit }: VisitFacts): VisitState {
  if (visit.no_show_at) return 'no_show'
  if (status === 'cancelled' || (status === 'refunded' && !visit.finished_at)) return 'cancelled'
  if (visit.finished_at) return 'done'
  if (visit.begun_at) return 'treating'
  return visit.arrived_at ? 'arrived' : 'booked'
}
