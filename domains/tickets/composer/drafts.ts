import type { z } from 'zod'
import type { ComposerMode, DraftSaved, SaveDraft } from '#contracts/tickets/composer'
import { releasePhotos, takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'
import {
  type DraftRow,
  deleteDraft,
  draftsOf,
  lockForComposer,
  photosShown,
  upsertDraft,
} from './composer-data.ts'

const TEXT = 4000
const PHOTOS = 6

/**
 * Keeps what a person is writing, so that desk and phone share it; an empty one is no draft.
 * Shape:  the newest writing stands. Photos belong to the ticket from now on and to nothing once they are left out.
 * Errors: tickets.notFound, channels.photoUnknown.
 */
export function saveDraft(
  ctx: Ctx,
  ticketId: string,
  mode: ComposerMode,
  input: SaveDraft,
): Promise<z.infer<typeof DraftSaved>> {
  const { staffId, brandId } = staffOf(ctx)
  const owner = `staff:${staffId}`
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.note'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    await lockForComposer(tx, ticketId, { shared: true })
    const before = (await draftsOf(tx, staffId, ticketId, { lock: true })).find((d) => d.mode === mode)
    const dropped = (before?.photos ?? []).filter((id) => !input.photos.includes(id))
    if (dropped.length) await letGo(tx, ticketId, dropped, owner)
    const { text, photos, ...more } = input
    if (!text.trim() && !photos.length) {
      await deleteDraft(tx, staffId, ticketId, mode)
      return { updatedAt: null }
    }
    await takePhotos(tx, ticketId, photos, owner)
    const row = { brand_id: brandId, staff_id: staffId, ticket_id: ticketId, mode, text, photos, more }
    await upsertDraft(tx, { ...row, updated_at: ctx.now() })
    return { updatedAt: ctx.now().toISOString() }
  })
}

async function letGo(tx: Tx, ticketId: string, ids: string[], owner: string): Promise<void> {
  const shown = await photosShown(tx, ticketId, ids)
  await releasePhotos(
    tx,
    ticketId,
    ids.filter((id) => !shown.has(id)),
    owner,
  )
}

/** What comes back into the field before whatever has been written there since; what both say goes to the older. */
export function joinDrafts(back: DraftRow, since: DraftRow | undefined): DraftRow {
  if (!since) return back
  const text = [back.text, since.text].filter((part) => part.trim()).join('\n')
  return {
    ...back,
    text: text.slice(0, TEXT),
    photos: [...new Set([...back.photos, ...since.photos])].slice(0, PHOTOS),
    more: {
      ...since.more,
      expectedAt: back.more.expectedAt ?? since.more.expectedAt,
      wait: back.more.wait || since.more.wait,
    },
  }
}

/** Puts a message that was not sent back into the writer's field. */
export async function giveBack(tx: Tx, back: DraftRow): Promise<void> {
  const drafts = await draftsOf(tx, back.staff_id, back.ticket_id, { lock: true })
  await upsertDraft(
    tx,
    joinDrafts(
      back,
      drafts.find((d) => d.mode === back.mode),
    ),
  )
}
