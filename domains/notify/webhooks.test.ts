import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeliveryList } from '#contracts/notify'
import type { Endpoint, EndpointWithSecret, HookCall, HookCallList } from '#contracts/notify/webhooks'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openService } from '../../test/simulators/simulated-http.ts'

type Heard = { headers: Record<string, string>; body: string }
let clock = Date.parse('2026-03-02T12:00:00+08:00')
let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let receiver: Awaited<ReturnType<typeof openReceiver>>

async function openReceiver() {
  const heard: Heard[] = []
  const state = { status: 200, silent: false, answer: 'ok' as string }
  const service = await openService(async (request, body) => {
    heard.push({ headers: request.headers as Record<string, string>, body })
    if (state.silent) return 'silent'
    return {
      status: state.status,
      body: state.answer,
      ...(state.status === 302 ? { headers: { location: '/x' } } : {}),
    }
  })
  return { ...service, heard, state }
}

beforeAll(async () => {
  app = await startApp({ now: new Date(clock).toISOString(), privateHooks: true })
  receiver = await openReceiver()
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
})
afterAll(async () => {
  await receiver.close()
  await app.close()
})
beforeEach(async () => {
  for (const { id } of (await app.as(admin).get<Endpoint[]>('/webhooks')).body)
    await app.as(admin).delete(`/webhooks/${id}`)
  receiver.heard.length = 0
  Object.assign(receiver.state, { status: 200, silent: false, answer: 'ok' })
})

const later = (seconds: number) => {
  clock += seconds * 1000
  app.setNow(new Date(clock).toISOString())
}
async function subscribe(events: string[] = ['ticket.opened']): Promise<EndpointWithSecret> {
  const body = { name: '会员系统', url: `${receiver.url}/hook`, events }
  const made = await app.as(admin).post<EndpointWithSecret>('/webhooks', body)
  expect(made.status).toBe(201)
  return made.body
}
const calls = async (id: string, query = '') =>
  (await app.as(admin).get<z.infer<typeof HookCallList>>(`/webhooks/${id}/calls${query}`)).body.calls
const readOne = async (id: string) =>
  (await app.as(admin).get<Endpoint[]>('/webhooks')).body.find((e) => e.id === id)!
/** As docs/webhooks.md tells a receiver to check. */
function isSigned({ headers, body }: Heard, secret: string): boolean {
  const wanted = createHmac('sha256', secret).update(`${headers['x-huiyin-timestamp']}.${body}`).digest('hex')
  return headers['x-huiyin-signature']!.split(',').includes(`v1=${wanted}`)
}

test('what is subscribed arrives once, signed, with facts and without anything of the customer', async () => {
  const endpoint = await subscribe(['ticket.opened', 'ticket.closed'])
  const { id } = await tell(app, shop, '等了半个多小时，我是张三，电话 13812345678')
  await app.sweep()
  expect(receiver.heard).toHaveLength(1)
  const [call] = receiver.heard
  expect(isSigned(call!, endpoint.secret)).toBe(true)
  expect(isSigned({ ...call!, body: `${call!.body} ` }, endpoint.secret)).toBe(false)
  expect(Number(call!.headers['x-huiyin-timestamp'])).toBe(Math.floor(clock / 1000))
  const body = JSON.parse(call!.body)
  expect(body).toMatchObject({
    id: call!.headers['x-huiyin-event-id'],
    event: 'ticket.opened',
    brandId: shop.brandId,
    data: { ticket: { id, status: 'assigned', shop: { id: shop.id, code: shop.code } } },
  })
  expect(call!.body).not.toMatch(/张三|13812345678|半个多小时/)
  expect(await calls(endpoint.id)).toMatchObject([{ state: 'done', status: 200, answer: 'ok', tries: 1 }])
})

test('after a 500 and after a time-out it is tried again, under the same event id and a new signature', async () => {
  const endpoint = await subscribe()
  receiver.state.status = 500
  receiver.state.answer = 'x'.repeat(5000)
  await tell(app, shop, '珍珠是硬的')
  await app.sweep()
  const [first] = await calls(endpoint.id)
  expect(first).toMatchObject({ state: 'queued', status: 500, fault: 'badStatus', tries: 1 })
  expect(first!.answer).toHaveLength(2000)
  receiver.state.status = 302
  later(11)
  await app.sweep()
  expect((await calls(endpoint.id))[0]).toMatchObject({ fault: 'redirected', tries: 2 })
  receiver.state.status = 200
  later(31)
  await app.sweep()
  expect(receiver.heard).toHaveLength(3)
  expect(new Set(receiver.heard.map((h) => h.headers['x-huiyin-event-id'])).size).toBe(1)
  expect(new Set(receiver.heard.map((h) => h.headers['x-huiyin-signature'])).size).toBe(3)
  for (const one of receiver.heard) expect(isSigned(one, endpoint.secret)).toBe(true)
  expect(await calls(endpoint.id)).toMatchObject([{ state: 'done', tries: 3 }])
})

test('a receiver that never answers is hung up on', async () => {
  const { postCall } = await import('#platform/outside/post-call')
  receiver.state.silent = true
  const result = await postCall(`${receiver.url}/x`, '{}', { headers: {}, allowPrivate: true, timeoutMs: 50 })
  expect(result).toMatchObject({ ok: false, problem: 'timedOut', status: null })
})

