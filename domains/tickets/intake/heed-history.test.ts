import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FeedbackBody } from '#contracts/channels'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop } from '#test/make'
import { tell } from '#test/told'
import type { Incoming } from './decide-opening.ts'
import { loadWorld, openEach } from './open-tickets.ts'

let app: TestApp
let shop: MadeShop

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  await app.make.staff({ role: 'shop_manager', shop })
})
afterAll(() => app.close())

test('who has complained often is served as a serious matter, and each text is read once', async () => {
  const ctx = systemContext(app.services, shop.brandId)
  const { id } = await tell(app, shop, '奶茶是温的')
  const inBrand = app.services.db.inBrand
  const { channel_id } = await inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('channel_id').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  const read: string[] = []
  const complain = async (content: string) => {
    const world = await ctx.transaction((tx) => loadWorld(tx, ctx))
    const ears = world.ears.read!
    const counted = (text: string, known: Parameters<typeof ears>[1]) => {
      read.push(text)
      return ears(text, known)
    }
    const incoming: Incoming = {
      channelId: channel_id,
      channelKind: 'qr',
      externalId: randomUUID(),
      shopId: shop.id,
      place: '',
      locale: 'zh-CN',
      body: FeedbackBody.parse({ content, mood: 'bad', contact: '13900001111' }),
      photoOwner: '',
    }
    await openEach(ctx, [incoming], { ...world, ears: { read: counted } })
    return inBrand(shop.brandId, (tx) =>
      tx
        .selectFrom('tickets.ticket')
        .select(['severity', 'id'])
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow(),
    )
  }
  const words = ['奶茶是温的，等了十分钟', '珍珠硬得嚼不动', '又是温的，没人管']
  const told = [await complain(words[0]!), await complain(words[1]!), await complain(words[2]!)]
  expect(told.map(({ severity }) => severity >= 3)).toEqual([false, false, true])
  expect(read).toEqual(words)
})
