import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room, TimelineEntry, TimelinePage } from '#contracts/incidents'
import type { AffectedPage } from '#contracts/incidents/affected'
import type { IncidentRecord } from '#contracts/incidents/record'
import { MIN, NOON, openEarlyWorld } from '#test/early-world'
import { roomOf } from '#test/incident-world'
import { openRecallWorld, phoneOf, type RecallWorld } from '#test/recall-world'
import { tell } from '#test/told'

/** G1: an executive leads and approves by what happened and by numbers, and learns of no customer who it is. */
let recall: RecallWorld
let id = ''
const the = roomOf(
  () => recall.app,
  () => id,
)

beforeAll(async () => {
  recall = await openRecallWorld()
  const { app, executive, asQuality, world } = recall
  await recall.bun('林女士', phoneOf(1))
  const body = { source: 'hand', plan: 'foreign_object', title: '红豆包异物', shopIds: [world.shop.id] }
  id = (await asQuality().post<Room>('/incidents', body)).body.id
  await asQuality().post(the.path('/affected'), recall.buns)
  await app.as(executive).post(the.path('/members'), { staffId: executive.id, post: '' })
})
afterAll(() => recall.app.close())

test('whom it concerns is covered for the executive, in the list, before it and on paper', async () => {
  const { app, executive, quality } = recall
  const list = (by: typeof quality) => app.as(by).get<AffectedPage>(the.path('/affected'))
  expect((await list(quality)).body.rows.map((row) => row.customerName)).toEqual(['林女士'])
  expect((await list(executive)).body.rows.map((row) => row.customerName)).toEqual(['••••'])
  const preview = await app.as(executive).post(the.path('/affected/preview'), recall.buns)
  expect([preview.status, preview.text.includes('林女士')]).toEqual([200, false])
  const paper = await app.as(executive).get<IncidentRecord>(the.path('/record'))
  expect([paper.status, paper.text.includes('林女士')]).toEqual([200, false])
})

test('a ticket of the room is told by what it is about, its own words name people', async () => {
  const { app, executive, quality, world } = recall
  const ticket = await tell(app, world.shop, '林晓梅的红豆包里有铁丝，打她电话 13900001234')
  await app.as(quality).post(the.path('/tickets'), { ticketIds: [ticket.id] })
  expect((await the.read(quality)).linked[0]!.title).toContain('林晓梅')
  const seen = await the.read(executive)
  expect(seen.linked[0]!.title).toContain(' › ')
  const paper = await app.as(executive).get<IncidentRecord>(the.path('/record'))
  expect([JSON.stringify(seen), paper.text].filter((text) => /林晓梅|13900001234/.test(text))).toEqual([])
})

test('a room that is called what a customer wrote is called by its risk and shop wherever the executive meets it', async () => {
  const { app, executive, quality, world } = recall
  const ticket = await tell(app, world.shop, '林晓梅的红豆包里有铁丝，打她电话 13900001234')
  const body = { source: 'ticket', plan: 'foreign_object', ticketIds: [ticket.id], anew: true }
  const { body: room } = await app.as(quality).post<Room>('/incidents', body)
  expect(room.title).toContain('林晓梅')
  await app.as(quality).post(`/incidents/${room.id}/members`, { staffId: executive.id, post: '' })
  const measure = { text: '换供应商', ownerId: executive.id, dueOn: '2026-04-10' }
  await app.as(quality).post(`/incidents/${room.id}/measures`, measure)
  const by = app.as(executive)
  const met = await Promise.all([
    by.get<Room>(`/incidents/${room.id}`),
    by.get('/incidents?view=open'),
    by.get('/incidents/standing'),
    by.get('/measures/mine'),
    by.get('/measures'),
    by.get(`/incidents/${room.id}/record`),
    by.get(`/incidents/${room.id}/statements/offers`),
  ])
  expect(met.map(({ status, text }) => [status, text.includes('林晓梅')])).toEqual(
    met.map(() => [200, false]),
  )
  const plain = `${room.planName} · ${world.shop.name}`
  expect(met.slice(0, 6).map(({ text }) => text.includes(plain))).toEqual(met.slice(0, 6).map(() => true))

  await app.as(quality).patch(`/incidents/${room.id}`, { title: '红豆包里有铁丝' })
  expect((await by.get<Room>(`/incidents/${room.id}`)).body.title).toBe('红豆包里有铁丝')
})

