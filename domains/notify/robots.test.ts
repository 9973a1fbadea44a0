import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { healthChanged } from '#contracts/channels/connect'
import type { DeliveryList, Robot, TestResult } from '#contracts/notify'
import { systemContext } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openDingtalk } from '../../test/simulators/dingtalk.ts'
import { openFeishu } from '../../test/simulators/feishu.ts'
import { openWecom } from '../../test/simulators/wecom.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const GLASS = '奶茶里喝出玻璃渣，嘴都划破了'
let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
const now = () => app.services.now()

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  await app.make.staff({ role: 'agent', name: '小陈' })
  manager = await app.make.staff({ role: 'shop_manager', shop })
})
afterAll(() => app.close())

async function addRobot(kind: string, address: string, more: object = {}): Promise<Robot> {
  const body = { kind, address, name: `${kind}群`, groups: ['alarm', 'assigned', 'trouble'], ...more }
  const made = await app.as(admin).post<Robot>('/robots', body)
  expect(made.status).toBe(201)
  return made.body
}
const tryOut = async (robot: Robot) => (await app.as(admin).post<TestResult>(`/robots/${robot.id}/test`)).body
const remove = (robot: Robot) => app.as(admin).delete(`/robots/${robot.id}`)
const deliveries = async (state: string) =>
  (await app.as(admin).get<z.infer<typeof DeliveryList>>(`/notice-deliveries?state=${state}`)).body.deliveries

test('an address of another service is refused at its field', async () => {
  const body = {
    kind: 'feishu',
    address: 'https://oapi.dingtalk.com/robot/send?access_token=x',
    name: '错',
    groups: ['alarm'],
  }
  const { problem } = await app.as(admin).post('/robots', body)
  expect(problem).toMatchObject({ code: 'notify.robotAddress', field: 'address', status: 422 })
})

test('the test of a robot says what is wrong', async () => {
  const dingtalk = await openDingtalk({ token: 't', secret: 'SEC' }, now)
  const feishu = await openFeishu({ hook: 'h', secret: 'fs' }, now)
  const wecom = await openWecom({ key: 'k', corpId: '', secret: '', agentId: 1, users: [] }, now)
  const good = await addRobot('dingtalk', dingtalk.address, { secret: 'SEC' })
  expect(await tryOut(good)).toEqual({ ok: true, fault: '', data: {} })
  expect(dingtalk.said[0]!.text.content).toContain('dingtalk群')
  const cases: [Robot, string][] = [
    [await addRobot('dingtalk', dingtalk.address, { secret: 'SEC-wrong' }), 'sign'],
    [await addRobot('dingtalk', dingtalk.address.replace('=t', '=gone'), { secret: 'SEC' }), 'robotGone'],
    [await addRobot('feishu', feishu.address, { secret: 'wrong' }), 'signOrClock'],
    [await addRobot('feishu', feishu.address.replace(/h$/, 'nobody'), { secret: 'fs' }), 'robotGone'],
    [await addRobot('wecom', wecom.robotAddress.replace('=k', '=nobody')), 'robotGone'],
    [await addRobot('wecom', 'http://127.0.0.1:9/cgi-bin/webhook/send?key=k'), 'unreachable'],
  ]
  for (const [robot, fault] of cases) expect(await tryOut(robot)).toMatchObject({ ok: false, fault })
  dingtalk.options.keyword = '门店报警'
  expect(await tryOut(good)).toMatchObject({ fault: 'keyword', data: { code: 310000 } })
  dingtalk.options.refuseIp = true
  expect(await tryOut(good)).toMatchObject({ fault: 'ipRefused' })
  feishu.options.keyword = '门店报警'
  const fs = await addRobot('feishu', feishu.address, { secret: 'fs' })
  expect(await tryOut(fs)).toMatchObject({ fault: 'keyword', data: { code: 19024 } })
  const listed = (await app.as(admin).get<Robot[]>('/robots')).body
  expect(listed.find((r) => r.id === fs.id)!.health).toMatchObject({ state: 'fault', code: 'keyword' })
  expect(JSON.stringify(listed)).not.toContain('access_token')
  for (const robot of listed) await remove(robot)
  await Promise.all([dingtalk.close(), feishu.close(), wecom.close()])
})

test('a clock that runs an hour ahead is told as such', async () => {
  const ahead = () => new Date(now().getTime() + 2 * 3_600_000)
  const dingtalk = await openDingtalk({ token: 't', secret: 'SEC' }, ahead)
  const feishu = await openFeishu({ hook: 'h', secret: 'fs' }, ahead)
  const [one, two] = [
    await addRobot('dingtalk', dingtalk.address, { secret: 'SEC' }),
    await addRobot('feishu', feishu.address, { secret: 'fs' }),
  ]
  expect(await tryOut(one)).toMatchObject({ fault: 'clock' })
  expect(await tryOut(two)).toMatchObject({ fault: 'signOrClock' })
  await Promise.all([remove(one), remove(two), dingtalk.close(), feishu.close()])
})

