import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import * as data from './correction-data.ts'
import { gramKey, gramsOf } from './grams.ts'
import { type Based, compared, type Judged } from './judged.ts'

/** A brand begins to learn a day after its first correction. */
const FIRST_MS = 86_400_000

export type Correction = {
  ticketId: string
  playbookVersionId: string
  /** Only its hashed pieces are kept. */
  text: string
  said: Judged
  /** Null when no model had a part in it: it is counted, and nothing is learnt from it. */
  base: Based | null
  layerId: string | null
  meant: Judged
}

/**
 * Keeps what a person said of a judgement, right or wrong, in the transaction of that deed.
 * Shape: one per ticket; the newest counts, and what was counted before is taken back.
 */
export async function keepCorrection(tx: Tx, ctx: Ctx, given: Correction): Promise<void> {
  const brandId = ctx.actor.brandId
  const at = ctx.now()
  const before = await data.findCorrection(tx, given.ticketId)
  if (before) await data.count(tx, brandId, before.at, countedOf(before.said, before.meant), -1)
  await data.saveCorrection(tx, {
    brand_id: brandId,
    ticket_id: given.ticketId,
    at,
    staff_id: staffOf(ctx).staffId,
    playbook_version_id: given.playbookVersionId,
    said: JSON.stringify(given.said),
    base: JSON.stringify(given.base),
    meant: JSON.stringify(given.meant),
    grams: given.base ? gramsOf(given.text, gramKey(ctx.keys, brandId)) : [],
    layer_id: given.layerId,
  })
  await data.count(tx, brandId, at, countedOf(given.said, given.meant), 1)
  await data.beginLearning(tx, brandId, new Date(at.getTime() + FIRST_MS))
}

const countedOf = (said: Judged, meant: Judged): data.Counted[] =>
  Object.entries(compared(said, meant)).map(([field, pair]) => ({ field, ...pair }))
