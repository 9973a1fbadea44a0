import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { type DeadLetterList, deliveryFailed } from '#contracts/channels/connect'
import type { Room } from '#contracts/incidents'
import type { AffectedPreview } from '#contracts/incidents/affected'
import type { OrderView } from '#contracts/orders'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { systemContext } from '#platform/context'
import type { TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { place, twoTeas } from '#test/order-world'
import { openRecallWorld, phoneOf, RECALL, type RecallWorld } from '#test/recall-world'
import { tell } from '#test/told'

/** E3: whoever had it is found from the orders, told once by the own channel, and heard when they answer. */
const ENGLISH =
  'The red bean bun you bought today may contain metal. Please do not eat it; we will refund you.'
const OPENID = 'o-affected-1'

let recall: RecallWorld
let world: RecallWorld['world']
let app: TestApp
let vendor: RecallWorld['vendor']
let roomId = ''
const ordered = new Map<string, string>()

const tx: RecallWorld['tx'] = (work) => recall.tx(work)
const bun = async (...given: Parameters<RecallWorld['bun']>) => {
  const id = await recall.bun(...given)
  ordered.set(given[0], id)
  return id
}
const customerOf = (orderId: string) => recall.customerOf(orderId)
const texts = () => vendor.sent.map((one) => [one.PhoneNumbers.slice(-11), one.params.text])
const asQuality = () => recall.asQuality()
const room = (id = roomId) => recall.room(id)
const rows = (id = roomId) => recall.rows(id)
const timeline = (id = roomId) => recall.timeline(id)
async function runFailures(): Promise<void> {
  const events = await tx((t) =>
    t.selectFrom('platform.event').selectAll().where('name', '=', deliveryFailed.name).execute(),
  )
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => s.event === deliveryFailed.name)
  for (const { body } of [...events, ...events])
    for (const hearer of hearers)
      await hearer.run(systemContext(app.services, world.shop.brandId), body as never)
}
const deadLetters = async () =>
  (await app.as(world.admin).get<z.infer<typeof DeadLetterList>>('/channels/letters')).body.letters
const textBack = (phone: string, content: string) =>
  recall.sms.push(
    '',
    JSON.stringify([
      {
        phone_number: phone,
        content,
        send_time: '2026-03-02 12:30:00',
        sequence_id: `u-${phone}-${content}`,
      },
    ]),
    { 'content-type': 'application/json' },
  )
const decide = async (by: MadeStaff, body: object, id = roomId) =>
  app
    .as(by)
    .put<Room>(`/incidents/${id}/affected/approval`, { version: (await room(id)).affected!.version, ...body })
const openRoom = (more: object = {}) => recall.openRoom(more)

beforeAll(async () => {
  recall = await openRecallWorld()
  ;({ world, app, vendor } = recall)
  await world.text(OPENID, '你们几点开门')
  await app.sweep()
  const [ticket] = await tx((t) =>
    t.selectFrom('tickets.ticket').select('customer_id').where('content', '=', '你们几点开门').execute(),
  )
  await bun('两单', phoneOf(1))
  await bun('两单', phoneOf(1))
  await bun('英语', phoneOf(2))
  await bun('微信', phoneOf(3), { customerId: ticket!.customer_id! })
  await bun('不要打扰', phoneOf(4))
  await bun('', undefined)
  await place(app, world.agent, {
    ...twoTeas({ shop: world.shop, items: recall.items }),
    name: '只喝茶',
    contact: phoneOf(9),
  })
  const [english, declined] = await Promise.all([
    customerOf(ordered.get('英语')!),
    customerOf(ordered.get('不要打扰')!),
  ])
  await tx((t) =>
    t.updateTable('customers.customer').set({ language: 'en' }).where('id', '=', english).execute(),
  )
  await recall.decline(declined)
  await app.sweep()
  vendor.sent.length = 0
  roomId = await openRoom()
})
afterAll(() => recall.close())

