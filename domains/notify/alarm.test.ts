import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeliveryList, Robot } from '#contracts/notify'
import type { Entry, EntryPage } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openDingtalk } from '../../test/simulators/dingtalk.ts'
import { openFeishu } from '../../test/simulators/feishu.ts'
import { openWecom } from '../../test/simulators/wecom.ts'
import { insertDeliveries } from './send/delivery-data.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const GLASS = '奶茶里喝出玻璃渣，嘴都划破了'
const WECOM = {
  key: 'k1',
  corpId: 'ww1',
  secret: 'app-secret-0001',
  agentId: 1000002,
  users: ['manager.wang', 'quality.li'],
}

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
let quality: MadeStaff
let wecom: Awaited<ReturnType<typeof openWecom>>
let dingtalk: Awaited<ReturnType<typeof openDingtalk>>
let feishu: Awaited<ReturnType<typeof openFeishu>>
const now = () => app.services.now()

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  wecom = await openWecom(WECOM, now)
  dingtalk = await openDingtalk({ token: 't1', secret: 'SEC1', keyword: '回音' }, now)
  feishu = await openFeishu({ hook: 'h1', secret: 'fs1' }, now)
  shop = await app.make.shop({ name: '西湖店' })
  admin = await app.make.staff({ role: 'admin' })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长', phone: '13900000001' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  await app.make.staff({ role: 'region_manager', name: '赵区域', phone: '13900000003' })
  await app.as(admin).put('/notice-senders/wecom', {
    corpId: WECOM.corpId,
    agentId: String(WECOM.agentId),
    secret: WECOM.secret,
    base: wecom.url,
  })
  await app
    .as(quality)
    .put('/me/notices', { means: { alarm: [], assigned: [] }, wecomUser: 'quality.li', feishuUser: 'ou_li' })
})
afterAll(async () => {
  await Promise.all([wecom.close(), dingtalk.close(), feishu.close()])
  await app.close()
})
beforeEach(() => app.setNow(NOON))

const robot = async (kind: string, address: string, more: object = {}) =>
  (
    await app.as(admin).post<Robot>('/robots', {
      kind,
      address,
      name: `${kind}群`,
      groups: ['alarm'],
      ...more,
    })
  ).body
const later = (seconds: number) => app.setNow(new Date(now().getTime() + seconds * 1000).toISOString())
const timeline = async (id: string): Promise<Entry[]> =>
  (await app.as(quality).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const toldIn = async (id: string) => (await timeline(id)).filter((e) => /^alarm_(un)?told$/.test(e.fact))

test('a P1 reaches groups and people by every means, again and again, until somebody takes it', async () => {
  const rooms = [
    await robot('wecom', wecom.robotAddress),
    await robot('dingtalk', dingtalk.address, { secret: 'SEC1' }),
    await robot('feishu', feishu.address, { secret: 'fs1', shopId: shop.id }),
  ]
  expect(JSON.stringify(rooms)).not.toContain('k1&')
  const { id } = await tell(app, shop, `${GLASS}，我电话 13812345678`)
  await app.sweep()

  const [group] = wecom.said
  expect(group!.content).toContain('【P1】')
  expect(group!.content).toContain('西湖店')
  expect(group!.content).toContain(`https://echo.example.com/tickets/${id}`)
  expect(group!.mentioned_list).toContain('quality.li')
  expect(group!.mentioned_mobile_list).toContain('13900000001')
  expect(dingtalk.said[0]!.at.atMobiles).toContain('13900000001')
  expect(dingtalk.said[0]!.text.content).toContain('@13900000001')
  expect(feishu.said[0]).toContain('<at user_id="ou_li">李品控</at>')
  expect(wecom.cards.filter((c) => c.to === 'quality.li')).toHaveLength(1)
  const everything = JSON.stringify([wecom.said, dingtalk.said, feishu.said, wecom.cards])
  expect(everything).not.toContain('13812345678')
  expect(everything).not.toContain('玻璃渣')

  const [line, ...more] = await toldIn(id)
  expect(more).toEqual([])
  expect(line!.data).toMatchObject({
    level: 0,
    by: { robot: ['wecom群', 'dingtalk群', 'feishu群'], wecom: ['李品控'] },
    missed: [],
  })

  later(61)
  await app.sweep()
  expect(wecom.said.length).toBe(2)
  expect(dingtalk.said.length).toBe(2)
  expect(wecom.cards.filter((c) => c.to === 'quality.li')).toHaveLength(2)
  expect(await toldIn(id)).toHaveLength(2)
  // Long after everybody of the chain was called it still calls.
  for (let i = 0; i < 6; i++) {
    later(901)
    await app.sweep()
  }
  expect(wecom.said.length).toBe(8)

  expect((await app.as(manager).put(`/tickets/${id}/alarm`, {})).status).toBeLessThan(300)
  for (let i = 0; i < 3; i++) {
    later(901)
    await app.sweep()
  }
  expect(wecom.said.length).toBe(8)
  expect(dingtalk.said.length).toBe(8)
})

test('what waits for its turn is not sent any more once somebody has taken it', async () => {
  wecom.state.broken = 2
  const before = wecom.said.length
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  expect(wecom.said.length).toBe(before)
  await app.as(manager).put(`/tickets/${id}/alarm`, {})
  later(30)
  await app.sweep()
  expect(wecom.said.length).toBe(before)
  const dropped = await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=dropped')
  expect(dropped.body.deliveries.map((d) => [d.to, d.fault])).toContainEqual(['wecom群', 'taken'])
})

test('a robot that is down for a moment gets it a little later, once', async () => {
  wecom.state.broken = 2
  const before = wecom.said.length
  await tell(app, shop, GLASS)
  await app.sweep()
  later(6)
  await app.sweep()
  later(11)
  await app.sweep()
  expect(wecom.said.length).toBe(before + 1)
})

test('an event that could not be turned into messages is told a little later', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  await owner.query(`
    create function notify.spoil() returns trigger language plpgsql as $$ begin raise exception 'spoilt'; end $$;
    create trigger spoil before insert on notify.delivery for each row execute function notify.spoil()`)
  const before = wecom.said.length
  await tell(app, shop, GLASS)
  await app.sweep()
  expect(wecom.said.length).toBe(before)
  await owner.query('drop trigger spoil on notify.delivery')
  await owner.end()
  later(6)
  await app.sweep()
  expect(wecom.said.length).toBe(before + 1)
})

