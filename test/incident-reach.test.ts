import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { AlarmPage } from '#contracts/insights'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell, uploaded } from '#test/told'

/** Who reads a room for the sake of a shop, and what of it: coming by oneself opens nothing that one did not reach before. */
const ILL = '喝完你们的红豆奶茶又吐又拉，进医院了，医生说是食物中毒'
let app: TestApp
let west: MadeShop
let east: MadeShop
let quality: MadeStaff
let manager: MadeStaff
let executive: MadeStaff
let id = ''
let tickets: { id: string }[]
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  west = await app.make.shop({ name: '西湖店' })
  east = await app.make.shop({ name: '城东店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  manager = await app.make.staff({ role: 'shop_manager', shop: west, name: '王店长' })
  tickets = [await tell(app, west, ILL), await tell(app, east, ILL)]
  const ticketIds = tickets.map((t) => t.id)
  id = (await app.as(quality).post<Room>('/incidents', { source: 'ticket', ticketIds })).body.id
  await app.services.db.inBrand(west.brandId, (tx) =>
    Promise.all([
      tx.deleteFrom('incidents.member').where('staff_id', '=', manager.id).execute(),
      tx
        .updateTable('incidents.post')
        .set({ acknowledged_at: app.services.now(), next_call_at: null })
        .execute(),
    ]),
  )
})
afterAll(() => app.close())

const texts = async (by: MadeStaff) => (await room.facts(by)).map((e) => [e.fact, e.text, e.data.shop].join())

test('a manager who comes by himself goes on reading for the own shop, and is shown no health facts', async () => {
  const field = (await room.read(quality)).sheet.find((s) => s.field.sensitive)!.field
  await app.as(quality).put(room.path('/sheet'), { values: { [field.key]: '张某，住院' } })
  await app.as(quality).post(room.path('/timeline'), { kind: 'note', text: '供应商不接电话' })
  const came = await app.as(manager).post<Room>(room.path('/members'), { staffId: manager.id, post: '' })
  expect(came.status, came.text).toBe(201)
  expect(came.body.linked.map((t) => t.id)).toEqual([tickets[0]!.id])
  expect(came.body.can).not.toContain('reveal')
  const reveal = await app.as(manager).post(room.path('/sheet/reveal'), { reason: '想看看是谁' })
  expect(reveal.status).toBe(404)
  expect((await texts(manager)).join()).not.toContain('供应商')
})

test('he is told nothing of other shops’ answers, of telephone calls with customers and of why facts were shown', async () => {
  const order = { ingredient: '红豆', shopIds: [west.id, east.id], instruction: '整箱下架，贴封条' }
  const [seal] = (await app.as(quality).post<Room>(room.path('/seals'), order)).body.seals
  for (const shop of [west, east]) {
    const found = { state: 'acknowledged', quantity: 2, unit: '箱', fileIds: [await uploaded(app, quality)] }
    await app.as(quality).post(`/seals/${seal!.id}/shops/${shop.id}/acknowledgements`, found)
  }
  await app.as(quality).post(room.path('/sheet/reveal'), { reason: '报市监局核实张某' })
  const seen = (await texts(manager)).join()
  expect(seen).toContain('西湖店')
  expect(seen).not.toContain('seal_acknowledged,,城东店')
  expect(seen).not.toContain('张某')
  expect((await texts(quality)).join()).toContain('seal_acknowledged,,城东店')
})

