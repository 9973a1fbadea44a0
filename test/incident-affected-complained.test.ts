import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room } from '#contracts/incidents'
import type { AffectedPage, AffectedPreview } from '#contracts/incidents/affected'
import { openRecallWorld, phoneOf, RECALL, type RecallWorld } from '#test/recall-world'
import { tell } from '#test/told'

/** E3: whoever has complained already is answered in the ticket, not told that they may have bought it. */
let recall: RecallWorld
let roomId = ''
const tickets: Record<string, string> = {}
const room = () => recall.room(roomId)
const rowOf = async (phone: string) =>
  (await recall.rows(roomId)).find((row) => row.phoneMasked === `${phone.slice(0, 3)}****${phone.slice(-4)}`)
const told = () => recall.vendor.sent.map((one) => one.PhoneNumbers.slice(-11)).sort()
const asApprover = () => recall.app.as(recall.executive)
const write = (more: object = {}) =>
  recall.asQuality().put<Room>(`/incidents/${roomId}/affected/message`, { text: RECALL, ...more })
const approve = async () =>
  asApprover().put<Room>(`/incidents/${roomId}/affected/approval`, {
    approve: true,
    version: (await room()).affected!.version,
  })

/** What this customer has said in the shop. */
async function complain(orderId: string, words: string): Promise<string> {
  const { app, world } = recall
  const { id } = await tell(app, world.shop, words)
  const customer_id = await recall.customerOf(orderId)
  await recall.tx((t) => t.updateTable('tickets.ticket').set({ customer_id }).where('id', '=', id).execute())
  return id
}
const link = (id: string) =>
  recall.asQuality().post<Room>(`/incidents/${roomId}/tickets`, { ticketIds: [id] })

beforeAll(async () => {
  recall = await openRecallWorld()
  const orders = [1, 2, 3, 4].map((n) => recall.bun(`第${n}位`, phoneOf(n)))
  const [first, , third] = await Promise.all(orders)
  tickets.first = await complain(first!, '红豆包里咬到一小段金属丝')
  tickets.third = await complain(third!, '包子里有硬东西，像铁丝')
  await recall.app.sweep()
  recall.vendor.sent.length = 0
  roomId = await recall.openRoom()
  await link(tickets.first)
})
afterAll(() => recall.close())

test('the preview says how many of them have complained', async () => {
  const { body } = await recall
    .asQuality()
    .post<z.infer<typeof AffectedPreview>>(`/incidents/${roomId}/affected/preview`, recall.buns)
  expect(body).toMatchObject({ customers: 4, complained: 1 })
})

test('whoever has complained is a group of its own, with the ticket and whether somebody has answered', async () => {
  const found = await recall.asQuality().post<Room>(`/incidents/${roomId}/affected`, recall.buns)
  expect(found.body.affected).toMatchObject({ customers: 4, count: { found: 3, complained: 1 } })
  expect((await recall.timeline(roomId)).at(-1)).toMatchObject({
    fact: 'affected_found',
    data: { count: 4, complained: 1 },
  })
  expect(await rowOf(phoneOf(1))).toMatchObject({ state: 'complained', complaintTicketId: tickets.first })
  expect((await room()).linked[0]).toMatchObject({ answered: false, repliesToMessage: false })
  await recall.app
    .as(recall.world.agent)
    .post(`/tickets/${tickets.first}/replies`, { text: '您好，我是负责这件事的小周，马上给您回电话。' })
  recall.app.setNow('2026-03-02T12:02:00+08:00')
  expect((await room()).linked[0]).toMatchObject({ answered: true })
})

test('a complaint that comes in later is held back too; the message goes to the others alone', async () => {
  expect((await write()).body.affected).toMatchObject({ complainants: false, count: { found: 3 } })
  await link(tickets.third!)
  expect((await room()).affected).toMatchObject({ count: { found: 2, complained: 2 } })
  await approve()
  await recall.app.sweep()
  expect(told()).toEqual([phoneOf(2), phoneOf(4)])
  await recall.app.sweep()
  expect((await room()).affected).toMatchObject({ state: 'sent', count: { reached: 2, complained: 2 } })
  expect((await recall.timeline(roomId)).at(-1)).toMatchObject({
    fact: 'affected_sent',
    data: { count: 2, byHand: 0, complained: 2 },
  })
})

test('an answer to the message is no complaint', async () => {
  recall.app.setNow('2026-03-02T12:30:00+08:00')
  await recall.sms.push(
    '',
    JSON.stringify([
      {
        phone_number: phoneOf(2),
        content: '还没吃，怎么退款',
        send_time: '2026-03-02 12:30:00',
        sequence_id: 'u-2',
      },
    ]),
    { 'content-type': 'application/json' },
  )
  await recall.app.sweep()
  await recall.app.sweep()
  const { linked } = await room()
  expect(linked.filter((ticket) => ticket.repliesToMessage)).toHaveLength(1)
  expect(await rowOf(phoneOf(2))).toMatchObject({ state: 'replied', complaintTicketId: null })
})

test('a ticket that did not belong here lets its customer be told, once somebody has approved it anew', async () => {
  await recall.asQuality().delete(`/incidents/${roomId}/tickets/${tickets.third}`)
  expect((await room()).affected).toMatchObject({
    state: 'message_asked',
    count: { found: 1, complained: 1 },
  })
  recall.vendor.sent.length = 0
  await approve()
  await recall.app.sweep()
  expect(told()).toEqual([phoneOf(3)])
})

test('the writer may take them in: then they are told like everybody else', async () => {
  roomId = await recall.openRoom()
  await link(tickets.first!)
  await recall.asQuality().post(`/incidents/${roomId}/affected`, recall.buns)
  const written = await write({ complainants: true })
  expect(written.body.affected).toMatchObject({ complainants: true, count: { found: 4, complained: 0 } })
  recall.vendor.sent.length = 0
  await approve()
  await recall.app.sweep()
  expect(told()).toContain(phoneOf(1))
  expect(await rowOf(phoneOf(1))).toMatchObject({ complaintTicketId: tickets.first })
})

test('whoever may not know who it is sees no number, not even masked', async () => {
  const { body } = await asApprover().get<z.infer<typeof AffectedPage>>(`/incidents/${roomId}/affected`)
  expect(body.rows.map((row) => row.phoneMasked)).toEqual(['', '', '', ''])
})