test('what customers have said stands in the timeline and on paper without their words, for finance as well', async () => {
  const { app, shop, quality, ...early } = await openEarlyWorld()
  await early.openRedBean(shop, early.manager)
  for (const n of [1, 2, 3]) {
    early.at(NOON + n * 10 * MIN)
    await tell(app, shop, `红豆包里吃到一截铁丝，第 ${n} 口，我叫林晓梅，住文三路 8 号 2 幢`)
  }
  await app.sweep()
  const [alarm] = await early.alarms(quality)
  const ticketIds = alarm!.tickets.map((one) => one.id)
  const tap = { source: 'alarm', alarmId: alarm!.id, plan: 'foreign_object', ticketIds }
  const { body: room } = await app.as(quality).post<Room>('/incidents', tap)
  const path = `/incidents/${room.id}`
  const executive = await app.make.staff({ role: 'executive' })
  const finance = await app.make.staff({ role: 'finance' })
  await app.as(quality).post(`${path}/members`, { staffId: finance.id, post: '' })

  const saidIn = (entries: TimelineEntry[]) => entries.filter(({ kind }) => kind === 'reply')
  const timeline = (by: typeof quality) => app.as(by).get<z.infer<typeof TimelinePage>>(`${path}/timeline`)
  const whole = saidIn((await timeline(quality)).body.entries)
  expect(whole.map(({ text }) => /林晓梅.*文三路/.test(text))).toEqual([true, true, true])
  const covered = whole.map(({ data }) => ({ text: `工单 ${data.number}，原话不显示`, ticketId: null }))
  for (const by of [executive, finance]) {
    const seen = await timeline(by)
    expect([seen.status, /林晓梅|文三路/.test(seen.text)]).toEqual([200, false])
    expect(saidIn(seen.body.entries)).toMatchObject(covered)
  }
  const paper = await app.as(executive).get<IncidentRecord>(`${path}/record`)
  expect([paper.status, /林晓梅|文三路/.test(paper.text)]).toEqual([200, false])
  expect(saidIn(paper.body.entries).map(({ text }) => text)).toEqual(
    covered.map(({ text }) => text).toReversed(),
  )
  await app.close()
})

test('sensitive values of the sheet are not shown to the executive, nor offered', async () => {
  const { app, executive } = recall
  expect((await the.read(executive)).can).not.toContain('reveal')
  const tries = await Promise.all([
    app.as(executive).post(the.path('/sheet/reveal'), { reason: '想看看是谁' }),
    app.as(executive).get(the.path(`/record?reason=${encodeURIComponent('想看看是谁')}`)),
  ])
  expect(tries.map(({ status }) => status)).toEqual([403, 404])
})

test('looking at the record leaves nothing in the timeline; printing it does, with what was readable on that very copy', async () => {
  const { app, quality, world } = recall
  const read = async (query = '') =>
    (await app.as(quality).get<IncidentRecord>(the.path(`/record${query}`))).body.copy
  const print = async (copy: string, by = quality) =>
    (await app.as(by).post(the.path('/record/prints'), { copy })).status
  const printed = async () =>
    (await the.facts(quality)).filter(({ fact }) => fact === 'printed').map(({ data }) => data.clear)
  const covered = await read()
  expect(await printed()).toEqual([])
  expect(await the.audited(world.admin, 'viewRecord')).not.toEqual([])
  expect(await print(covered)).toBe(201)
  const clear = await read(`?reason=${encodeURIComponent('监管部门现场要')}`)
  expect([await print(clear), await print(covered)]).toEqual([201, 201])
  expect(await printed()).toEqual([false, true, false])
  expect([await print('AAAA'), await print(covered, recall.executive)]).toEqual([422, 422])
  expect(await printed()).toHaveLength(3)
})