test('a preview says how many, how each is reached, and how many nobody knows; nothing is kept', async () => {
  const { body } = await asQuality().post<z.infer<typeof AffectedPreview>>(
    `/incidents/${roomId}/affected/preview`,
    recall.buns,
  )
  expect(body).toMatchObject({ customers: 4, orders: 6, visits: 0, unknown: 1, more: false })
  expect(Object.fromEntries(body.byWay.map((w) => [w.way, w.customers]))).toEqual({
    sms: 2,
    wechat: 1,
    none: 1,
  })
  expect(body.byProof).toEqual([{ proof: 'order', orders: 6 }])
  expect(JSON.stringify(body.sample)).not.toContain(phoneOf(1))
  expect((await room()).affected).toBeNull()
  const all = await asQuality().post(`/incidents/${roomId}/affected/preview`, { ...recall.buns, itemIds: [] })
  expect(all.problem.code).toBe('incidents.nothingLookedFor')
  const ever = { ...recall.buns, from: '2015-01-01T00:00:00.000Z' }
  const long = await asQuality().post(`/incidents/${roomId}/affected/preview`, ever)
  expect(long.problem.code).toBe('incidents.periodTooLong')
})

test('a batch that no shop has opened finds nobody, and the preview says why', async () => {
  const { body } = await asQuality().post<z.infer<typeof AffectedPreview>>(
    `/incidents/${roomId}/affected/preview`,
    { ...recall.buns, batchCodes: ['NIEMALS-01'] },
  )
  expect(body).toMatchObject({ customers: 0, unopened: ['NIEMALS-01'] })
})

test('five orders of one customer are one row; looking again adds nobody', async () => {
  for (let n = 0; n < 2; n++)
    expect((await asQuality().post(`/incidents/${roomId}/affected`, recall.buns)).status).toBe(201)
  expect((await room()).affected).toMatchObject({
    customers: 4,
    state: 'found',
    count: { found: 3, no_way: 1 },
  })
  const found = (await timeline()).filter((e) => e.fact === 'affected_found')
  expect(found.map((e) => e.data.fresh)).toEqual([4, 0])
  expect((await rows()).find((r) => r.way === 'none')).toMatchObject({ state: 'no_way', problem: 'declined' })
})

test('words that ask for a review are refused, and nobody approves the own words', async () => {
  const write = (body: object) => asQuality().put<Room>(`/incidents/${roomId}/affected/message`, body)
  expect((await write({ text: `${RECALL} 给个五星好评就返现。` })).problem.code).toBe(
    'incidents.asksForReview',
  )
  const written = await write({ text: RECALL, also: { en: ENGLISH } })
  expect(written.body.affected).toMatchObject({
    state: 'message_asked',
    mayApprove: false,
    writtenBy: '李品控',
  })
  expect((await room()).missing).toContain('message')
  expect((await decide(recall.quality, { approve: true })).problem.code).toBe('incidents.ownWords')
  expect((await decide(recall.executive, { approve: false })).problem.code).toBe('incidents.reasonMissing')
  await decide(recall.executive, { approve: false, why: '请写上退款方式' })
  expect((await room()).affected).toMatchObject({ state: 'found', refusedWhy: '请写上退款方式' })
  expect((await room()).missing).not.toContain('message')
  await app.sweep()
  expect(vendor.sent).toEqual([])
  await write({ text: RECALL, also: { en: ENGLISH } })
  const before = (await app.as(recall.executive).get<Room>(`/incidents/${roomId}`)).body
  expect(before.affected?.mayApprove).toBe(true)
  expect((await decide(recall.executive, { approve: true })).body.affected?.approvedBy).toBe('吴总')
})

test('each is told once by the own way and in the own language; the order’s page says it too', async () => {
  await app.sweep()
  await app.sweep()
  expect(texts().sort()).toEqual([
    [phoneOf(1), RECALL],
    [phoneOf(2), ENGLISH],
  ])
  expect(vendor.sent.every((one) => one.params.progress?.includes('/o/'))).toBe(true)
  expect(world.sentTo(OPENID).filter((text) => text === RECALL)).toHaveLength(1)
  expect((await room()).affected).toMatchObject({
    state: 'sent',
    count: { reached: 3, no_way: 1, queued: 0 },
  })
  expect((await timeline()).at(-1)).toMatchObject({ fact: 'affected_sent', data: { count: 3, byHand: 1 } })
  for (const name of ['微信', '不要打扰']) {
    const order = (await app.as(world.agent).get<OrderView>(`/orders/${ordered.get(name)}`)).body
    const page = await app.anonymous.get<TrackedOrder>(`/public/orders/${order.tracking.split('/o/')[1]}`)
    expect(page.body.safety?.text).toBe(RECALL)
  }
})

