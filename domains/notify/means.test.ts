import { createECDH, randomBytes } from 'node:crypto'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeliveryList, NoticePreferences, OwnTest, Senders, TestResult } from '#contracts/notify'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openWecom } from '../../test/simulators/wecom.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const WECOM = { key: 'k', corpId: 'ww1', secret: 'app-secret-0001', agentId: 1000002, users: ['chen'] }
let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let wecom: Awaited<ReturnType<typeof openWecom>>

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  wecom = await openWecom(WECOM, () => app.services.now())
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent', name: '小陈' })
})
afterAll(async () => {
  await wecom.close()
  await app.close()
})

const wecomSettings = (more: object = {}) => ({
  corpId: WECOM.corpId,
  agentId: String(WECOM.agentId),
  secret: WECOM.secret,
  base: wecom.url,
  ...more,
})
const own = (more: object) => app.as(agent).put<NoticePreferences>('/me/notices', { quiet: false, ...more })
const tryOwn = async () => (await app.as(agent).post<OwnTest>('/me/notices/test')).body.results

test('the test of the WeCom application says what is wrong, and its secret is never shown', async () => {
  const check = async (settings: object) => {
    await app.as(admin).put('/notice-senders/wecom', settings)
    return (await app.as(admin).post<TestResult>('/notice-senders/wecom/test')).body
  }
  expect(await check(wecomSettings({ corpId: 'other' }))).toMatchObject({ ok: false, fault: 'wecomCorp' })
  expect(await check(wecomSettings({ secret: 'wrong' }))).toMatchObject({ ok: false, fault: 'wecomSecret' })
  expect(await check(wecomSettings())).toEqual({ ok: true, fault: '', data: {} })
  const shown = (await app.as(admin).get<Senders>('/notice-senders')).body
  expect(shown.wecom).toMatchObject({ set: true, secret: '••••0001', health: { state: 'ok' } })
  expect(JSON.stringify(shown)).not.toContain(WECOM.secret)
})

test('somebody hears of a new ticket in WeCom; a token that died is renewed once and the message comes once', async () => {
  await app.as(admin).put('/notice-senders/wecom', wecomSettings())
  await own({ wecomUser: 'chen' })
  wecom.dropTokens()
  wecom.state.tokensGiven = 0
  const { id } = await tell(app, shop, '等了半个多小时')
  await app.sweep()
  expect(wecom.cards).toHaveLength(1)
  expect(wecom.cards[0]!.card).toMatchObject({ url: `https://echo.example.com/tickets/${id}` })
  wecom.dropTokens()
  await tell(app, shop, '又等了半个多小时')
  await tell(app, shop, '还是等了半个多小时')
  await app.sweep()
  expect(wecom.cards).toHaveLength(3)
  expect(wecom.state.tokensGiven).toBe(2)
})

test('errcode 0 with invaliduser is no delivery', async () => {
  await own({ wecomUser: 'nobody-here' })
  expect(await tryOwn()).toEqual([
    expect.objectContaining({ means: 'push', ok: false, fault: 'noAddress' }),
    expect.objectContaining({ means: 'wecom', ok: false, fault: 'personUnknown' }),
  ])
})

test('off duty it is quiet, unless wanted otherwise', async () => {
  const night = await app.make.staff({ role: 'agent', name: '夜班', onDuty: false })
  await app.as(night).put('/me/notices', { quiet: true, wecomUser: 'chen' })
  const before = wecom.cards.length
  const ticket = await tell(app, shop, '奶盖没有打发')
  await app.as(agent).put(`/tickets/${ticket.id}/assignment`, { assigneeId: night.id })
  await app.sweep()
  expect(wecom.cards.length).toBe(before)
})

test('whoever has left while it was on its way is told nothing', async () => {
  const leaver = await app.make.staff({ role: 'agent', name: '小离', onDuty: true })
  await app.as(leaver).put('/me/notices', { quiet: false, wecomUser: 'chen' })
  wecom.state.broken = 9
  const ticket = await tell(app, shop, '椰果是酸的')
  await app.as(agent).put(`/tickets/${ticket.id}/assignment`, { assigneeId: leaver.id })
  await app.sweep()
  wecom.state.broken = 0
  expect((await app.as(admin).put(`/staff/${leaver.id}/lock`)).status).toBe(200)
  app.setNow(new Date(app.services.now().getTime() + 10_000).toISOString())
  await app.sweep()
  const all = (await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries')).body.deliveries
  const own = all.filter((d) => d.to === '小离')
  expect(new Set(own.map((d) => `${d.state} ${d.fault}`))).toEqual(new Set(['dropped personLeft']))
})

test('a mail tells with a link, and says when the mailbox refuses', async () => {
  const mails: Buffer[] = []
  const smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: auth.username }) : done(new Error('535 wrong')),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts))
        done()
      })
    },
  })
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', () => done()))
  const { port } = smtp.server.address() as { port: number }
  const box = { host: '127.0.0.1', port, tls: false, user: 'notice', from: '回音 <notice@example.com>' }
  await app.as(admin).put('/notice-senders/email', { ...box, password: 'wrong' })
  const check = () => app.as(admin).post<TestResult>('/notice-senders/email/test')
  expect((await check()).body).toMatchObject({ ok: false, fault: 'mailSignIn' })
  await app.as(admin).put('/notice-senders/email', { ...box, password: 'right' })
  expect((await check()).body).toMatchObject({ ok: true })
  await own({ email: 'chen@example.com', means: { assigned: ['email'] } })
  const { id } = await tell(app, shop, '吸管都没给')
  await app.sweep()
  expect(mails).toHaveLength(1)
  const mail = await simpleParser(mails[0]!)
  expect(mail.subject).toContain('新工单分给您')
  expect(mail.text).toContain(`https://echo.example.com/tickets/${id}`)
  expect(mail.messageId).toMatch(/\.notice@example\.com>$/)
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  await new Promise<void>((done) => smtp.close(() => done()))
})

test('a browser is kept with the keys it gave, and belongs to its owner alone', async () => {
  const before = (await app.as(agent).get<NoticePreferences>('/me/notices')).body
  expect(before.pushKey).toBe((await app.as(admin).get<NoticePreferences>('/me/notices')).body.pushKey)
  const ecdh = createECDH('prime256v1')
  const subscribed = await app.as(agent).post<NoticePreferences>('/me/browsers', {
    endpoint: 'https://push.huiyin.invalid/1',
    p256dh: ecdh.generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    device: '前台电脑',
  })
  expect(subscribed.body.browsers).toEqual([expect.objectContaining({ device: '前台电脑' })])
  const { id } = subscribed.body.browsers[0]!
  expect((await app.as(admin).delete(`/me/browsers/${id}`)).status).toBe(404)
  const inside = { endpoint: 'https://10.0.0.8/push', p256dh: 'x', auth: 'y' }
  expect((await app.as(agent).post('/me/browsers', inside)).problem.code).toBe('notify.endpointPrivate')
  // Its push service cannot be reached, and that is said.
  expect((await tryOwn()).find((r) => r.means === 'push')).toMatchObject({ ok: false, fault: 'unreachable' })
  expect((await app.as(agent).delete<NoticePreferences>(`/me/browsers/${id}`)).body.browsers).toEqual([])
})