test('a message that can’t be made is put off by itself and keeps no alarm from its group', async () => {
  const group = (await app.as(admin).get<Robot[]>('/robots')).body.find((r) => r.kind === 'wecom')!
  const ctx = systemContext(app.services, admin.brandId)
  const broken = { means: 'robot', robot_id: group.id, staff_id: null, ticket_id: null, round_id: null }
  const rows = [
    { ...broken, dedupe: 'broken', kind: 'early_emergency', data: { earlyId: 'no id' }, at: now() },
  ]
  await ctx.transaction((tx) => insertDeliveries(tx, ctx, rows))
  const before = wecom.said.length
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  expect(wecom.said.slice(before).map((s) => s.content)).toEqual([expect.stringContaining(`/tickets/${id}`)])
  const waiting = await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=queued')
  expect(waiting.body.deliveries).toContainEqual(
    expect.objectContaining({ kind: 'early_emergency', fault: 'unforeseen', tries: 1 }),
  )
  await app.as(manager).put(`/tickets/${id}/alarm`, {})
})

test('while a service can’t be reached one message tries it; the others lose no try', async () => {
  const gone = await openWecom(WECOM, now)
  await gone.close()
  const { id: robotId } = await robot('wecom', gone.robotAddress, { name: '失联群' })
  const told = [await tell(app, shop, `${GLASS}一`), await tell(app, shop, `${GLASS}二`)]
  told.push(await tell(app, shop, `${GLASS}三`))
  await app.sweep()
  const list = await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=queued')
  const waiting = list.body.deliveries.filter((d) => d.to === '失联群')
  expect(waiting.length).toBeGreaterThan(2)
  expect(new Set(waiting.map((d) => d.fault))).toEqual(new Set(['unreachable']))
  expect(waiting.reduce((sum, d) => sum + d.tries, 0)).toBe(1)
  for (const { id } of told) await app.as(manager).put(`/tickets/${id}/alarm`, {})
  await app.as(admin).delete(`/robots/${robotId}`)
})

test('what went out while the database restarted is noted when it is back, and not sent once more', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  await owner.query(`
    create sequence notify.restarts;
    create function notify.restart() returns trigger language plpgsql security definer as $$ begin
      if nextval('notify.restarts') <= 2 then raise exception 'the database system is shutting down'; end if; return new; end $$;
    create trigger restart before update on notify.delivery for each row when (new.state = 'sent' and new.means = 'robot')
      execute function notify.restart()`)
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  await owner.query('drop trigger restart on notify.delivery')
  await owner.end()
  expect((await toldIn(id))[0]!.data).toMatchObject({ by: { robot: expect.arrayContaining(['wecom群']) } })
  await app.as(manager).put(`/tickets/${id}/alarm`, {})
  later(70)
  await app.sweep()
  expect(wecom.said.filter((s) => s.content.includes(id))).toHaveLength(1)
})
