import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { CallPage, CallPop } from '#contracts/tickets/calls'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel } from '#test/connected'
import type { MadeStaff } from '#test/make'
import { amiCall, openAmi } from '../../../test/simulators/asterisk-ami.ts'
import { ariCall, openAri } from '../../../test/simulators/asterisk-ari.ts'
import { silentWav } from '../../../test/simulators/cti.ts'
import { startListeners } from '../connect/run-listeners.ts'

const ACCOUNT = { user: 'huiyin', secret: 'manager-secret' }
const PATIENCE = { timeout: 20_000, interval: 25 }

let app: TestApp
let admin: MadeStaff
let agent: MadeStaff
let listeners: ReturnType<typeof startListeners>
let lines: string[]

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  lines = [`8001=${agent.login}`]
  listeners = startListeners(app.services)
})
afterAll(async () => {
  await listeners.stop()
  await app.close()
})

const later = (s: number) => app.setNow(new Date(app.services.now().getTime() + s * 1000).toISOString())
const connect = (settings: object) =>
  connectChannel(app, { admin, agent }, 'phone', {
    ...settings,
    user: ACCOUNT.user,
    password: ACCOUNT.secret,
    lines,
  })
const mine = async () => {
  await app.sweep()
  return (await app.as(agent).get<CallPop[]>('/calls/mine')).body
}
/** The call of this number in the list, as soon as it is in that state. */
const listed = (number: string, state: string) =>
  vi.waitFor(async () => {
    await app.sweep()
    const { calls } = (await app.as(agent).get<z.infer<typeof CallPage>>('/calls?view=all')).body
    const fitting = calls.filter((c) => c.caller.endsWith(number.slice(-4)))
    expect(fitting).toHaveLength(1)
    expect(fitting[0]!.state).toBe(state)
    return fitting[0]!
  }, PATIENCE)
const healthIs = (channel: Connected, state: object) =>
  vi.waitFor(async () => expect(await channel.health()).toMatchObject(state), PATIENCE)

test('the manager interface: in pieces, with garbage and repeats, a call is one call', async () => {
  const ami = await openAmi(ACCOUNT)
  const signedIn = ami.signedIn()
  const hotline = await connect({
    mode: 'ami',
    host: '127.0.0.1',
    port: ami.port,
    recordingBase: 'http://127.0.0.1:9/',
  })
  await signedIn
  await healthIs(hotline, { state: 'ok' })
  expect(ami.actions[0]).toMatchObject({ Action: 'Login', Username: 'huiyin', Events: 'call,agent,dialplan' })

  const call = amiCall('1772424000.12', '+8613812340011')
  const rest = ami.half(call.begin)
  ami.raw('')
  rest()
  ami.tell(call.leg)
  ami.tell(call.dial('8001'))
  await listed('13812340011', 'ringing')
  expect(await mine()).toMatchObject([{ state: 'ringing', caller: '138****0011' }])

  ami.raw('this is no event at all\r\n\r\n')
  for (let n = 0; n < 10; n++) ami.tell(call.dialEnd('8001', 'ANSWER'))
  await listed('13812340011', 'answered')
  ami.tell(call.record('1772424000.12.wav'))
  later(42)
  ami.tell({ ...call.hangup, Uniqueid: '1772424000.12-8001' })
  for (let n = 0; n < 3; n++) ami.tell(call.hangup)
  expect(await listed('13812340011', 'ended')).toMatchObject({ talkS: 42, can: ['hear', 'reveal'] })
  expect((await hotline.strays()).map((s) => s.problem)).toEqual(['unreadable'])

  ami.tell(amiCall('1772424000.77', '8001', '8002').begin)
  const rung = amiCall('1772424000.90', 'anonymous')
  ami.tell(rung.begin)
  ami.tell(rung.dial('8001'))
  ami.tell(rung.dialEnd('8001', 'NOANSWER'))
  ami.tell(rung.hangup)
  await vi.waitFor(async () => {
    await app.sweep()
    const { calls } = (await app.as(agent).get<z.infer<typeof CallPage>>('/calls?view=missed')).body
    expect(calls.filter((c) => c.caller === '')).toHaveLength(1)
  }, PATIENCE)
  await hotline.save({ mode: 'webhook', secret: 'a-secret-of-pushes' })
  await ami.close()
})

