import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { TicketOfIncident } from '#domains/tickets'

/** `why`: what the tickets brought that the degree stands on; null at the plan's first degree. */
export type FirstGrade = {
  key: string
  why: { customers: number; shops: number; risks: string[] } | null
}

/**
 * The degree that a room begins at: the gravest whose `from` these tickets meet, else the plan's first.
 * Shape: a plan lists its degrees from the lightest to the gravest. Who wrote without a name counts as somebody else than all others.
 */
export function firstGrade({ grades }: EmergencyPlan, tickets: readonly TicketOfIncident[]): FirstGrade {
  const customers = new Set(tickets.map((t) => t.customerId ?? t.id)).size
  const shops = new Set(tickets.flatMap((t) => t.shopId ?? [])).size
  const heard = new Set(tickets.flatMap((t) => t.risks))
  const met = grades.findLast(
    ({ from }) =>
      from &&
      ((from.customers !== undefined && customers >= from.customers) ||
        (from.shops !== undefined && shops >= from.shops) ||
        from.risks.some((risk) => heard.has(risk))),
  )
  if (!met?.from) return { key: grades[0]?.key ?? '', why: null }
  return { key: met.key, why: { customers, shops, risks: met.from.risks.filter((risk) => heard.has(risk)) } }
}
