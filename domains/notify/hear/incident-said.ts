import { incidentCalled, incidentNoticed } from '#contracts/incidents'
import { stopSaleTold } from '#contracts/incidents/seal'
import { incidentFacts } from '#domains/incidents'
import type { Tx } from '#platform/db/database'
import type { HeardRow } from './heard-data.ts'

export type SaidOfIncident = {
  kind: string
  staffIds: string[]
  data: { incidentId: string; sealId?: string; level?: number }
  shopIds: string[]
  robots: boolean
  near?: 'some'
  at?: ReadonlyMap<string, string[]>
  /** One message a person and instant, although somebody is called for several posts at once. */
  dedupe: string
}

/** What an event of an emergency room has to say; null when it is not of one. Nobody is called into a room that is over. */
export async function saidOfIncident(tx: Tx, event: HeardRow): Promise<SaidOfIncident[] | null> {
  if (event.name === incidentCalled.name) {
    const { incidentId, called, post } = incidentCalled.body.parse(event.body)
    const facts = await incidentFacts(tx, incidentId)
    if (!facts || facts.over) return []
    return [
      {
        kind: 'incident_called',
        staffIds: called,
        data: { incidentId },
        shopIds: facts.shopIds,
        robots: post === facts.leaderPost,
        dedupe: `${incidentId}:${event.at.toISOString()}`,
      },
    ]
  }
  if (event.name === stopSaleTold.name) return [stopSale(event)]
  if (event.name !== incidentNoticed.name) return null
  const { incidentId, notices } = incidentNoticed.body.parse(event.body)
  return [...Map.groupBy(notices, (n) => n.kind)].map(([kind, all]) => ({
    kind,
    staffIds: all.map((n) => n.staffId),
    data: { incidentId },
    shopIds: [],
    robots: false,
    dedupe: event.event_id,
  }))
}

/** The shops' people and their groups; each is told of the own shops. */
function stopSale(event: HeardRow): SaidOfIncident {
  const { incidentId, sealId, times, shopIds, told } = stopSaleTold.body.parse(event.body)
  return {
    kind: times > 1 ? 'stop_sale_again' : 'stop_sale',
    staffIds: told.map((one) => one.staffId),
    data: { incidentId, sealId, level: times - 1 },
    shopIds,
    robots: true,
    near: 'some',
    at: new Map(told.map((one) => [one.staffId, one.shopIds])),
    dedupe: event.event_id,
  }
}
