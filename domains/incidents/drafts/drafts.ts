import type { z } from 'zod'
import { DRAFT_SIGNS, type RoomDraftPart, type RoomDrafts } from '#contracts/incidents/drafts'
import { type Ctx, staffOf } from '#platform/context'
import { incidentErrors } from '../errors.ts'
import { headInReach } from '../reading/read-room.ts'
import { deleteDraft, draftsOf, lockOpen, upsertDraft } from './draft-data.ts'

/** What the reader is writing in this room, as it was kept last. Errors: incidents.notFound, incidents.notAllowed. */
export async function readDrafts(ctx: Ctx, id: string): Promise<z.infer<typeof RoomDrafts>> {
  await headInReach(ctx, id, 'incidents.work')
  const { staffId } = staffOf(ctx)
  const rows = await ctx.transaction((tx) => draftsOf(tx, id, staffId))
  return rows.map(({ brand_id, part, text_enc }) => ({
    part: part as RoomDraftPart,
    text: ctx.keys.open(brand_id, text_enc),
  }))
}

/**
 * Keeps what somebody is writing, sealed and for nobody else, so that loading the page anew or another device has it again; the newest stands.
 * Shape:  no change of the room: its version, its timeline and the audit say nothing of it. An empty one is no draft; a closed room keeps none.
 * Errors: incidents.notFound, incidents.notAllowed, incidents.closed, incidents.draftTooLong.
 */
export async function saveDraft(ctx: Ctx, id: string, part: RoomDraftPart, text: string): Promise<void> {
  await headInReach(ctx, id, 'incidents.work')
  const { staffId, brandId } = staffOf(ctx)
  if (text.length > DRAFT_SIGNS) throw incidentErrors.draftTooLong({ most: DRAFT_SIGNS }, 'text')
  await ctx.transaction(async (tx) => {
    if (!text) return deleteDraft(tx, id, staffId, part)
    if (!(await lockOpen(tx, id))) throw incidentErrors.closed()
    await upsertDraft(tx, {
      ...{ brand_id: brandId, staff_id: staffId, incident_id: id, part },
      text_enc: ctx.keys.seal(brandId, text)!,
      updated_at: ctx.now(),
    })
  })
}
