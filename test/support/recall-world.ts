import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Room, TimelinePage } from '#contracts/incidents'
import type { AffectedPage } from '#contracts/incidents/affected'
import type { OrderView, PlaceOrder } from '#contracts/orders'
import type { Tx } from '#platform/db/database'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { connectChannel } from './connected.ts'
import { furnish, place, twoTeas } from './order-world.ts'
import { openWorld } from './wechat-world.ts'

export const RECALL = '您今天在门店买到的红豆包可能混入异物，请先不要食用，我们会全额退款并上门取回。'
export const phoneOf = (n: number) => `1390000${String(n).padStart(4, '0')}`
export type RecallWorld = Awaited<ReturnType<typeof openRecallWorld>>

/** A shop whose red-bean bun has to be called back: its orders, a vendor of text messages that keeps what it was given, quality who leads and an executive who approves. */
export async function openRecallWorld() {
  const world = await openWorld()
  const { app, shop, admin, agent } = world
  const vendor = await aliyunSms()
  const sms = await connectChannel(app, world, 'sms', {
    vendor: 'aliyun',
    endpoint: vendor.url,
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_1',
    replyVariables: ['text'],
    noticeTemplate: 'SMS_2',
    noticeVariables: ['text', 'progress'],
    variableMost: 0,
    mostPieces: 8,
    fallback: true,
  })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const cook = await app.make.staff({ role: 'kitchen', shop })
  const items = await furnish(app, { shop, admin, manager, cook })
  const quality = await app.make.staff({ role: 'quality', name: '李品控' })
  const executive = await app.make.staff({ role: 'executive', name: '吴总' })
  const asQuality = () => app.as(quality)
  const tx = <T>(work: (tx: Tx) => Promise<T>) => app.services.db.inBrand(shop.brandId, work)
  const order = async (id: string) => (await app.as(agent).get<OrderView>(`/orders/${id}`)).body

  return {
    world,
    app,
    vendor,
    sms,
    items,
    quality,
    executive,
    asQuality,
    tx,
    order,
    /** What `POST …/affected` looks for: everybody who had a bun that day. */
    buns: { itemIds: [items.bun], from: '2026-03-01T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z' },
    /** One bun for somebody; without a contact somebody unknown has it at a table. */
    bun: (name: string, contact: string | undefined, more: Partial<PlaceOrder> = {}) =>
      place(app, agent, {
        ...twoTeas({ shop, items }),
        items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
        name,
        ...(contact
          ? { contact }
          : { contact: undefined, address: undefined, kind: 'dine_in', source: 'counter' }),
        ...more,
      }),
    customerOf: async (orderId: string) => (await order(orderId)).customerId!,
    /** This customer wants no messages from the shop. */
    decline: (customerId: string) =>
      tx((t) =>
        t
          .insertInto('customers.consent')
          .values({
            purpose: 'service',
            text_version: '1',
            text: '',
            channel: '',
            by_kind: 'customer',
            brand_id: shop.brandId,
            id: uuidv7(),
            customer_id: customerId,
            given_at: new Date('2026-02-01'),
            withdrawn_at: new Date('2026-02-02'),
          })
          .execute(),
      ),
    openRoom: async (more: object = {}): Promise<string> => {
      const room = { source: 'hand', plan: 'foreign_object', title: '红豆包里有金属丝', shopIds: [shop.id] }
      const opened = await asQuality().post<Room>('/incidents', { ...room, ...more })
      if (opened.status !== 201) throw new Error(opened.text)
      return opened.body.id
    },
    room: async (id: string) => (await asQuality().get<Room>(`/incidents/${id}`)).body,
    rows: async (id: string) =>
      (await asQuality().get<z.infer<typeof AffectedPage>>(`/incidents/${id}/affected`)).body.rows,
    /** The timeline, the oldest first. */
    timeline: async (id: string) =>
      (
        await asQuality().get<z.infer<typeof TimelinePage>>(`/incidents/${id}/timeline`)
      ).body.entries.toReversed(),
    close: async () => {
      await world.close()
      await vendor.close()
    },
  }
}