test('he sees the photo that he has put into the room, and nobody else’s', async () => {
  const others = await room.upload(quality, '供应商回函')
  const mine = await room.upload(manager, '冷柜温度')
  const step = (await room.read(manager)).checklist.find((s) => s.state === 'open' && s.proof === 'none')!
  await room.finish(manager, step.key, { state: 'done', fileIds: [mine] })
  const seen = await room.read(manager)
  expect(seen.files.map((f) => f.id)).toContain(mine)
  expect(seen.files.map((f) => f.id)).not.toContain(others)
  expect(seen.checklist.find((s) => s.id === step.id)!.files.map((f) => f.id)).toEqual([mine])
  expect((await room.facts(manager)).at(-1)!.files.map((f) => f.id)).toEqual([mine])
  expect((await app.as(manager).get(room.path(`/files/${mine}`))).status).toBe(200)
  expect((await app.as(manager).get(room.path(`/files/${others}`))).status).toBe(404)
  const neighbour = await app.make.staff({ role: 'shop_manager', shop: west, name: '周店长' })
  expect((await room.read(neighbour)).files.map((f) => f.id)).not.toContain(mine)
})

test('whoever leads calls him in: from then on he reads all of it', async () => {
  const post = (await room.read(quality)).posts[0]!.post
  await app.as(quality).post(room.path('/members'), { staffId: manager.id, post })
  const all = await room.read(manager)
  expect(all.linked).toHaveLength(2)
  expect(all.can).toContain('reveal')
  expect((await texts(manager)).join()).toContain('供应商')
})

test('a ticket that is tapped together with one of the room comes into it', async () => {
  const third = await tell(app, west, ILL)
  const tap = { source: 'ticket', ticketIds: [tickets[0]!.id, third.id] }
  const again = await app.as(quality).post<Room>('/incidents', tap)
  expect([again.status, again.body.id]).toEqual([200, id])
  expect(again.body.linked.map((t) => t.id)).toContain(third.id)
})

test('words that the house has not agreed on are not for whoever reads for a shop', async () => {
  const reader = await app.make.staff({ role: 'shop_manager', shop: west, name: '郑店长' })
  executive = await app.make.staff({ role: 'executive', name: '吴总' })
  const draft = { audience: 'customers', title: '致顾客', text: '初步判断是红豆受潮，正在核查批次' }
  const made = await app.as(quality).post<Room>(room.path('/statements'), draft)
  expect(made.status, made.text).toBe(201)
  const { id: statementId, version } = made.body.statements[0]!
  expect((await room.read(reader)).statements).toEqual([])
  await app.as(quality).post(room.path(`/statements/${statementId}/asks`), { version })
  expect((await room.read(reader)).statements).toEqual([])
  expect((await texts(reader)).join()).not.toContain('受潮')
  expect((await texts(quality)).join()).toContain('受潮')
  const answer = { version, approve: true }
  const approved = await app.as(executive).put<Room>(room.path(`/statements/${statementId}/approval`), answer)
  expect(approved.status, approved.text).toBe(200)
  expect((await room.read(reader)).statements.map(({ text }) => text)).toEqual([draft.text])
})

test('what the house writes anew after it was agreed is neither read nor written over for the sake of a shop', async () => {
  const reader = await app.make.staff({ role: 'shop_manager', shop: west, name: '钱店长' })
  const { id: statementId, version, text } = (await room.read(reader)).statements[0]!
  const one = room.path(`/statements/${statementId}`)
  const save = (by: MadeStaff, read: number, words: string) =>
    app.as(by).put<Room>(one, { read, title: '致顾客', text: words })
  await save(quality, 0, '供应商承认红豆受潮，准备起诉')
  for (const read of [0, 1]) {
    const tried = await save(reader, read, text)
    expect([tried.problem.code, tried.text.includes('供应商')]).toEqual(['incidents.statementUnknown', false])
  }
  expect((await app.as(reader).post(`${one}/asks`, {})).problem.code).toBe('incidents.statementUnknown')
  expect((await room.read(quality)).statements[0]).toMatchObject({
    state: 'draft',
    text: '供应商承认红豆受潮，准备起诉',
  })
  await app.as(quality).post(`${one}/asks`, {})
  await app.as(executive).put(`${one}/approval`, { version: version + 1, approve: true })
  // Agreed on it may be written anew by the shop as well, and what somebody has written stays the own draft.
  expect((await save(reader, 1, '红豆已停售，小票可退款')).status).toBe(200)
  expect((await save(reader, 2, '红豆已停售，凭小票退款')).status).toBe(200)
})

