import type { LiftSeal } from '#contracts/incidents/seal'
import { holdStops, liftWithin } from '#domains/orders'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, numberOf, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { findSeal, holderOfStop, type SealRow, shopsOf, stopAsking, updateSeal } from './seal-data.ts'

/**
 * Lifts a seal, with the reason, also after the room has been closed. Its stop-sale goes with it; what another seal or stop holds stays off sale.
 * Shape:  by whoever leads; who answers for some shops lifts what is sealed at no other. Shops that never answered may still do so.
 * Errors: incidents.sealUnknown, incidents.sealLifted.
 */
export function liftSeal(ctx: Ctx, id: string, sealId: string, { why }: LiftSeal): Promise<void> {
  return atIncident(
    ctx,
    id,
    'incidents.lead',
    async (desk) => {
      const { now, tx } = desk
      const seal = await findSeal(tx, sealId)
      if (seal?.incident_id !== id || !(await mayLift(desk, seal))) throw incidentErrors.sealUnknown()
      if (seal.lifted_at) throw incidentErrors.sealLifted({ name: seal.lifted_by_name })
      await updateSeal(tx, sealId, {
        lifted_at: now,
        lifted_by_name: staffOf(ctx).name,
        lifted_why: why,
      })
      await stopAsking(tx, sealId)
      if (seal.stop_id) await liftWithin(tx, ctx, seal.stop_id)
      addFact(desk, 'seal_lifted', { seal: sealId, what: seal.what }, why)
      record(desk, 'liftSeal', { seal: sealId, what: seal.what, why })
    },
    { closedToo: true },
  )
}

async function mayLift({ ctx, incident, tx }: IncidentDesk, seal: SealRow): Promise<boolean> {
  const reach = scopeOf(ctx.actor, 'incidents.lead')?.shops ?? []
  if (reach === 'all' || incident.leader_id === staffOf(ctx).staffId) return true
  return (await shopsOf(tx, [seal.id])).every((shop) => reach.includes(shop.shop_id))
}

/** A stop-sale that a seal holds is lifted with the seal and in no other way. */
export function holdSealedStops(): void {
  holdStops(async (tx, stopId) => {
    const room = await holderOfStop(tx, stopId)
    return room ? numberOf(room) : null
  })
}
