import type { Reaction } from '#contracts/orders/visits'
import { findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { lockAftercare, setAftercare } from './aftercare-data.ts'
import { findVisit, type StoredBatch } from './visit-data.ts'

/** What a ticket about a reaction needs of the treatment; the words are in the clear and go nowhere else. */
export type SkinReaction = {
  orderId: string
  reaction: Exclude<Reaction, 'none'>
  text: string
  photos: string[]
  /** So many days after the treatment. */
  day: number
  startsAt: Date
  therapist: string
  room: string
  products: { ingredient: string; code: string }[]
}

/** A reaction whose ticket has not been opened yet, locked until it is; null for any other. */
export async function skinReaction(tx: Tx, ctx: Ctx, aftercareId: string): Promise<SkinReaction | null> {
  const row = await lockAftercare(tx, aftercareId)
  if (!row || row.ticket_id || (row.reaction !== 'mild' && row.reaction !== 'strong')) return null
  const visit = await findVisit(tx, row.order_id)
  if (!visit) return null
  const names = await findStaffNames(tx, visit.therapist_id ? [visit.therapist_id] : [])
  return {
    orderId: row.order_id,
    reaction: row.reaction,
    text: ctx.keys.open(row.brand_id, row.note_enc),
    photos: row.photos as string[],
    day: row.day,
    startsAt: visit.starts_at,
    therapist: names.get(visit.therapist_id ?? '') ?? '',
    room: visit.room,
    products: (visit.products as StoredBatch[]).map(({ ingredient, code }) => ({ ingredient, code })),
  }
}

export function reactionTicket(tx: Tx, aftercareId: string, ticketId: string): Promise<void> {
  return setAftercare(tx, aftercareId, { ticket_id: ticketId })
}