test('both secrets sign while one takes the place of the other, then only the new one', async () => {
  const before = await subscribe()
  const after = (
    await app.as(admin).post<EndpointWithSecret>(`/webhooks/${before.id}/secret`, { overlapHours: 2 })
  ).body
  expect(after.secret).not.toBe(before.secret)
  await tell(app, shop, '奶盖没有打发')
  await app.sweep()
  const both = receiver.heard.at(-1)!
  expect([isSigned(both, before.secret), isSigned(both, after.secret)]).toEqual([true, true])
  later(2 * 3600 + 1)
  await tell(app, shop, '吸管都没给')
  await app.sweep()
  const one = receiver.heard.at(-1)!
  expect([isSigned(one, before.secret), isSigned(one, after.secret)]).toEqual([false, true])
})

test('a day without an answer disables it with the reason; what it missed can be told again', async () => {
  const endpoint = await subscribe()
  await app.as(admin).put('/notice-senders/email', { host: '127.0.0.1', port: 1, from: 'notice@example.com' })
  await app.as(admin).put('/me/notices', { email: 'admin@example.com', quiet: false })
  const from = new Date(clock).toISOString()
  receiver.state.status = 503
  await tell(app, shop, '漏了一杯')
  for (let i = 0; i < 11; i++) {
    await app.sweep()
    later(28_801)
  }
  expect(await readOne(endpoint.id)).toMatchObject({
    state: 'disabled',
    reason: 'badStatus',
    reasonData: { status: 503 },
  })
  await app.sweep()
  const told = (await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries')).body.deliveries
  expect(told.filter((d) => d.kind === 'webhook_disabled').map((d) => [d.means, d.to])).toEqual([
    ['email', admin.name],
  ])
  await tell(app, shop, '又漏了一杯')
  await app.sweep()
  expect((await calls(endpoint.id)).map((c) => c.state).sort()).toEqual(['failed', 'missed'])
  receiver.state.status = 200
  receiver.heard.length = 0
  const { name, url, events } = endpoint
  await app.as(admin).put(`/webhooks/${endpoint.id}`, { name, url, events, on: true })
  const to = (days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString()
  const tooLong = await app.as(admin).post(`/webhooks/${endpoint.id}/replay`, { from, to: to(8) })
  expect(tooLong.problem.code).toBe('notify.spanWrong')
  const again = await app.as(admin).post(`/webhooks/${endpoint.id}/replay`, { from, to: to(6) })
  expect(again.body).toEqual({ count: 2 })
  await app.sweep()
  expect(receiver.heard).toHaveLength(2)
  expect((await calls(endpoint.id)).map((c) => [c.state, c.again])).toEqual([
    ['done', true],
    ['done', true],
  ])
  await app.as(admin).post(`/webhook-calls/${(await calls(endpoint.id))[0]!.id}/replay`)
  await app.sweep()
  expect(receiver.heard).toHaveLength(3)
})

test('an address that says it is gone is not called any more', async () => {
  const endpoint = await subscribe()
  receiver.state.status = 410
  await tell(app, shop, '冰太多了')
  await app.sweep()
  expect(await readOne(endpoint.id)).toMatchObject({ state: 'disabled', reason: 'gone' })
})

test('a test is sent at once and its answer shown', async () => {
  const endpoint = await subscribe()
  receiver.state.answer = '收到'
  const ping = (await app.as(admin).post<HookCall>(`/webhooks/${endpoint.id}/ping`)).body
  expect(ping).toMatchObject({ event: 'ping', state: 'done', status: 200, answer: '收到' })
  receiver.state.status = 404
  const bad = (await app.as(admin).post<HookCall>(`/webhooks/${endpoint.id}/ping`)).body
  expect(bad).toMatchObject({ state: 'failed', status: 404, fault: 'badStatus' })
})

test('the life of a ticket is told by its public names', async () => {
  await subscribe(['ticket.opened', 'ticket.message_added', 'ticket.moved', 'ticket.closed', 'rating.given'])
  const { id } = await tell(app, shop, '杯子漏了')
  await app.as(agent).post(`/tickets/${id}/replies`, { text: '您好，马上给您重做一杯。' })
  await app.sweep()
  const names = receiver.heard.map((h) => JSON.parse(h.body).event)
  expect(names).toContain('ticket.opened')
  expect(names).toContain('ticket.message_added')
  expect(names).toContain('ticket.moved')
})

test('without the setting for development this machine and the house are out of reach, whatever DNS says', async () => {
  const strict = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  try {
    const boss = await strict.make.staff({ role: 'admin' })
    const make = (url: string) =>
      strict.as(boss).post<EndpointWithSecret>('/webhooks', { name: 'x', url, events: ['ticket.opened'] })
    for (const url of [
      receiver.url,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.0.0.8/hook',
      'https://169.254.169.254/latest/meta-data',
      'https://0x7f000001/',
      'https://localhost/',
      'http://hooks.example.com/',
      'https://user@hooks.example.com/',
    ])
      expect([url, (await make(url)).problem?.code]).toEqual([url, 'notify.endpointPrivate'])
  } finally {
    await strict.close()
  }
  const { postCall } = await import('#platform/outside/post-call')
  // The name is public by its looks and leads home.
  const result = await postCall(receiver.url.replace('127.0.0.1', 'localhost.localdomain'), '{}', {
    headers: {},
    allowPrivate: false,
  })
  expect(['privateAddress', 'nameUnknown']).toContain(result.problem)
  expect(receiver.heard).toEqual([])
})