test('beyond twenty a minute the rest is told in one message, and every alarm is in it', async () => {
  const wecom = await openWecom({ key: 'k', corpId: '', secret: '', agentId: 1, users: [] }, now)
  const robot = await addRobot('wecom', wecom.robotAddress)
  for (let i = 0; i < 22; i++) await tell(app, shop, `等了半个多小时 ${i}`)
  const alarms = [await tell(app, shop, GLASS), await tell(app, shop, `${GLASS}！`)]
  await app.sweep()
  expect(wecom.said).toHaveLength(20)
  const text = wecom.said.map((s) => s.content).join('\n')
  for (const { id } of alarms) expect(text).toContain(id)
  expect(wecom.said.at(-1)!.content).toMatch(/5 条合在一起/)
  for (const { id } of alarms) await app.as(manager).put(`/tickets/${id}/alarm`)
  expect(await deliveries('failed')).toEqual([])
  expect(await deliveries('queued')).toEqual([])
  await remove(robot)
  await wecom.close()
})

test('a service that was asked too often by others is left alone for as long as it wants', async () => {
  app.setNow('2026-03-02T13:00:00+08:00')
  const dingtalk = await openDingtalk({ token: 't' }, now)
  const robot = await addRobot('dingtalk', dingtalk.address)
  for (let i = 0; i < 21; i++)
    await fetch(dingtalk.address, {
      method: 'POST',
      body: JSON.stringify({ text: { content: '别的系统' }, at: {} }),
    })
  const before = dingtalk.said.length
  await tell(app, shop, '等了半个多小时，也没人管')
  await app.sweep()
  expect((await deliveries('queued'))[0]).toMatchObject({ fault: 'quota', tries: 0 })
  app.setNow('2026-03-02T13:10:01+08:00')
  await app.sweep()
  expect(
    dingtalk.said
      .slice(before)
      .map((s) => s.text.content)
      .join(),
  ).toContain('新工单分给')
  await remove(robot)
  await dingtalk.close()
})

test('a robot of another shop keeps silent; a refused message is shown and can be sent again', async () => {
  app.setNow('2026-03-02T14:00:00+08:00')
  const other = await app.make.shop()
  const feishu = await openFeishu({ hook: 'h', keyword: '门店' }, now)
  const away = await addRobot('feishu', feishu.address, { shopId: other.id })
  const here = await addRobot('feishu', feishu.address, { regionId: shop.regionId, name: '区域群' })
  await tell(app, shop, '点的三分糖，喝着全糖')
  await app.sweep()
  const [dead, ...more] = await deliveries('failed')
  expect(more).toEqual([])
  expect(dead).toMatchObject({ to: '区域群', fault: 'keyword', tries: 1 })
  delete feishu.options.keyword
  await app.as(admin).post(`/notice-deliveries/${dead!.id}/again`)
  await app.sweep()
  expect(feishu.said).toHaveLength(1)
  await Promise.all([remove(away), remove(here), feishu.close()])
})

test('a channel that fails is brought to its owner, and again when it works', async () => {
  app.setNow('2026-03-02T15:00:00+08:00')
  const wecom = await openWecom({ key: 'k', corpId: '', secret: '', agentId: 1, users: [] }, now)
  const robot = await addRobot('wecom', wecom.robotAddress)
  const [channel] = (await app.as(admin).get<{ id: string; name: string }[]>('/channels')).body
  await app.as(admin).patch(`/channels/${channel!.id}`, { ownerId: admin.id })
  const ctx = systemContext(app.services, shop.brandId)
  for (const state of ['fault', 'ok'] as const) {
    const body = { channelId: channel!.id, state, code: state === 'ok' ? '' : 'timedOut' }
    await ctx.transaction((tx) => publish(tx, ctx, eventRow(healthChanged, body)))
    await app.sweep()
  }
  expect(wecom.said.map((s) => s.content)).toEqual([
    expect.stringContaining(`渠道「${channel!.name}」出故障了，请${admin.name}`),
    expect.stringContaining('恢复正常'),
  ])
  await remove(robot)
  await wecom.close()
})

test('nobody who may not set it up sees or changes a robot', async () => {
  const agent = await app.make.staff({ role: 'agent' })
  expect((await app.as(agent).get('/robots')).status).toBe(403)
  expect((await app.as(agent).get('/webhooks')).status).toBe(403)
})

test('a robot’s address and a sender’s server: no machine of a cloud, and no kept secret for another host', async () => {
  const dingtalk = await openDingtalk({ token: 't', secret: 'SEC' }, now)
  const robot = await addRobot('dingtalk', dingtalk.address, { secret: 'SEC' })
  const path = '/robot/send?access_token=t'
  const save = (more: object) =>
    app.as(admin).put(`/robots/${robot.id}`, { name: '群', groups: ['alarm'], ...more })
  const moved = { address: `http://10.0.0.9${path}` }
  expect((await save(moved)).problem).toMatchObject({ code: 'notify.secretAgain', field: 'secret' })
  expect((await save({ ...moved, secret: 'SEC' })).status).toBe(200)
  expect((await save({ address: `http://169.254.169.254${path}`, secret: 'SEC' })).problem).toMatchObject({
    code: 'notify.addressRefused',
    field: 'address',
  })
  const box = { host: 'smtp.example.com', user: 'a@example.com', from: 'a@example.com' }
  const mailbox = (more: object) => app.as(admin).put('/notice-senders/email', { ...box, ...more })
  expect((await mailbox({ password: 'p' })).status).toBe(200)
  expect((await mailbox({})).status).toBe(200)
  expect((await mailbox({ host: 'thief.example' })).problem).toMatchObject({
    code: 'notify.secretAgain',
    field: 'password',
  })
  expect((await mailbox({ host: '169.254.1.1', password: 'p' })).problem).toMatchObject({ field: 'host' })
  await Promise.all([remove(robot), dingtalk.close()])
})
