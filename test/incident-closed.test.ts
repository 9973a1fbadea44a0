import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliveryFailed } from '#contracts/channels/connect'
import { incidentNoticed, type Room } from '#contracts/incidents'
import type { AffectedPage } from '#contracts/incidents/affected'
import type { IncidentRecord } from '#contracts/incidents/record'
import { systemContext } from '#platform/context'
import type { TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeStaff } from '#test/make'
import { openRecallWorld, phoneOf, RECALL, type RecallWorld } from '#test/recall-world'

/** A message may be returned after the room was closed: nobody who was to be told is forgotten for that. */
const PHONES = [phoneOf(1), phoneOf(2)]
let recall: RecallWorld
let app: TestApp
let vendor: RecallWorld['vendor']
let quality: MadeStaff
let executive: MadeStaff
let region: MadeStaff
let agent: MadeStaff
let roomId = ''
const the = roomOf(
  () => app,
  () => roomId,
)

const rows = async () => (await app.as(quality).get<AffectedPage>(the.path('/affected'))).body.rows
const noticed = async () =>
  (
    await recall.tx((t) =>
      t.selectFrom('platform.event').select('body').where('name', '=', incidentNoticed.name).execute(),
    )
  )
    .flatMap(({ body }) => incidentNoticed.body.parse(body).notices)
    .filter(({ kind }) => kind === 'incident_unreached')
    .map(({ staffId }) => staffId)
const call = (by: MadeStaff, affectedId: string, body: object) =>
  app.as(by).put<Room>(the.path(`/affected/${affectedId}/call`), body)

/** The service takes it back: nobody has this number any more. */
async function returned(phone: string): Promise<void> {
  const lost = vendor.sent.find((one) => one.PhoneNumbers.endsWith(phone))!
  const receipt = { phone_number: phone, success: false, err_code: 'MOBILE_NOT_ON_SERVICE' }
  const about = { biz_id: lost.BizId, out_id: lost.OutId, report_time: '2026-03-02 12:00:09' }
  await recall.sms.push('', JSON.stringify([{ ...receipt, ...about }]), {
    'content-type': 'application/json',
  })
  await app.sweep()
  const events = await recall.tx((t) =>
    t.selectFrom('platform.event').selectAll().where('name', '=', deliveryFailed.name).execute(),
  )
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => s.event === deliveryFailed.name)
  for (const { body } of events)
    for (const hearer of hearers)
      await hearer.run(systemContext(app.services, recall.world.shop.brandId), body as never)
}

beforeAll(async () => {
  recall = await openRecallWorld()
  ;({ app, vendor, quality, executive } = recall)
  region = await app.make.staff({ role: 'region_manager', name: '赵区域' })
  agent = await app.make.staff({ role: 'agent', name: '孙客服' })
  for (const contact of PHONES) await recall.bun('顾客', contact)
  await app.sweep()
  vendor.sent.length = 0
  roomId = await recall.openRoom()
  await app.as(quality).patch(the.path(), { leaderId: region.id })
  await app.as(quality).post(the.path('/members'), { staffId: agent.id, post: '' })
  await app.as(quality).post(the.path('/affected'), recall.buns)
  await app.as(quality).put(the.path('/affected/message'), { text: RECALL })
  const { version } = (await the.read(executive)).affected!
  await app.as(executive).put(the.path('/affected/approval'), { version, approve: true })
  await app.sweep()
  await app.sweep()
  await the.finishTheRest(quality, '已经处理')
  await app.as(quality).put(the.path('/review'), { what: '两位顾客吃到金属丝', why: '筛网断丝没有发现' })
  const measure = { text: '每班换筛网并检查', ownerId: quality.id, dueOn: '2026-03-10' }
  await app.as(quality).post(the.path('/measures'), measure)
  const closed = await app.as(quality).put<Room>(the.path('/closure'), { words: '已经处置完毕' })
  if (closed.body.status !== 'closed') throw new Error(closed.text)
})
afterAll(() => recall.close())

test('a message that comes back after the closing is counted in the closed room, and its leader hears of it once', async () => {
  expect((await the.read(quality)).affected?.count).toMatchObject({ reached: 2, unreached: 0 })
  await returned(PHONES[0]!)
  await returned(PHONES[1]!)
  expect((await the.read(quality)).affected?.count).toMatchObject({ reached: 0, unreached: 2 })
  expect((await the.facts(quality)).filter(({ fact }) => fact === 'affected_late')).toHaveLength(1)
  expect(await noticed()).toEqual([region.id])
})

test('whoever leads notes the calls in the closed room; the audit says that it was closed', async () => {
  const [first] = await rows()
  expect((await the.read(quality)).can).toEqual(expect.arrayContaining(['call_affected']))
  const noted = await call(quality, first!.id, { reached: true, note: '没有吃，已退款' })
  expect(noted.status, noted.text).toBe(200)
  expect(noted.body.affected?.count).toMatchObject({ called: 1, unreached: 1 })
  expect((await rows())[0]).toMatchObject({ calledBy: '李品控', callNote: '没有吃，已退款' })
  const [entry] = await the.audited(recall.world.admin, 'callAffected')
  expect(entry).toMatchObject({ data: { reached: true, closed: true } })
  const { body } = await app.as(quality).get<IncidentRecord>(the.path('/record'))
  expect(body.room.affected?.count).toMatchObject({ called: 1, unreached: 1 })
})

test('nobody else changes anything in it', async () => {
  const [, second] = await rows()
  const theirs = await app.as(agent).get<Room>(the.path())
  expect(theirs.body.can).not.toContain('call_affected')
  const refused = await call(agent, second!.id, { reached: true, note: '' })
  expect(refused.problem.code).toBe('incidents.closed')
  const note = await app.as(quality).post(the.path('/timeline'), { kind: 'note', text: '补一句' })
  expect(note.problem.code).toBe('incidents.closed')
})
