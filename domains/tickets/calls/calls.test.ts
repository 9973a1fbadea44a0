import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { Call, CallPage, CallPop } from '#contracts/tickets/calls'
import type { Todo, TodoPage } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn } from '#test/connected'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'
import { openCti, silentWav } from '../../../test/simulators/cti.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const SECRET = 'demo-cti-secret'
const ZHANG = '13812340001'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let other: MadeStaff
let hotline: Connected
let cti: Awaited<ReturnType<typeof openCti>>
let calls = 0
let numbers = 0
let days = 1

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent', name: '沈知夏', duty: everyDay(['09:00', '18:00']) })
  other = await app.make.staff({ role: 'agent', name: '顾北', onDuty: false })
  hotline = await connectChannel(app, { admin, agent }, 'phone', { secret: SECRET })
  cti = await openCti({
    push: (body, headers) => hotline.push('', body, headers),
    secret: SECRET,
    now: () => app.services.now(),
  })
  await hotline.save({
    lines: [`8001=${agent.login}`, `8002 = ${other.login}`],
    recordingHosts: [cti.host],
  })
})
afterAll(async () => {
  await cti.close()
  await app.close()
})
/** Each on a day of its own: what somebody talked about yesterday settles nothing today. */
beforeEach(() => {
  days += 1
  app.setNow(dayAt('12:00'))
})

const dayAt = (time: string, more = 0) => `2026-03-${String(days + more).padStart(2, '0')}T${time}:00+08:00`

const call = () => `k-${++calls}`
const stranger = () => `1390000${String(++numbers).padStart(4, '0')}`
const later = (s: number) => app.setNow(new Date(app.services.now().getTime() + s * 1000).toISOString())
const mine = async (who = agent) => {
  await app.sweep()
  return (await app.as(who).get<CallPop[]>('/calls/mine')).body
}
const listed = async (view: string, who = agent) => {
  await app.sweep()
  return (await app.as(who).get<z.infer<typeof CallPage>>(`/calls?view=${view}`)).body.calls
}
const owed = async (who = agent): Promise<Todo[]> => {
  await app.sweep()
  const page = await app.as(who).get<z.infer<typeof TodoPage>>('/todos?limit=100')
  return page.body.todos.filter((todo) => todo.kind === 'call_back')
}
const note = (id: string, body: object, who = agent) =>
  app.as(who).post<z.infer<typeof Receipt>>(`/calls/${id}/ticket`, {
    submissionId: crypto.randomUUID(),
    shopId: null,
    content: '',
    ...body,
  })
const only = (all: Call[], state: string) => all.filter((c) => c.state === state)

test('the published vectors: a call from ringing to its recording', async () => {
  const vectors = JSON.parse(readFileSync('test/vectors/cti-generic-webhook.json', 'utf8')) as {
    cases: { raw: string; timestamp: string; signature: string }[]
  }
  app.setNow('2026-01-01T08:00:00+08:00')
  for (const { raw, timestamp, signature } of vectors.cases) {
    const headers = { 'x-care-timestamp': timestamp, 'x-care-signature': signature }
    expect((await hotline.push('', raw, headers)).statusCode).toBe(200)
  }
  const [first, ...others] = await listed('all')
  expect(others).toEqual([])
  expect(first).toMatchObject({
    state: 'ended',
    caller: '138****0000',
    agentName: '沈知夏',
    queue: 'care',
    talkS: 61,
    can: ['hear', 'reveal'],
  })
})

test('a ringing phone brings up who is calling, only at whom it rings; then it is answered, ends, and is written down', async () => {
  await app.as(agent).post('/counter/feedback', {
    submissionId: crypto.randomUUID(),
    shopId: shop.id,
    content: '上周的芝士奶盖是稀的',
    contact: ZHANG,
    name: '张小满',
    orderNumber: 'A1032',
  })
  const id = call()
  await cti.ring({ id, caller: `+86${ZHANG}`, agent: '8001', queue: '售后' })
  const [pop] = await mine()
  expect(pop).toMatchObject({
    state: 'ringing',
    caller: '138****0001',
    queue: '售后',
    customer: { name: '张**', value: 'regular' },
    lastOrder: 'A1032',
    tickets: [{ title: '上周的芝士奶盖是稀的', open: true }],
  })
  expect(JSON.stringify(pop)).not.toContain(ZHANG)
  expect(await mine(other)).toEqual([])

  later(9)
  await cti.answer(id, '8001')
  expect((await mine())[0]).toMatchObject({ state: 'answered' })
  later(61)
  await cti.end(id, { talk_seconds: 61 })
  expect((await mine())[0]).toMatchObject({ state: 'ended', talkS: 61, ticket: null })

  const submissionId = crypto.randomUUID()
  const said = { submissionId, content: '又来了，这次少了一杯杨枝甘露', shopId: shop.id }
  const [one, again] = [await note(pop!.id, said), await note(pop!.id, said)]
  expect(one.status, one.text).toBe(201)
  expect(again.body.number).toBe(one.body.number)
  expect(await mine()).toEqual([])
  expect((await note(pop!.id, { content: '第二张' })).problem).toMatchObject({ code: 'calls.alreadyNoted' })

  const [ticket] = await hotline.tickets()
  expect(ticket).toMatchObject({ channel: 'phone', customer: { name: '张**', contact: '138****0001' } })
  expect(saidIn(ticket)).toEqual(['又来了，这次少了一杯杨枝甘露'])
  expect(ticket!.entries.find((e) => e.fact === 'call_in')).toMatchObject({ data: { seconds: 61 } })
})