test('a room of the whole brand stays one when a ticket of a shop or a seal comes in; that shop’s people come in with it', async () => {
  const eastern = await app.make.staff({ role: 'shop_manager', shop: east, name: '何店长', onDuty: true })
  const body = { source: 'hand', plan: 'food_poisoning', title: '多地顾客不适' }
  const whole = (await app.as(quality).post<Room>('/incidents', body)).body
  const path = `/incidents/${whole.id}`
  const seenBy = async (by: MadeStaff) => (await app.as(by).get<Room>(path)).body
  const marketing = await app.make.staff({ role: 'marketing' })
  expect(whole).toMatchObject({ wholeBrand: true, involved: [] })
  expect((await app.as(eastern).get(path)).status).toBe(404)

  const ticket = await tell(app, east, ILL)
  const linked = await app.as(quality).post<Room>(`${path}/tickets`, { ticketIds: [ticket.id] })
  expect(linked.body).toMatchObject({ wholeBrand: true, involved: [{ name: '城东店' }] })
  expect(await seenBy(eastern)).toMatchObject({ callsMe: true, number: whole.number })
  expect((await seenBy(marketing)).wholeBrand).toBe(true)
  expect((await app.as(manager).get(path)).status).toBe(404)
  const offers = await app.as(quality).get<{ text: string }[]>(`${path}/statements/offers`)
  expect(offers.text).not.toContain('城东店')

  const order = { ingredient: '珍珠', shopIds: [west.id], instruction: '整箱下架，贴封条' }
  const sealed = (await app.as(quality).post<Room>(`${path}/seals`, order)).body
  expect(sealed).toMatchObject({ wholeBrand: true, involved: [{ name: '城东店' }, { name: '西湖店' }] })
  const drill = (await app.as(quality).post<Room>('/incidents', { ...body, source: 'drill' })).body
  const invented = { title: '孩子喝完肚子疼', customerName: '演练顾客甲', shopId: east.id }
  const after = await app.as(quality).post<Room>(`/incidents/${drill.id}/drill-tickets`, invented)
  expect(after.body).toMatchObject({ linked: [{ shopName: '城东店' }], wholeBrand: true })

  const narrow = { shopIds: [east.id] }
  expect((await app.as(quality).put<Room>(`${path}/shops`, narrow)).body.wholeBrand).toBe(false)
  const again = await app.as(quality).put<Room>(`${path}/shops`, { ...narrow, wholeBrand: true })
  expect(again.body).toMatchObject({ wholeBrand: true, involved: [{ name: '城东店' }] })
})

test('a post for which only an executive was left calls the people of a shop that comes in later; whoever holds one by the plan keeps it', async () => {
  const south = await app.make.shop({ name: '城南店' })
  const southern = await app.make.staff({ role: 'shop_manager', shop: south, name: '冯店长', onDuty: true })
  const body = { source: 'hand', plan: 'food_poisoning', title: '网上传多店不适' }
  const opened = (await app.as(quality).post<Room>('/incidents', body)).body
  const path = `/incidents/${opened.id}`
  const called = (of: Room, post: string) => of.members.filter((m) => m.post === post).map((m) => m.name)
  expect(called(opened, 'shop')).toEqual(['吴总'])
  expect((await app.as(executive).put(`${path}/answer`, { answer: 'acknowledged' })).status).toBe(200)

  const ticketIds = [(await tell(app, south, ILL)).id]
  const linked = (await app.as(quality).post<Room>(`${path}/tickets`, { ticketIds })).body
  expect(called(linked, 'shop')).toEqual(['吴总', '冯店长'])
  expect(called(linked, 'quality')).toEqual(['李品控'])
  expect(linked.posts.find((p) => p.post === 'shop')).toMatchObject({ acknowledged: false })
  await app.as(southern).put(`${path}/answer`, { answer: 'acknowledged' })

  const more = [(await tell(app, west, ILL)).id]
  const two = (await app.as(quality).post<Room>(`${path}/tickets`, { ticketIds: more })).body
  expect(two.involved.map((s) => s.name)).toEqual(['城南店', '西湖店'])
  expect(called(two, 'shop')).toEqual(['吴总', '冯店长'])
})

