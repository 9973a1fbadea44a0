import type { OrderGap, OrderKind } from '#contracts/orders'

export type OrderFacts = {
  kind: OrderKind
  items: number
  name: boolean
  phone: boolean
  address: boolean
  /** When it is wanted; only a visit cannot do without. */
  time: boolean
  /** Who takes it stands in front of us: nobody has to be found again. */
  present: boolean
}

/** What an order lacks before it can be made or brought (O1), in the order in which one asks for it. */
export function gapsOf(facts: OrderFacts): OrderGap[] {
  const gaps: OrderGap[] = []
  if (!facts.items) gaps.push('items')
  if (facts.kind === 'visit' && !facts.time) gaps.push('time')
  if (facts.kind === 'delivery' && !facts.address) gaps.push('address')
  if (!facts.phone && !facts.present && facts.kind !== 'dine_in') gaps.push('phone')
  if (facts.kind === 'visit' && !facts.name && !facts.present) gaps.push('name')
  return gaps
}
