import { v4 as uuidv4 } from 'uuid'
import { PlaceOrder } from '#contracts/orders'
import { customerContext, type Heard, hearDemo } from '#domains/channels'
import { handOverOrder, openBatch, placeOrder, takeTaps } from '#domains/orders'
import { openTickets, takeHeard } from '#domains/tickets'
import { hashSecret } from '#platform/crypto/keys'
import type { DemoPlaces } from '../codes.ts'
import { type IncidentTelling, personOf, shopOf } from './room.ts'

export type TeaTelling = IncidentTelling & {
  places: DemoPlaces
  /** The menu's ids by SKU. */
  items: ReadonlyMap<string, string>
}
type Person = { shop: string; name: string; contact: string }

const MIN_MS = 60_000

/** The shop opens a batch; the one before it is used up. */
export async function openBatches(
  told: TeaTelling,
  at: Date,
  batch: { ingredient: string; code: string },
  shopIds: Iterable<string>,
): Promise<void> {
  for (const shopId of shopIds)
    await openBatch(told.as(personOf(told, 'shop_manager', shopId), at), shopId, batch)
}

/** One drink, made with what the shop has open, and fetched. Shape: the order's id. */
export async function buy(told: TeaTelling, at: Date, sku: string, person: Person): Promise<string> {
  const shopId = shopOf(told, person.shop)
  const after = (min: number) => new Date(at.getTime() + min * MIN_MS)
  const order = PlaceOrder.parse({
    ...{ shopId, kind: 'pickup', source: 'mini_program', paid: true },
    ...{ name: person.name, contact: person.contact },
    items: [{ itemId: told.items.get(sku)!, quantity: 1, options: { sugar: ['less'], ice: ['less'] } }],
  })
  const id = await placeOrder(told.as(personOf(told, 'agent'), at), order)
  const { rows } = await told.look.query<{ id: string }>(
    'select id from orders.kitchen_task where order_id = $1',
    [id],
  )
  const taps = (['start', 'done', 'pass'] as const).flatMap((kind, n) =>
    rows.map((task) => ({ key: uuidv4(), taskId: task.id, kind, at: after(2 + n * 2).toISOString() })),
  )
  await takeTaps(told.as(personOf(told, 'kitchen', shopId), after(7)), shopId, taps)
  await handOverOrder(told.as(personOf(told, 'agent'), after(9)), id, { note: '' })
  return id
}

/** What a customer says at a table's code; shape: the ticket's id. */
export async function report(told: TeaTelling, at: Date, said: Person & { text: string }): Promise<string> {
  const shopId = shopOf(told, said.shop)
  const customer = customerContext({ ...told.services, now: () => at }, told.brandId, 'zh-CN')
  const [receipt] = await openTickets(customer, [
    {
      channelId: told.places.channels.qr,
      channelKind: 'qr',
      externalId: uuidv4(),
      shopId,
      place: told.places.tables.find((table) => table.shopId === shopId)?.label ?? '',
      locale: 'zh-CN',
      body: { content: said.text, mood: 'bad', photos: [], contact: said.contact, name: said.name },
      photoOwner: '',
    },
  ])
  const { rows } = await told.look.query<{ id: string }>(
    'select id from tickets.ticket where token_hash = $1',
    [hashSecret(receipt!.progress.slice(3))],
  )
  return rows[0]!.id
}

/** An e-mail of somebody to whom the brand may write back. */
export async function talk(told: TeaTelling, at: Date, said: Person & { text: string }): Promise<void> {
  const { rows } = await told.look.query<{ id: string }>(
    `select id from channels.channel where brand_id = $1 and kind = 'email' order by created_at limit 1`,
    [told.brandId],
  )
  if (!rows[0]) return
  const ctx = customerContext({ ...told.services, now: () => at }, told.brandId, 'zh-CN')
  const address = said.contact
  const heard: Heard = {
    sort: 'message',
    from: { address, name: said.name, contact: said.contact },
    text: said.text,
    at,
    shopCode: said.shop,
    about: { subject: '想问一下' },
  }
  await hearDemo(ctx, rows[0].id, { externalId: uuidv4(), thread: address, payload: [heard] }, (tx, one) =>
    takeHeard(tx, ctx, one),
  )
}