test('a post that an executive answered for in the end, as its manager never did, calls the manager of a shop that comes in later', async () => {
  const [silent, joining] = [await app.make.shop({ name: '运河店' }), await app.make.shop({ name: '江边店' })]
  await app.make.staff({ role: 'shop_manager', shop: silent, name: '沈店长', onDuty: true })
  await app.make.staff({ role: 'shop_manager', shop: joining, name: '韩店长', onDuty: true })
  const body = { source: 'hand', plan: 'food_poisoning', title: '三位顾客不适', shopIds: [silent.id] }
  const path = `/incidents/${(await app.as(quality).post<Room>('/incidents', body)).body.id}`
  const atShop = (of: Room) => of.members.filter((m) => m.post === 'shop').map((m) => `${m.name} ${m.state}`)
  const later = async () => {
    app.setNow(new Date(app.services.now().getTime() + 61_000).toISOString())
    await app.sweep()
    return atShop((await app.as(quality).get<Room>(path)).body)
  }
  expect(await later()).toEqual(['沈店长 called', '吴总 called'])
  expect((await app.as(executive).put(`${path}/answer`, { answer: 'acknowledged' })).status).toBe(200)
  expect(await later()).toEqual(['沈店长 called', '吴总 acknowledged'])

  const ticketIds = [(await tell(app, joining, ILL)).id]
  const linked = (await app.as(quality).post<Room>(`${path}/tickets`, { ticketIds })).body
  expect(atShop(linked)).toContain('韩店长 called')
})

test('a post for which somebody of its chain is called already calls the people of a shop in their order', async () => {
  const north = await app.make.shop({ name: '城北店' })
  await app.make.staff({ role: 'shop_manager', shop: north, name: '褚店长', onDuty: true })
  await app.make.staff({ role: 'lead', name: '陈主管', onDuty: true })
  const body = { source: 'hand', plan: 'food_poisoning', title: '两位顾客不适' }
  const path = `/incidents/${(await app.as(quality).post<Room>('/incidents', body)).body.id}`
  const careOf = (of: Room) => of.members.filter((m) => m.post === 'care').map((m) => m.name)
  const ticketIds = [(await tell(app, north, ILL)).id]
  const linked = (await app.as(quality).post<Room>(`${path}/tickets`, { ticketIds })).body
  expect(careOf(linked)).toEqual(['陈主管'])
  app.setNow(new Date(app.services.now().getTime() + 61_000).toISOString())
  await app.sweep()
  expect(careOf((await app.as(quality).get<Room>(path)).body)).toEqual(['陈主管', '褚店长'])
})

test('whoever reads for a shop sees that a step is done, and its words only where they did it themselves', async () => {
  const reader = await app.make.staff({ role: 'shop_manager', shop: west, name: '卫店长' })
  const wordy = (await room.read(quality)).checklist.filter((s) => s.state === 'open' && s.proof === 'words')
  const [theirs, own] = [wordy[0]!.key, wordy[1]!.key]
  await room.finish(quality, theirs, { state: 'done', words: '张某已转市一医院' })
  await room.finish(reader, own, { state: 'done', words: '前厅已经清场' })
  const seen = await room.read(reader)
  const noteOf = (of: Room, key: string) => of.checklist.find((s) => s.key === key)!
  expect(noteOf(seen, theirs)).toMatchObject({ state: 'done', doneBy: '李品控', note: '' })
  expect(noteOf(seen, own)).toMatchObject({ state: 'done', note: '前厅已经清场' })
  expect(noteOf(await room.read(quality), theirs).note).toBe('张某已转市一医院')
  const told = (await texts(reader)).join()
  expect(told).not.toContain('市一医院')
  expect(told).toContain('step_done,前厅已经清场')
  expect((await texts(quality)).join()).toContain('step_done,张某已转市一医院')
})