test('a message that did not arrive after all leaves somebody to be called; the call is noted', async () => {
  const lost = vendor.sent.find((one) => one.PhoneNumbers.endsWith(phoneOf(2)))!
  await recall.sms.push(
    '',
    JSON.stringify([
      {
        phone_number: phoneOf(2),
        success: false,
        err_code: 'MOBILE_NOT_ON_SERVICE',
        biz_id: lost.BizId,
        out_id: lost.OutId,
        report_time: '2026-03-02 12:00:09',
      },
    ]),
    { 'content-type': 'application/json' },
  )
  await app.sweep()
  await runFailures()
  const missed = (await rows()).find((r) => r.state === 'unreached')!
  expect(missed.problem).not.toBe('')
  expect(vendor.sent).toHaveLength(2)
  const call = (id: string, body: object) =>
    asQuality().put<Room>(`/incidents/${roomId}/affected/${id}/call`, body)
  const none = (await rows()).find((r) => r.state === 'no_way')!
  expect((await deadLetters()).map((one) => one.text)).toEqual([ENGLISH])
  await call(none.id, { reached: false, note: '没人接' })
  await call(missed.id, { reached: true, note: '已告知，没有食用' })
  expect((await rows()).find((r) => r.id === missed.id)).toMatchObject({
    state: 'called',
    calledBy: '李品控',
  })
  expect((await room()).affected?.count).toMatchObject({ called: 1, unreached: 1, reached: 2 })
})

test('who answers is threaded: the ticket belongs to the room, the words stand in its timeline, each once', async () => {
  app.setNow('2026-03-02T12:30:00+08:00')
  await world.text(OPENID, '我已经吃了一个，牙崩了')
  expect((await textBack(phoneOf(1), '还没吃，怎么退款？电话 13912345678')).statusCode).toBe(200)
  await app.sweep()
  await app.sweep()
  await textBack(phoneOf(1), '谢谢')
  await app.sweep()
  const replies = (await timeline()).filter((e) => e.kind === 'reply')
  expect(replies.map((e) => e.text).sort()).toEqual([
    '我已经吃了一个，牙崩了',
    '谢谢',
    '还没吃，怎么退款？电话 139****5678',
  ])
  const now = await room()
  expect(now.linked.map((t) => t.id).sort()).toEqual([...new Set(replies.map((e) => e.ticketId))].sort())
  expect(now.affected?.count).toMatchObject({ replied: 2, reached: 0 })
  expect((await rows()).filter((r) => r.repliedAt && r.ticketId)).toHaveLength(2)
})

test('what an affected customer writes at another shop belongs to the room and lets nobody of that shop in', async () => {
  const beside = await app.make.shop({ name: '城东店' })
  const manager = await app.make.staff({ role: 'shop_manager', shop: beside })
  const ticket = await tell(app, beside, '城东店的杯子漏水')
  const customer_id = await customerOf(ordered.get('微信')!)
  await tx((t) => t.updateTable('tickets.ticket').set({ customer_id }).where('id', '=', ticket.id).execute())
  await app.sweep()
  const now = await room()
  expect(now.linked.map((t) => t.id)).toContain(ticket.id)
  expect(now.involved.map((s) => s.name)).not.toContain('城东店')
  expect((await app.as(manager).get(`/incidents/${roomId}`)).problem.code).toBe('incidents.notFound')
})

test('somebody found later is told alone, after a new approval', async () => {
  const sent = vendor.sent.length
  await bun('后来', phoneOf(7))
  await app.sweep()
  vendor.sent.length = sent
  const found = await asQuality().post<Room>(`/incidents/${roomId}/affected`, recall.buns)
  expect(found.body.affected).toMatchObject({ customers: 5, state: 'message_asked', count: { found: 1 } })
  await app.sweep()
  expect(vendor.sent).toHaveLength(sent)
  await decide(recall.executive, { approve: true })
  await app.sweep()
  expect(texts().slice(sent)).toEqual([[phoneOf(7), RECALL]])
})