test('a call on an open ticket goes on with it, and what it lasted and its recording follow', async () => {
  const id = call()
  await cti.ring({ id, caller: ZHANG, agent: '8001' })
  await cti.answer(id, '8001')
  const [pop] = await mine()
  const [open] = pop!.tickets
  const linked = { ticketId: open!.id, note: '催了一次，答应今天给答复' }
  for (let n = 0; n < 2; n++)
    expect((await app.as(agent).put(`/calls/${pop!.id}/ticket`, linked)).status).toBe(204)
  later(30)
  await cti.end(id)
  const sound = cti.keep('/rec/1.wav', { status: 200, body: silentWav(), type: 'audio/wav' })
  await cti.record(id, sound.url, sound.sha256)
  await app.sweep()
  const entries = (
    await app
      .as(agent)
      .get<{ entries: { fact: string; data: { callId?: string; seconds?: number } }[] }>(
        `/tickets/${open!.id}/entries`,
      )
  ).body.entries.filter((e) => e.data.callId === pop!.id)
  expect(entries.filter((e) => !e.fact)).toHaveLength(1)
  expect(entries.filter((e) => e.fact).map((e) => e.fact)).toEqual(['call_in', 'call_ended', 'call_recorded'])
  expect(entries.find((e) => e.fact === 'call_ended')!.data).toMatchObject({ seconds: 30 })

  const heard = await app.as(agent).get(`/calls/${pop!.id}/recording`)
  expect(heard.status).toBe(200)
  expect(heard.headers['content-type']).toMatch(/^audio\//)
  expect((await app.as(admin).get(`/calls/${pop!.id}/recording`)).status).toBe(403)
  const audits = await app.services.db.inBrand(admin.brandId, (tx) =>
    tx.selectFrom('platform.audit_entry').select('action').where('subject_id', '=', pop!.id).execute(),
  )
  expect(audits.map((a) => a.action)).toEqual(['tickets.hearCall'])
})

test('a recording is fetched from a listed host only, and played only as it was announced', async () => {
  const recorded = async (url: string, sha256?: string) => {
    const id = call()
    await cti.ring({ id, caller: stranger(), agent: '8001' })
    await cti.answer(id, '8001')
    await cti.end(id)
    await cti.record(id, url, sha256)
    const [pop] = await mine()
    await app.as(agent).put(`/calls/${pop!.id}/dismissal`)
    const played = await app.as(agent).get(`/calls/${pop!.id}/recording`)
    return [played.status, played.problem.code]
  }
  const good = cti.keep('/rec/2.wav', { status: 200, body: silentWav() })
  expect(await recorded('http://169.254.169.254/latest/meta-data')).toEqual([422, 'calls.recordingRefused'])
  expect(await recorded(good.url.replace('127.0.0.1', 'localhost'))).toEqual([422, 'calls.recordingRefused'])
  expect(await recorded(good.url, 'a'.repeat(64))).toEqual([422, 'calls.recordingRefused'])
  const moved = cti.keep('/rec/moved.wav', { status: 302, headers: { location: 'http://127.0.0.1:1/' } })
  expect((await recorded(moved.url))[0]).toBe(503)
  const page = cti.keep('/rec/page.wav', { status: 200, body: '<html>sign in</html>' })
  expect(await recorded(page.url)).toEqual([422, 'calls.recordingRefused'])
  expect(await recorded(cti.keep('/rec/gone.wav', { status: 404 }).url)).toEqual([410, 'calls.noRecording'])
  expect((await recorded(cti.keep('/rec/ill.wav', { status: 500 }).url))[0]).toBe(503)
  expect(cti.asked).not.toContain('/latest/meta-data')
})

test('three calls that nobody took are one call back with a count, on a small ticket; reaching the customer finishes it', async () => {
  const number = stranger()
  for (let n = 0; n < 3; n++) {
    await cti.miss({ id: call(), caller: number, agent: '8001' })
    await app.sweep()
    later(600)
  }
  const [task, ...more] = await owed()
  expect(more).toEqual([])
  expect(task).toMatchObject({
    title: `给 139****${number.slice(-4)} 回电（3 次没接到）`,
    owner: { id: agent.id },
    ticket: { title: '未接来电', kind: 'inquiry' },
  })
  const missed = only(await listed('missed'), 'missed').filter((c) => c.ticket?.id === task!.ticket.id)
  expect(missed).toHaveLength(3)
  expect(missed.every((c) => c.owed)).toBe(true)

  const back = call()
  await cti.ring({ id: back, direction: 'outbound', caller: '8001', callee: number, agent: '8001' })
  await cti.answer(back, '8001')
  expect(await owed()).toEqual([])
  expect((await mine())[0]).toMatchObject({ direction: 'outbound', tickets: [{ title: '未接来电' }] })
  await cti.end(back, {}, 4)
  later(60)
  await cti.miss({ id: call(), caller: number })
  const [anew] = await owed()
  expect(anew).toMatchObject({ title: `给 139****${number.slice(-4)} 回电`, ticket: { id: task!.ticket.id } })
  await app.as(agent).put(`/tasks/${anew!.id}/result`, { result: '打通了，问营业时间' })
})

test('a missed call of somebody with an open ticket is owed on that ticket', async () => {
  await cti.miss({ id: call(), caller: ZHANG })
  const [task] = await owed()
  expect(task!.ticket.title).not.toBe('未接来电')
  const again = call()
  await cti.ring({ id: again, caller: ZHANG, agent: '8001' })
  later(5)
  await cti.answer(again, '8001')
  expect(await owed()).toEqual([])
  await cti.end(again)
})

test('at night the call back waits for the next shift', async () => {
  app.setNow(dayAt('23:30'))
  await cti.miss({ id: call(), caller: stranger() })
  const [task] = await owed()
  expect(task!.owner).toMatchObject({ id: agent.id })
  expect(Date.parse(task!.dueAt)).toBe(Date.parse(dayAt('09:30', 1)))
  await app.as(agent).put(`/tasks/${task!.id}/result`, { result: '打通了' })
})

test('out of order, ten times over: nothing is doubled, and what was answered after all is owed nothing', async () => {
  const number = stranger()
  const id = call()
  await cti.end(id, {}, 3)
  await app.sweep()
  for (let n = 0; n < 10; n++) await cti.ring({ id, caller: number, agent: '8001' })
  expect(await owed()).toHaveLength(1)
  for (let n = 0; n < 10; n++) await cti.answer(id, '8001')
  expect(await owed()).toEqual([])
  const same = (await listed('all')).filter((c) => c.caller === `139****${number.slice(-4)}`)
  expect(same).toHaveLength(1)
  expect(same[0]).toMatchObject({ state: 'ended', owed: false })
})

test('a withheld number is listed and owes nothing', async () => {
  await cti.miss({ id: call(), caller: 'anonymous' })
  expect(await owed()).toEqual([])
  expect(only(await listed('missed'), 'missed')[0]).toMatchObject({ caller: '', owed: false, can: [] })
})

test('forged, stale and half pushes stay outside; what is JSON but unknown waits to be looked at', async () => {
  const before = (await listed('all')).length
  cti.forge()
  expect(await cti.ring({ id: call(), caller: stranger() })).toBe(403)
  cti.honest()
  expect(await cti.send('{}', new Date(app.services.now().getTime() - 3_600_000))).toBe(400)
  expect(await cti.send('{"event":"call.ringing","call_id":"c-h')).toBe(400)
  expect(await cti.send('{"event":"call.parked","call_id":"c-x","seq":1}')).toBe(200)
  expect(await cti.send('{"event":"call.ringing","call_id":"c-y","seq":"one"}')).toBe(200)
  expect((await listed('all')).length).toBe(before)
  expect((await hotline.strays()).map((s) => s.problem)).toEqual(['unreadable', 'unreadable'])
})

test('the number is shown for a reason that is on record; administrators see the list and no number', async () => {
  const number = stranger()
  const id = call()
  await cti.ring({ id, caller: number, agent: '8001' })
  const [pop] = await mine()
  const path = `/calls/${pop!.id}/number`
  expect((await app.as(agent).post(path, { reason: '要' })).status).toBe(400)
  expect((await app.as(agent).post(path, { reason: '掉线了，回拨' })).body).toEqual({ number })
  expect((await app.as(admin).post(path, { reason: '掉线了，回拨' })).status).toBe(403)
  expect((await listed('today', admin))[0]).toMatchObject({ id: pop!.id, can: [] })
  await cti.end(id)
})

test('a call whose end nobody told is ended by itself, and owed', async () => {
  const number = stranger()
  await cti.ring({ id: call(), caller: number, agent: '8001' })
  expect(await mine()).toHaveLength(1)
  later(6 * 60)
  expect((await owed()).map((t) => t.title)).toContain(`给 139****${number.slice(-4)} 回电`)
  expect(await mine()).toEqual([])
})
