import type { z } from 'zod'
import type { KnownCaller, OrderPage, OrderQuery, OrderView } from '#contracts/orders'
import {
  addressesOf,
  customerInReach,
  customerOfContact,
  familyOf,
  maskedCustomer,
  sealContact,
} from '#domains/customers'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { pointOf } from './confirm-order.ts'
import { taboosFor } from './know-customer.ts'
import { type After, countStages, type Found, listOrders } from './list-data.ts'
import { findOrder } from './order-data.ts'
import { orderNumber } from './order-desk.ts'
import { viewOrder, viewRows } from './order-view.ts'

/** One page of orders as this reader may see them (O1). Errors: http.badInput when the cursor is not one of ours. */
export function readOrders(ctx: Ctx, query: z.infer<typeof OrderQuery>): Promise<z.infer<typeof OrderPage>> {
  return ctx.transaction(async (tx) => {
    const rows = await listOrders(
      tx,
      scopeOf(ctx.actor, 'orders.read'),
      {
        ...query,
        found: foundBy(ctx, query.q ?? ''),
        family: query.customerId ? await familyOf(tx, query.customerId) : null,
      },
      query.cursor ? readCursor(query.cursor) : null,
    )
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return {
      rows: await viewRows(tx, ctx, page),
      next: last
        ? Buffer.from(JSON.stringify([last.placed_at.toISOString(), last.id])).toString('base64url')
        : null,
    }
  })
}

export function readStages(ctx: Ctx) {
  return ctx.transaction((tx) => countStages(tx, scopeOf(ctx.actor, 'orders.read')))
}

/** Errors: orders.notFound when it is out of reach. */
export function readOrder(ctx: Ctx, id: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.read'), id)
    if (!order) throw orderErrors.notFound()
    return viewOrder(tx, ctx, order)
  })
}

/** Name, number and address in the clear, with the reason in the audit trail (G1). */
export function revealOrder(ctx: Ctx, id: string, reason: string) {
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.reveal'), id)
    if (!order) throw orderErrors.notFound()
    await audit(tx, ctx, {
      action: 'orders.reveal',
      subjectKind: 'order',
      subjectId: order.id,
      subject: orderNumber(order),
      data: { reason },
    })
    const open = (sealed: Buffer | null) => ctx.keys.open(order.brand_id, sealed)
    return { name: open(order.name_enc), contact: open(order.contact_enc), address: open(order.address_enc) }
  })
}

/**
 * Who calls, while the phone is at the ear: the name, taboos, where things were brought, what was had last (O1, C1).
 * Addresses stand there in the clear, so they are shown within reach only and the audit trail keeps who looked.
 */
export function knownCaller(ctx: Ctx, contact: string): Promise<KnownCaller> {
  return ctx.transaction(async (tx) => {
    const sealed = sealContact(ctx, contact)
    const customerId = await customerOfContact(tx, sealed)
    if (!customerId) return { customerId: null, name: '', taboos: [], addresses: [], lastOrders: [] }
    const [last, file, addresses, taboos] = [
      await listOrders(
        tx,
        scopeOf(ctx.actor, 'orders.read'),
        { stage: 'all', limit: 3, found: null, family: await familyOf(tx, customerId) },
        null,
      ),
      await maskedCustomer(tx, ctx, customerId),
      (await customerInReach(tx, ctx, customerId)) ? await addressesOf(tx, ctx, customerId) : [],
      await taboosFor(tx, ctx, customerId, [], ctx.locale),
    ]
    if (addresses.length)
      await audit(tx, ctx, {
        action: 'orders.caller',
        subjectKind: 'customer',
        subjectId: customerId,
        subject: sealed.masked,
      })
    return {
      customerId,
      name: file?.name || last.find((o) => o.customer_name)?.customer_name || '',
      taboos,
      addresses: addresses
        .slice(0, 6)
        .map(({ id, text, lat, lng }) => ({ id, text, point: pointOf({ lat, lng }) })),
      lastOrders: last.slice(0, 3).map((o) => ({
        id: o.id,
        number: orderNumber(o),
        summary: o.summary,
        placedAt: o.placed_at.toISOString(),
      })),
    }
  })
}

/** D200001 or its digits, a phone number, or the number a platform gave. */
function foundBy(ctx: Ctx, q: string): Found | null {
  if (!q) return null
  const own = /^[dD]?(\d{6,9})$/.exec(q)
  if (own) return { number: Number(own[1]) }
  if (/^\+?[\d\s-]{10,16}$/.test(q) && q.replace(/\D/g, '').length <= 13)
    return { index: sealContact(ctx, q).index }
  return { externalId: q }
}

function readCursor(text: string): After {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string]
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at: new Date(at), id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