test('of shops that are told to seal, and of those that are asked again, whoever reads for a shop is named the own ones only', async () => {
  const reader = await app.make.staff({ role: 'shop_manager', shop: west, name: '姜店长' })
  const seal = (ingredient: string, shopIds: string[]) =>
    app.as(quality).post(room.path('/seals'), { ingredient, shopIds, instruction: '整箱下架，贴封条' })
  await seal('芋圆', [west.id, east.id])
  await seal('仙草', [east.id])
  app.setNow(new Date(app.services.now().getTime() + 10 * 60_000).toISOString())
  await app.sweep()
  const namedTo = async (by: MadeStaff) =>
    (await room.facts(by))
      .filter(({ fact, data }) => ['sealed', 'seal_chased'].includes(fact) && data.what !== '红豆')
      .map(({ fact, data }) => [fact, data.what, data.shops])
  expect((await namedTo(reader)).sort()).toEqual([
    ['seal_chased', '芋圆', ['西湖店']],
    ['sealed', '芋圆', ['西湖店']],
  ])
  const all = await namedTo(quality)
  expect(all).toHaveLength(4)
  expect(JSON.stringify(all)).toContain('城东店')
  const page = await app.as(reader).get(room.path('/timeline'))
  expect(page.text).not.toContain('仙草')
})

test('a room for an early warning is opened by whoever reaches all of its shops', async () => {
  const alarmId = randomUUID()
  const at = app.services.now()
  await app.services.db.inBrand(west.brandId, (tx) =>
    tx
      .insertInto('insights.alarm')
      .values({
        brand_id: west.brandId,
        id: alarmId,
        state: 'new',
        urgent: true,
        kind: 'category',
        key: '["food_safety.ill"]',
        series: [],
        shop_ids: [west.id, east.id],
        raised_at: at,
        sign_at: at,
        first_at: at,
        last_at: at,
        heard: 3,
        usual: 0.1,
        usual_week: 0.1,
        every_days: 90,
        ticket_ids: [],
        plot: JSON.stringify({ from: at.toISOString(), stepMin: 60, heard: [], usual: [] }),
      })
      .execute(),
  )
  const tap = { source: 'alarm', alarmId, plan: 'food_poisoning', title: '多人不适', shopIds: [west.id] }
  const open = (by: MadeStaff, more: object = {}) => app.as(by).post<Room>('/incidents', { ...tap, ...more })
  expect((await open(manager)).problem.code).toBe('incidents.alarmUnknown')
  expect((await open(quality, { alarmId: randomUUID() })).problem.code).toBe('incidents.alarmUnknown')
  const opened = await open(quality)
  expect(opened.status).toBe(201)
  expect((await open(manager)).problem.code).toBe('incidents.alarmUnknown')
  expect((await open(quality)).body.id).toBe(opened.body.id)

  // The warning leads into its room whoever may go in, and tells the others that it is open.
  const hearer = app.modules.flatMap((m) => m.on ?? []).find((s) => s.subscriber === 'insights.linkIncident')!
  const told = { incidentId: opened.body.id, alarmId, ticketIds: [], drill: false }
  await hearer.run(systemContext(app.services, west.brandId), told as never)
  const warning = async (by: MadeStaff) =>
    (await app.as(by).get<AlarmPage>('/alarms')).body.rows.find((one) => one.id === alarmId)
  const admin = await app.make.staff({ role: 'admin' })
  const neighbour = await app.make.staff({ role: 'shop_manager', shop: east })
  expect(await warning(quality)).toMatchObject({ state: 'incident', incidentId: opened.body.id })
  expect(await warning(manager)).toMatchObject({ state: 'incident', incidentId: opened.body.id })
  for (const outside of [admin, neighbour])
    expect(await warning(outside)).toMatchObject({ state: 'incident', incidentId: null })
})
