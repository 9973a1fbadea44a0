import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { openRecallWorld, phoneOf, RECALL, type RecallWorld } from '#test/recall-world'
import { tell } from '#test/told'

/** E3: whoever answers the message politely makes nothing graver; whoever was hurt does. */
let recall: RecallWorld
let roomId = ''
const room = () => recall.room(roomId)
const grown = async () => (await recall.timeline(roomId)).filter((one) => one.fact === 'graded_more')

beforeAll(async () => {
  recall = await openRecallWorld()
  const { app, world } = recall
  for (const n of [1, 2]) await recall.bun(`第${n}位`, phoneOf(n))
  const { id } = await tell(app, world.shop, '红豆包里咬到一小段金属丝')
  await app.sweep()
  roomId = await recall.openRoom({ source: 'ticket', ticketIds: [id] })
  const affected = `/incidents/${roomId}/affected`
  await recall.asQuality().post(affected, recall.buns)
  const { body } = await recall.asQuality().put<Room>(`${affected}/message`, { text: RECALL })
  const decision = { approve: true, version: body.affected!.version }
  await app.as(recall.executive).put(`${affected}/approval`, decision)
  await app.sweep()
  app.setNow('2026-03-02T12:30:00+08:00')
})
afterAll(() => recall.close())

async function textBack(phone: string, content: string): Promise<void> {
  const sent = { phone_number: phone, content, send_time: '2026-03-02 12:30:00', sequence_id: `u-${content}` }
  await recall.sms.push('', JSON.stringify([sent]), { 'content-type': 'application/json' })
  await recall.app.sweep()
  await recall.app.sweep()
}

test('a thank-you for the message leaves the degree as it was', async () => {
  expect((await room()).gradeName).toBe('单件')
  await textBack(phoneOf(1), '收到，谢谢，我没买这个')
  const now = await room()
  expect(now.linked.map((ticket) => ticket.repliesToMessage).toSorted()).toEqual([false, true])
  expect([now.gradeName, await grown()]).toEqual(['单件', []])
})

test('an answer that tells of an injury raises it, and so it does where the same person thanked before', async () => {
  await textBack(phoneOf(1), '刚才没说，我吃了一口，嘴被铁丝划破了，一直流血')
  expect((await room()).gradeName).toBe('伤人')
  expect((await grown()).map(({ data }) => data.customers)).toEqual([2])
})

test('another plan counts no thank-you either', async () => {
  await textBack(phoneOf(2), '知道了，谢谢')
  const plan = { plan: 'food_poisoning', why: '' }
  const { body } = await recall.asQuality().put<Room>(`/incidents/${roomId}/plan`, plan)
  const first = (await recall.timeline(roomId)).findLast((one) => one.fact === 'graded_first')
  expect([body.linked.length, first?.data.customers]).toEqual([3, 2])
})
