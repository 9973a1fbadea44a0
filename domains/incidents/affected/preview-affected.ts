import type { AffectedPreview, AffectedQuery } from '#contracts/incidents/affected'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { openedCodes } from '#domains/orders'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { incidentErrors } from '../errors.ts'
import { nameFor } from '../reading/names-shown.ts'
import { headInReach } from '../reading/read-room.ts'
import { complaintsOf } from './complainants.ts'
import { lookFor } from './look-for.ts'

const SAMPLE = 10

/** Before anybody is told: how many and who, masked. Nothing is kept. Errors: incidents.notFound, incidents.notInPlan; those of lookFor. */
export async function previewAffected(ctx: Ctx, id: string, query: AffectedQuery): Promise<AffectedPreview> {
  const { incident } = await headInReach(ctx, id, 'incidents.affected')
  if (!(incident.plan as EmergencyPlan).affected) throw incidentErrors.notInPlan()
  return ctx.transaction(async (tx) => {
    const { people, had, unknown, more } = await lookFor(tx, ctx, query)
    const [shops, complaints, opened] = await Promise.all([
      findShops(tx, [...new Set(had.map((one) => one.shopId))]),
      complaintsOf(tx, id),
      openedCodes(tx, { ...query, from: new Date(query.from), to: new Date(query.to) }),
    ])
    const shown = nameFor(ctx.actor)
    const shopName = (shopId: string) => shops.get(shopId)?.name ?? ''
    return {
      customers: people.length,
      orders: had.filter((one) => !one.visit).length,
      visits: had.filter((one) => one.visit).length,
      unknown,
      more,
      unopened: query.batchCodes.filter((code) => !opened.includes(code)),
      complained: people.filter(({ customer }) => complaints.has(customer.id)).length,
      byProof: counted(had, (one) => one.proof).map(([proof, orders]) => ({ proof, orders })),
      byShop: counted(people, ({ had: one }) => one.shopId).map(([shopId, customers]) => ({
        id: shopId,
        name: shopName(shopId),
        customers,
      })),
      byWay: counted(people, ({ way }) => way).map(([way, customers]) => ({ way, customers })),
      sample: people.slice(0, SAMPLE).map(({ customer, had: one, way }) => ({
        customerName: shown(customer.name),
        shopName: shopName(one.shopId),
        what: one.what,
        at: one.at.toISOString(),
        way,
      })),
    }
  })
}

/** The most frequent first. */
function counted<T, K extends string>(all: readonly T[], keyOf: (one: T) => K): [K, number][] {
  return [...Map.groupBy(all, keyOf)]
    .map(([key, ones]): [K, number] => [key, ones.length])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
