import { Locale } from '#contracts/kit'
import type { CompensationOffer } from '#contracts/playbook'
import { messageAdded } from '#contracts/tickets'
import { compensationIssued } from '#contracts/tickets/compensation'
import { givePoints, issueCoupon } from '#domains/loyalty'
import { refundForTicket } from '#domains/orders'
import { findBrandName } from '#domains/people'
import { say } from '#domains/playbook'
import { eventRow } from '#platform/events/publish'
import { sentence } from '#platform/locale'
import type { Desk } from '../handling/desk.ts'
import { addFact, addOutgoing, numberOf, record, tell, touch } from '../handling/desk-moves.ts'
import { fillTemplate } from '../handling/fill-template.ts'
import { answered } from '../handling/reply.ts'
import { pickTemplate } from '../intake/acknowledgement.ts'
import { type CompensationRow, updateCompensation } from './compensation-data.ts'
import { giftOf, sayCode, sayGift, toldOf } from './money-words.ts'
import { refuseBeyond } from './order-refund.ts'

const DAY_MS = 86_400_000

/**
 * Gives what was approved and tells the customer, in the transaction of the last approval: all of it or nothing.
 * Shape: under the ticket's lock; coupon and points carry the compensation's id as their source, the order's refund carries it in its trace, so
 *        none is made twice. Errors: compensation.beyondOrder when the order has less left than is refunded.
 */
export async function issue(desk: Desk, row: CompensationRow): Promise<void> {
  const { tx, ticket, now } = desk
  const until = new Date(now.getTime() + desk.playbook.playbook.compensation.couponDays * DAY_MS)
  const source = `compensation:${row.id}`
  const about = { brandId: row.brand_id, customerId: row.customer_id, source }
  let code = ''
  if (row.kind === 'coupon') {
    const coupon = { ...about, amountMinor: row.amount_minor, currency: row.currency }
    code = (await issueCoupon(tx, { ...coupon, issuedAt: now, expiresAt: until })).code
  } else if (row.kind === 'points') {
    await givePoints(tx, { ...about, points: row.points, reason: numberOf(ticket), at: now })
  } else if (row.kind === 'refund') {
    await refundOrder(desk, row)
  }
  await updateCompensation(tx, row.id, { state: 'issued', decided_at: now, issued_at: now, reference: code })
  addOutgoing(desk, await wordsFor(desk, row, code, until), {
    automatic: 'compensation',
    compensationId: row.id,
  })
  if (desk.ctx.actor.kind === 'staff') answered(desk)
  const told = toldOf(row)
  addFact(desk, 'compensation_issued', told)
  record(desk, 'tickets.issueCompensation', { id: row.id, ...told })
  desk.events.push(
    eventRow(
      compensationIssued,
      { ticketId: ticket.id, compensationId: row.id },
      { ticketId: ticket.id, shopId: ticket.shop_id, staffIds: [ticket.assignee_id, row.proposed_by] },
    ),
  )
  tell(desk, messageAdded)
  touch(desk)
}

/** The order's books agree with the ticket's. */
async function refundOrder({ ctx, tx, ticket }: Desk, row: CompensationRow): Promise<void> {
  const about = { ticketId: ticket.id, number: numberOf(ticket), shopId: ticket.shop_id }
  const given = { compensationId: row.id, amountMinor: row.amount_minor, reason: row.reason }
  refuseBeyond(ctx, await refundForTicket(tx, ctx, about, given), { ...given, currency: row.currency })
}

/** The playbook's own template, or a plain sentence for a version that has none yet: the customer is always told. */
async function wordsFor(desk: Desk, row: CompensationRow, code: string, until: Date): Promise<string> {
  const { playbook } = desk.playbook
  const { ticket, roster, ctx } = desk
  const locale = ticket.locale as Locale
  const shop = roster.shops.find((s) => s.id === ticket.shop_id)
  const brand = await findBrandName(desk.tx)
  const team = playbook.teams.find((t) => t.key === ticket.team)
  const template = pickTemplate(playbook, 'compensation', ticket.kind)
  const item = itemFor(row, playbook.compensation.offers, locale)
  const gift = sayGift({ ...giftOf(row), item }, locale)
  const last = sayCode(code, until, shop?.zone ?? roster.zone, locale)
  const number = numberOf(ticket)
  if (!template) return sentence(locale, 'server', 'gift.told', { number, gift, code: last }).trim()
  return fillTemplate(say(template.text, locale), {
    customer: ticket.customer_name,
    number,
    shop: shop?.name ?? brand,
    brand,
    team: team ? say(team.publicName, locale) : '',
    order: (ticket.fields as { orderNumber?: string }).orderNumber ?? '',
    link: `${ctx.origin}/t/${ctx.keys.tokenFor('progress', ticket.id)}`,
    gift,
    code: last,
  })
}

/** An item that the offer names is said in the customer's language; what a person wrote stays as it is. */
function itemFor(row: CompensationRow, offers: readonly CompensationOffer[], locale: Locale): string {
  const { key } = (row.suggestion ?? {}) as { key?: string }
  const named = offers.find((o) => o.key === key)?.item
  if (!named) return row.item
  return Locale.options.some((l) => say(named, l) === row.item) ? say(named, locale) : row.item
}
