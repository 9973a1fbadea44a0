import { ticketRated } from '#contracts/tickets'
import type { CsatVia } from '#contracts/tickets/followup'
import { noteRating } from '#domains/customers'
import type { Desk } from '../handling/desk.ts'
import { tell } from '../handling/desk-moves.ts'
import { saveRating } from './satisfaction-data.ts'

export type Judgement = { stars: number; reasons: string[]; words: string; via: CsatVia }

/** F3: the customer's judgement of this handling, one for each cycle, against whoever had it and what it was about. A later one replaces it. */
export async function keepRating(desk: Desk, { stars, reasons, words, via }: Judgement): Promise<void> {
  const { ticket, now } = desk
  ticket.rating = {
    stars,
    reasons,
    words,
    cycle: ticket.cycle,
    at: now.toISOString(),
    assignee: ticket.assignee_id,
  }
  await saveRating(desk.tx, {
    brand_id: ticket.brand_id,
    ticket_id: ticket.id,
    cycle: ticket.cycle,
    stars,
    reasons,
    words,
    staff_id: ticket.assignee_id,
    shop_id: ticket.shop_id,
    team: ticket.team,
    kind: ticket.kind,
    category: ticket.categories[0] ?? '',
    channel_kind: ticket.channel_kind,
    via,
    at: now,
  })
  if (ticket.customer_id)
    await noteRating(desk.tx, desk.ctx, [
      {
        id: `${ticket.id}:${ticket.cycle}`,
        customerId: ticket.customer_id,
        at: now,
        shopId: ticket.shop_id,
        stars,
      },
    ])
  tell(desk, ticketRated)
}