test('in a drill nothing leaves the house', async () => {
  const id = await openRoom({ source: 'drill' })
  const sent = [vendor.sent.length, world.service.state.sent.length]
  await asQuality().post(`/incidents/${id}/affected`, recall.buns)
  await asQuality().put(`/incidents/${id}/affected/message`, { text: RECALL })
  await decide(recall.executive, { approve: true }, id)
  await app.sweep()
  expect((await room(id)).affected).toMatchObject({ state: 'sent', count: { would_be_sent: 4, no_way: 1 } })
  expect([vendor.sent.length, world.service.state.sent.length]).toEqual(sent)
  await textBack(phoneOf(7), '收到')
  await app.sweep()
  expect((await timeline(id)).filter((e) => e.kind === 'reply')).toEqual([])
})

test('a customer whose file was merged with one already told is not told again', async () => {
  const sent = vendor.sent.length
  const id = await openRoom()
  const [one, two] = [await bun('合并甲', phoneOf(11)), await bun('合并乙', phoneOf(12))]
  await app.sweep()
  vendor.sent.length = sent
  await asQuality().post(`/incidents/${id}/affected`, recall.buns)
  const [head, other] = [await customerOf(one), await customerOf(two)]
  await tx((t) =>
    t.updateTable('customers.customer').set({ merged_into: head }).where('id', '=', other).execute(),
  )
  await asQuality().put(`/incidents/${id}/affected/message`, { text: RECALL })
  await decide(recall.executive, { approve: true }, id)
  await app.sweep()
  const both = texts()
    .slice(sent)
    .filter(([phone]) => phone === phoneOf(11) || phone === phoneOf(12))
  expect(both).toHaveLength(1)
})

test('answers that cannot be threaded hold nobody up, and are set aside with their reason after ten tries', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  const ticket = await tell(app, world.shop, '换一家店也一样')
  await owner.query(`
    create function incidents.spoil() returns trigger language plpgsql as $$ begin raise exception 'spoilt'; end $$;
    create trigger spoil before insert on incidents.affected_reply for each row
      when (new.ticket_id = '${ticket.id}') execute function incidents.spoil();
    update tickets.ticket set customer_id = '${await customerOf(ordered.get('微信')!)}' where id = '${ticket.id}';
    insert into incidents.heard (brand_id, ticket_id, event_id, at, next_try_at, tries)
      select brand_id, id, gen_random_uuid(), opened_at - interval '1 hour', opened_at - interval '1 hour', 9
      from tickets.ticket, generate_series(1, 250) where id = '${ticket.id}'`)
  await textBack(phoneOf(1), '退款收到了')
  await app.sweep()
  expect((await timeline()).at(-1)).toMatchObject({ kind: 'reply', text: '退款收到了' })
  for (let tries = 1; tries < 10; tries += 1) {
    app.setNow(new Date(app.services.now().getTime() + 3_600_000).toISOString())
    await app.sweep()
  }
  const { rows: kept } = await owner.query(
    'select problem, tries, next_try_at as next, count(*)::int as n from incidents.heard group by 1, 2, 3',
  )
  expect(kept).toEqual([{ problem: 'error: spoilt', tries: 10, next: null, n: 251 }])

  // The room's people see it once, with a way to try again and without the program's word.
  const said = (await timeline()).filter((e) => e.fact === 'reply_lost')
  expect(said.map((e) => e.ticketId)).toEqual([ticket.id])
  expect((await room()).affected?.lost).toEqual([{ ticketId: ticket.id, at: expect.any(String) }])
  const reader = await app.make.staff({ role: 'shop_manager', shop: world.shop, name: '钱店长' })
  expect((await app.as(reader).get<Room>(`/incidents/${roomId}`)).body.affected?.lost).toEqual([])
  const again = () => asQuality().post<Room>(`/incidents/${roomId}/lost-replies/${ticket.id}/tries`, {})
  expect((await again()).problem.code).toBe('incidents.replyLost')
  expect((await room()).affected?.lost).toHaveLength(1)
  await owner.query('drop trigger spoil on incidents.affected_reply')
  expect((await again()).body.affected?.lost).toEqual([])
  expect((await timeline()).at(-1)).toMatchObject({ kind: 'reply', ticketId: ticket.id })
  expect((await again()).problem.code).toBe('incidents.replyUnknown')
  await owner.end()
})

