import type { CompensationOffer, CompensationPolicy, CustomerValue, Kind } from '#contracts/playbook'

export type OfferFacts = {
  kind: Kind
  /** Every category of the ticket, `parent.child`. */
  categories: readonly string[]
  severity: number
  customer: CustomerValue
}
/** An offer that fits, with what made it fit: the ticket's category that it names, and whether severity and customer spoke for it. */
export type Fitting = {
  offer: CompensationOffer
  amountMinor: number
  points: number
  category: string | null
  bySeverity: boolean
  byCustomer: boolean
}

/**
 * What the policy offers for a ticket: the first is suggested, the others are its alternatives.
 * Shape:  in the policy's order; a condition that an offer does not name always holds; `parent` covers its children and any one
 *         of the ticket's categories is enough. Empty when nothing fits.
 * Units:  minor units; points are worth `policy.pointMinor` each.
 * Source: requirement H5.
 */
export function suggest(policy: CompensationPolicy, facts: OfferFacts): Fitting[] {
  return policy.offers.flatMap((offer) => {
    const { when } = offer
    const category = when.categories
      ? facts.categories.find((c) => when.categories?.some((w) => c === w || c.startsWith(`${w}.`)))
      : null
    const fits =
      category !== undefined &&
      (!when.kinds || when.kinds.includes(facts.kind)) &&
      (when.severityFrom === undefined || facts.severity >= when.severityFrom) &&
      (!when.customers || when.customers.includes(facts.customer))
    if (!fits) return []
    const points = offer.kind === 'points' ? (offer.points ?? 0) : 0
    return [
      {
        offer,
        amountMinor: points ? points * policy.pointMinor : (offer.amountMinor ?? 0),
        points,
        category,
        bySeverity: when.severityFrom !== undefined && when.severityFrom > 1,
        byCustomer: when.customers !== undefined,
      },
    ]
  })
}