test('a cut line is red on the health line and green again once it stands; what came after counts', async () => {
  const ami = await openAmi(ACCOUNT)
  const first = ami.signedIn()
  const hotline = await connect({ mode: 'ami', host: '127.0.0.1', port: ami.port })
  await first
  await healthIs(hotline, { state: 'ok' })
  const call = amiCall('1772424100.1', '13812340021')
  ami.tell(call.begin)
  await listed('13812340021', 'ringing')
  ami.half(call.dial('8001'))
  ami.cut()
  await healthIs(hotline, { state: 'fault', code: 'cut' })

  const again = ami.signedIn()
  later(10)
  await again
  await healthIs(hotline, { state: 'ok', code: '' })
  ami.tell(call.dial('8001'))
  ami.tell(call.dialEnd('8001', 'ANSWER'))
  ami.tell(call.hangup)
  await listed('13812340021', 'ended')
  await hotline.save({ mode: 'webhook', secret: 'a-secret-of-pushes' })
  await ami.close()
})

test('a line that stays silent is found dead', async () => {
  const ami = await openAmi(ACCOUNT, { answersPings: false })
  const signedIn = ami.signedIn()
  const hotline = await connect({ mode: 'ami', host: '127.0.0.1', port: ami.port, heartbeatS: 0.2 })
  await signedIn
  await healthIs(hotline, { state: 'fault', code: 'timedOut' })
  expect(ami.actions.some((a) => a.Action === 'Ping')).toBe(true)
  await hotline.save({ mode: 'webhook', secret: 'a-secret-of-pushes' })
  await ami.close()
})

test('the test of the connection says what is wrong', async () => {
  const ami = await openAmi(ACCOUNT)
  const other = await openAmi(ACCOUNT, { greeting: '220 mail.example.com ESMTP' })
  const ari = await openAri(ACCOUNT)
  const hotline = await connect({ mode: 'ami', host: '127.0.0.1', port: ami.port })
  const fault = async (settings: Record<string, unknown>) => {
    await hotline.save(settings)
    const { ok, steps } = await hotline.test()
    return ok ? 'ok' : steps.find((s) => !s.ok)!.fault
  }
  expect(await fault({})).toBe('ok')
  expect(await fault({ lines: [] })).toBe('noLines')
  expect(await fault({ password: 'wrong', lines })).toBe('login')
  expect(await fault({ port: other.port, password: ACCOUNT.secret })).toBe('notAsterisk')
  await other.close()
  expect(await fault({})).toBe('unreachable')
  expect(await fault({ mode: 'ari', base: ari.base, password: ACCOUNT.secret })).toBe('ok')
  expect(await fault({ password: 'wrong' })).toBe('login')
  expect(await fault({ password: ACCOUNT.secret, base: `${ari.base}/elsewhere` })).toBe('noAri')
  await hotline.save({ mode: 'webhook', secret: 'a-secret-of-pushes' })
  await Promise.all([ami.close(), ari.close()])
})

test('the REST interface: events over its WebSocket, a cut, and a recording from its store', async () => {
  const recordings = new Map([['call 1', silentWav()]])
  const ari = await openAri(ACCOUNT, recordings)
  const opened = ari.opened()
  const hotline = await connect({ mode: 'ari', base: ari.base })
  await opened
  await healthIs(hotline, { state: 'ok' })
  const call = ariCall('1772424200.5', '013812340031')
  ari.raw('{"type":"StasisStart","channel":{"id":')
  ari.tell({ type: 'PeerStatusChange', endpoint: {} })
  for (let n = 0; n < 3; n++) ari.tell(call.begin)
  ari.tell(call.dial('8001'))
  await listed('13812340031', 'ringing')
  ari.tell(call.dial('8001', 'ANSWER'))
  await listed('13812340031', 'answered')

  const again = ari.opened()
  ari.cut()
  await healthIs(hotline, { state: 'fault', code: 'cut' })
  later(10)
  await again
  await healthIs(hotline, { state: 'ok' })
  ari.tell(call.record('call 1'))
  ari.tell(call.leave)
  ari.tell(call.destroy)
  const ended = await listed('13812340031', 'ended')
  const heard = await vi.waitFor(async () => {
    await app.sweep()
    const answer = await app.as(agent).get(`/calls/${ended.id}/recording`)
    expect(answer.status).toBe(200)
    return answer
  }, PATIENCE)
  expect(heard.headers['content-type']).toMatch(/^audio\//)
  expect((await hotline.strays()).map((s) => s.problem)).toEqual(['unreadable'])
  await hotline.save({ mode: 'webhook', secret: 'a-secret-of-pushes' })
  await ari.close()
})