test('where even the writer of an answer cannot be found out, every room that has written to customers says so', async () => {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl })
  await owner.connect()
  const ticket = await tell(app, world.shop, '退款什么时候到')
  await owner.query(`
    insert into incidents.heard (brand_id, ticket_id, event_id, at, next_try_at, tries)
      select brand_id, id, gen_random_uuid(), opened_at, opened_at, 9 from tickets.ticket where id = '${ticket.id}';
    update tickets.ticket set customer_id = '${await customerOf(ordered.get('两单')!)}' where id = '${ticket.id}';
    revoke select on customers.customer from huiyin_app`)
  const sweep = app.modules.flatMap((m) => m.sweeps ?? []).find((s) => s.name === 'incidents.replies')!
  await sweep.run(app.services)
  await owner.query('grant select on customers.customer to huiyin_app')
  await owner.end()
  expect((await room()).affected?.lost.map((one) => one.ticketId)).toEqual([ticket.id])
  const again = await asQuality().post<Room>(`/incidents/${roomId}/lost-replies/${ticket.id}/tries`, {})
  expect(again.body.affected?.lost).toEqual([])
  expect((await timeline()).at(-1)).toMatchObject({ kind: 'reply', ticketId: ticket.id })
})

test('what did not arrive is said again in the words that were approved, not in those that wait for it; nobody need send the lost one', async () => {
  const customer = await customerOf(ordered.get('后来')!)
  const { message_id } = await tx((t) =>
    t
      .updateTable('incidents.affected_customer')
      .set({ way: 'wechat', state: 'reached' })
      .where('incident_id', '=', roomId)
      .where('customer_id', '=', customer)
      .returning('message_id')
      .executeTakeFirstOrThrow(),
  )
  await bun('更后来', phoneOf(14))
  await app.sweep()
  await asQuality().post(`/incidents/${roomId}/affected`, recall.buns)
  const other = { text: '另一种说法，还没有人批准，不能发出去。' }
  expect((await asQuality().put(`/incidents/${roomId}/affected/message`, other)).status).toBe(200)
  const lost = vendor.sent.find((one) => one.OutId === message_id)!
  const sent = vendor.sent.length
  const receipt = { phone_number: phoneOf(7), success: false, err_code: 'MOBILE_NOT_ON_SERVICE' }
  const about = { biz_id: lost.BizId, out_id: lost.OutId, report_time: '2026-03-02 13:00:09' }
  await recall.sms.push('', JSON.stringify([{ ...receipt, ...about }]), {
    'content-type': 'application/json',
  })
  await app.sweep()
  await runFailures()
  await app.sweep()
  expect(texts().slice(sent)).toEqual([[phoneOf(7), RECALL]])
  expect((await deadLetters()).map((one) => one.id)).not.toContain(message_id)
})

test('a customer into whose file one already told was merged is not told again', async () => {
  const [told, head] = [await customerOf(ordered.get('英语')!), await customerOf(ordered.get('更后来')!)]
  await tx((t) =>
    t.updateTable('customers.customer').set({ merged_into: head }).where('id', '=', told).execute(),
  )
  const sent = vendor.sent.length
  expect((await decide(recall.executive, { approve: true })).status).toBe(200)
  await app.sweep()
  const now = texts()
    .slice(sent)
    .map(([phone]) => phone)
  expect(now).not.toContain(phoneOf(14))
  expect((await rows()).filter((r) => r.state === 'found')).toEqual([])
})

test('whoever reads for a shop sees the words to the customers once they are approved', async () => {
  const id = await openRoom()
  const reader = await app.make.staff({ role: 'shop_manager', shop: world.shop, name: '郑店长' })
  await asQuality().post(`/incidents/${id}/affected`, recall.buns)
  await asQuality().put(`/incidents/${id}/affected/message`, { text: RECALL })
  const shown = async () => (await app.as(reader).get<Room>(`/incidents/${id}`)).body.affected
  expect(await shown()).toMatchObject({ state: 'message_asked', text: '' })
  const line = await app.as(reader).get(`/incidents/${id}/timeline`)
  expect(line.status).toBe(200)
  expect(line.text).not.toContain(RECALL)
  await decide(recall.executive, { approve: true }, id)
  expect(await shown()).toMatchObject({ text: RECALL })
})
