import type { Locale } from '#contracts/kit'
import {
  type AnswerAftercare,
  aftercareAnswered,
  type NoteAftercare,
  type Reaction,
} from '#contracts/orders/visits'
import { takePhotos } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { reviewPhotosOf } from '../reviews/give-review.ts'
import { addTrace, atOrder, type OrderDesk, recordOrder, tellOrder } from '../taking/order-desk.ts'
import { asOrderer } from '../tracking/order-door.ts'
import { type AftercareData, aftercareOf, setAftercare } from './aftercare-data.ts'

/**
 * The customer says how the skin is (O5, salon). A reaction opens a ticket, which takes its photos; those of calm skin stay with the order.
 * Shape:  answered again it changes nothing. Errors: orders.nothingToAnswer for what is none of this order's; channels.photoUnknown.
 */
export function answerAftercare(
  outer: Ctx,
  token: string,
  { id, ...said }: AnswerAftercare,
  locale: Locale,
): Promise<void> {
  return asOrderer(outer, token, locale, async (desk) => {
    const row = await openRow(desk, id)
    if (!row) return
    if (said.reaction === 'none')
      await takePhotos(desk.tx, desk.order.id, said.photos, reviewPhotosOf(desk.order.id))
    await answer(desk, row, said, null)
  })
}

/** What the customer said when somebody called. Errors: orders.nothingToAnswer. */
export function noteAftercare(ctx: Ctx, id: string, aftercareId: string, said: NoteAftercare): Promise<void> {
  return atOrder(ctx, id, 'orders.aftercare', async (desk) => {
    const row = await openRow(desk, aftercareId)
    if (!row) throw orderErrors.nothingToAnswer()
    await answer(desk, row, { ...said, photos: [] }, ctx.actor.kind === 'staff' ? ctx.actor.staffId : null)
  })
}

/** Null when it has been answered already. */
async function openRow({ tx, order }: OrderDesk, id: string): Promise<AftercareData | null> {
  const row = (await aftercareOf(tx, order.id)).find((one) => one.id === id)
  if (!row) throw orderErrors.nothingToAnswer()
  return row.state === 'answered' ? null : row
}

type Said = { reaction: Reaction; text: string; photos: readonly string[] }

/** Whoever has a strong reaction is called, and not asked by a machine once more. */
async function answer(desk: OrderDesk, row: AftercareData, said: Said, by: string | null): Promise<void> {
  const { ctx, tx, order, now } = desk
  await setAftercare(tx, row.id, {
    state: 'answered',
    answered_at: now,
    reaction: said.reaction,
    note_enc: ctx.keys.seal(order.brand_id, said.text),
    photos: said.photos,
    by_staff: by,
  })
  if (said.reaction === 'strong')
    for (const other of await aftercareOf(tx, order.id))
      if (other.state === 'due') await setAftercare(tx, other.id, { state: 'skipped' })
  // How the skin took it concerns few: the line says only that there was an answer.
  addTrace(desk, 'aftercare', { what: by ? 'noted' : 'answered', day: row.day })
  recordOrder(desk, 'orders.aftercare', { day: row.day })
  tellOrder(desk, aftercareAnswered, { aftercareId: row.id })
}
