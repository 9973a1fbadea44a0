import { v7 as uuidv7 } from 'uuid'
import type { AcknowledgeSeal } from '#contracts/incidents/seal'
import { takePhotos } from '#domains/channels'
import { findShops } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import * as data from './seal-data.ts'

/**
 * A shop says what it has taken off sale, or that it has none of it (E2).
 * Shape:  the first answer of a shop counts; of two at once the second is told whose. A correction is one more answer and takes its place. What
 *         comes late, after a second asking, a lifting or the closing of the room, is kept and marked as late.
 * Errors: incidents.sealUnknown out of reach, incidents.alreadyAnswered with the name, incidents.nothingToCorrect; incidents.quantityMissing,
 *         incidents.unitMissing, incidents.photoMissing, incidents.sampleMissing, incidents.sampleTwice when something was found;
 *         channels.photoUnknown.
 */
export async function acknowledgeSeal(
  ctx: Ctx,
  sealId: string,
  shopId: string,
  input: AcknowledgeSeal,
): Promise<void> {
  if (!covers(scopeOf(ctx.actor, 'incidents.acknowledgeSeal'), { shopId })) throw incidentErrors.sealUnknown()
  await ctx.transaction(async (tx) => {
    const seal = await data.findSeal(tx, sealId)
    const desk = seal && (await openIncidentDesk(ctx, tx, seal.incident_id))
    const asked = desk && (await data.lockShop(tx, sealId, shopId))
    if (!asked) throw incidentErrors.sealUnknown()
    refuseIncomplete(input, seal)
    const before = asked.answer_id ? await data.findAnswer(tx, asked.answer_id) : undefined
    if (before && !input.correction)
      throw incidentErrors.alreadyAnswered({ name: before.by_name, at: before.at.toISOString() })
    if (!before && input.correction) throw incidentErrors.nothingToCorrect()
    const found = input.state === 'acknowledged'
    const { staffId, name } = staffOf(ctx)
    const late = asked.asked > 1 || seal.lifted_at !== null || desk.incident.status === 'closed'
    if (found) await takePhotos(tx, seal.incident_id, input.fileIds, `staff:${staffId}`)
    await data.insertAnswer(tx, {
      brand_id: seal.brand_id,
      id: uuidv7(),
      seal_id: sealId,
      shop_id: shopId,
      at: desk.now,
      by_id: staffId,
      by_name: name,
      state: input.state,
      late,
      quantity: found ? input.quantity! : null,
      unit: found ? input.unit : '',
      sample_kept: found ? input.sampleKept : '',
      sample_missing: found ? input.sampleMissing : '',
      note: input.note,
      file_ids: found ? input.fileIds : [],
    })
    const shop = (await findShops(tx, [shopId])).get(shopId)?.name ?? ''
    const said = found ? saidOf(input, seal) : {}
    const fact = before ? 'seal_corrected' : found ? 'seal_acknowledged' : 'seal_none_here'
    const told = { seal: sealId, what: seal.what, shop, shopId, ...said, ...(late ? { late } : {}) }
    addFact(desk, fact, told, input.note, found ? input.fileIds : [])
    record(desk, 'acknowledgeSeal', { seal: sealId, shopId, state: input.state, ...said })
    await saveIncidentDesk(desk)
  })
}

/** What the timeline says of what was found; of the sample only where one was asked for. */
function saidOf({ quantity, unit, sampleKept }: AcknowledgeSeal, seal: data.SealRow) {
  return { quantity, unit, ...(seal.sample ? { sample: sampleKept ? 'kept' : 'none' } : {}) }
}

/** Nobody is believed to have kept a sample: whoever was asked for one says how much, or why none. */
function refuseIncomplete(input: AcknowledgeSeal, seal: data.SealRow): void {
  if (input.state === 'none_here') return
  if (!input.quantity) throw incidentErrors.quantityMissing({}, 'quantity')
  if (!input.unit) throw incidentErrors.unitMissing({}, 'unit')
  if (!input.fileIds.length) throw incidentErrors.photoMissing({}, 'fileIds')
  const { sampleKept, sampleMissing } = input
  if (sampleKept && sampleMissing) throw incidentErrors.sampleTwice({}, 'sampleMissing')
  if (seal.sample && !sampleKept && !sampleMissing)
    throw incidentErrors.sampleMissing({ sample: seal.sample }, 'sampleKept')
}
