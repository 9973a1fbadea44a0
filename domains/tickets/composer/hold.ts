import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { Propose, SendReply } from '#contracts/tickets'
import { HOLD_S } from '#contracts/tickets/composer'
import { takePhotos } from '#domains/channels'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk } from '../handling/desk.ts'
import { proposeAt } from '../handling/propose.ts'
import { replyAt } from '../handling/reply.ts'
import {
  type DraftRow,
  deleteDraft,
  deleteHeld,
  type HeldRow,
  heldOn,
  insertHeld,
  lockForComposer,
  lockHeld,
  rehearse,
  sentFrom,
} from './composer-data.ts'
import { giveBack } from './drafts.ts'
import { composerErrors } from './errors.ts'
import { tellComposers } from './presence.ts'

export type HeldMode = 'reply' | 'propose'
export const HELD_ACTION: Record<HeldMode, string> = { reply: 'tickets.reply', propose: 'tickets.propose' }

/**
 * Holds a message back for the seconds in which its sender can undo it. It is rehearsed first: whatever would refuse it then refuses
 * it now, and of the rehearsal nothing stays.
 * Errors: those of sendReply and propose.
 */
export function holdMessage(
  ctx: Ctx,
  id: string,
  mode: HeldMode,
  input: z.input<typeof SendReply> | z.input<typeof Propose>,
): Promise<void> {
  const { staffId, brandId, name } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, id, scopeOf(ctx.actor, HELD_ACTION[mode]))
    if (!desk) throw ticketErrors.notFound()
    await rehearse(tx, () => sayHeld(desk, mode, input))
    const { hold, afterEntry, ...body } = input
    await takePhotos(tx, id, body.photos ?? [], `staff:${staffId}`)
    await insertHeld(tx, {
      brand_id: brandId,
      id: uuidv7(),
      ticket_id: id,
      staff_id: staffId,
      by_name: name,
      mode,
      body,
      created_at: ctx.now(),
      send_at: new Date(ctx.now().getTime() + HOLD_S * 1000),
    })
    await deleteDraft(tx, staffId, id, mode)
    await tellComposers(tx, ctx, id)
  })
}

/** Says it as if it were sent this moment. */
export async function sayHeld(
  desk: Desk,
  mode: HeldMode,
  body: z.input<typeof SendReply> | z.input<typeof Propose>,
  heldId?: string,
): Promise<void> {
  if (mode === 'reply') await replyAt(desk, SendReply.parse(body), heldId)
  else await proposeAt(desk, Propose.parse(body), heldId)
}

/** What the actor has held back goes out before a deed that ends the ticket, in the same breath. */
export async function sendOwnHeld(desk: Desk): Promise<void> {
  const { actor } = desk.ctx
  if (actor.kind !== 'staff') return
  for (const held of await heldOn(desk.tx, desk.ticket.id, { staffId: actor.staffId })) {
    await sayHeld(desk, held.mode as HeldMode, held.body as z.input<typeof SendReply>, held.id)
    await deleteHeld(desk.tx, held.id)
  }
}

/**
 * Takes a held message back; its text and photos return to the writer's field. Of one that could not be sent only the note goes away:
 * its text is back already.
 * Errors: composer.heldNotFound for another's; composer.alreadySent once it is out.
 */
export function undoHeld(ctx: Ctx, ticketId: string, heldId: string): Promise<void> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    await lockForComposer(tx, ticketId)
    const held = await lockHeld(tx, heldId, ticketId, staffId)
    if (!held) {
      const sent = await sentFrom(tx, ticketId, heldId, staffId)
      throw sent ? composerErrors.alreadySent() : composerErrors.heldNotFound()
    }
    await deleteHeld(tx, heldId)
    if (!held.problem) {
      await giveBack(tx, draftFrom(held, ctx.now()))
      const subject = { subjectKind: 'ticket', subjectId: ticketId }
      await audit(tx, ctx, { action: 'tickets.undo', ...subject, data: { mode: held.mode } })
    }
    await tellComposers(tx, ctx, ticketId)
  })
}

/** A held message as the draft that it becomes again. */
export function draftFrom(held: HeldRow, at: Date): DraftRow {
  const body = held.body as { text: string; photos?: string[]; expectedAt?: string; wait?: boolean }
  return {
    brand_id: held.brand_id,
    staff_id: held.staff_id,
    ticket_id: held.ticket_id,
    mode: held.mode,
    text: body.text,
    photos: body.photos ?? [],
    more: { mentions: [], expectedAt: body.expectedAt ?? null, wait: body.wait ?? false, seen: held.id },
    updated_at: at,
  }
}
