import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { IncidentRecord } from '#contracts/incidents/record'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { furnish, place, twoTeas } from '#test/order-world'

/** Four eyes (E3, E4): nobody approves or says words that are other than those that were read, and what was approved when can be proved. */
const FIRST = '西湖店已停售相关产品，正在核查。'
const SECOND = '西湖店已停售全部红豆产品，今晚公布结果。'
const TEXT = '您今天买到的红豆包可能混入异物，请先不要食用，我们会全额退款。'

let app: TestApp
let shop: MadeShop
let people: Record<'quality' | 'executive' | 'marketing' | 'agent', MadeStaff>
let id = ''
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  people = {
    quality: await app.make.staff({ role: 'quality', name: '李品控', onDuty: true }),
    executive: await app.make.staff({ role: 'executive', name: '吴总', onDuty: true }),
    marketing: await app.make.staff({ role: 'marketing', name: '周市场', onDuty: true }),
    agent: await app.make.staff({ role: 'agent', name: '孙客服', onDuty: true }),
  }
  id = await opened('食物中毒', 'food_poisoning')
})
afterAll(() => app.close())

async function opened(title: string, plan: string): Promise<string> {
  const tap = { source: 'hand', plan, title, shopIds: [shop.id] }
  const { body } = await app.as(people.quality).post<Room>('/incidents', tap)
  await app.as(people.quality).patch(`/incidents/${body.id}`, { spokespersonId: people.marketing.id })
  return body.id
}

test('what was changed after somebody read it is neither approved nor said; each version that was laid before somebody is kept', async () => {
  const draft = { audience: 'public', title: '情况说明', text: FIRST }
  const made = await app.as(people.quality).post<Room>(room.path('/statements'), draft)
  const one = room.path(`/statements/${made.body.statements[0]!.id}`)
  const approve = (version: number, approved = true) =>
    app.as(people.executive).put<Room>(`${one}/approval`, { version, approve: approved, why: '写上时间' })
  let read = 0
  const write = async (text: string) => {
    await app.as(people.agent).put(one, { read, title: draft.title, text })
    read += 1
    await app.as(people.agent).post(`${one}/asks`, {})
  }
  await app.as(people.quality).post(`${one}/asks`, {})
  await write(SECOND)
  expect((await approve(1)).problem.code).toBe('incidents.wordsChanged')
  await approve(2, false)
  await write(FIRST)
  expect((await approve(2)).problem.code).toBe('incidents.wordsChanged')
  expect((await approve(3)).body.statements[0]).toMatchObject({ state: 'approved', version: 3 })
  await write(SECOND)
  await approve(4)
  const release = (version: number) =>
    app.as(people.marketing).put<Room>(`${one}/release`, { version, where: '官方微博' })
  expect((await release(3)).problem.code).toBe('incidents.wordsChanged')
  expect((await release(4)).status).toBe(200)

  const { entries } = (await app.as(people.quality).get<IncidentRecord>(room.path('/record'))).body
  const kept = (fact: string) => entries.filter((e) => e.fact === fact).map((e) => [e.data.version, e.text])
  expect(kept('statement_asked')).toEqual([
    [1, FIRST],
    [2, SECOND],
    [3, FIRST],
    [4, SECOND],
  ])
  expect(kept('statement_approved')).toEqual([
    [3, FIRST],
    [4, SECOND],
  ])
})

test('a record leaves nothing out for its length', async () => {
  const long = await opened('回复很多', 'food_poisoning')
  await app.services.db.inBrand(shop.brandId, (tx) =>
    sql`insert into incidents.entry (brand_id, id, incident_id, at, kind, fact)
      select ${shop.brandId}, gen_random_uuid(), ${long}, ${app.services.now()}::timestamptz + n * interval '1 second', 'fact', 'seal_chased'
      from generate_series(1, 5001) n`.execute(tx),
  )
  const { entries } = (await app.as(people.quality).get<IncidentRecord>(`/incidents/${long}/record`)).body
  expect(entries[0]!.fact).toBe('opened')
  expect(entries.filter((e) => e.fact === 'seal_chased')).toHaveLength(5001)
})

test('a message to customers is approved as it was read, and who is found later without a way reads it after an approval', async () => {
  id = await opened('红豆包里有金属丝', 'foreign_object')
  const admin = await app.make.staff({ role: 'admin' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const cook = await app.make.staff({ role: 'kitchen', shop })
  const items = await furnish(app, { shop, admin, manager, cook })
  const order = (contact: string) =>
    place(app, people.agent, {
      ...twoTeas({ shop, items }),
      items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
      contact,
    })
  const query = {
    itemIds: [items.bun],
    from: '2026-03-01T16:00:00.000Z',
    to: '2026-03-02T16:00:00.000Z',
  }
  const find = () => app.as(people.quality).post<Room>(room.path('/affected'), query)
  const write = (text: string) => app.as(people.quality).put<Room>(room.path('/affected/message'), { text })
  const approve = (version: number) =>
    app.as(people.executive).put<Room>(room.path('/affected/approval'), { version, approve: true })
  await order('13900000001')
  // No channel is connected: nobody can be written to, and everybody finds it on the order's page.
  expect((await find()).body.affected).toMatchObject({ count: { no_way: 1 }, state: 'found' })
  const gappy = await write('您买到的[产品]可能有问题，请先不要食用。')
  expect(gappy.problem.code).toBe('incidents.gapsLeft')
  const read = (await write(TEXT)).body.affected!.version
  const now = (await write(`${TEXT}请勿丢弃。`)).body.affected!.version
  expect((await approve(read)).problem.code).toBe('incidents.wordsChanged')
  expect((await approve(now)).status).toBe(200)
  await app.sweep()
  expect((await room.read(people.quality)).affected?.state).toBe('sent')

  const later = await order('13900000002')
  const found = (await find()).body.affected!
  expect(found).toMatchObject({ state: 'message_asked', count: { no_way: 2 } })
  expect((await approve(now)).problem.code).toBe('incidents.wordsChanged')
  await approve(found.version)
  await app.sweep()
  const { tracking } = (await app.as(people.agent).get<{ tracking: string }>(`/orders/${later}`)).body
  const page = await app.anonymous.get<{ safety: { text: string } }>(
    `/public/orders/${tracking.split('/o/')[1]}`,
  )
  expect(page.body.safety.text).toBe(`${TEXT}请勿丢弃。`)
})

test('what the plan offers to say names few of many shops, and ends in one full stop', async () => {
  const shops = [shop]
  for (const name of ['城东店', '城西店', '城北店']) shops.push(await app.make.shop({ name }))
  const tap = { source: 'hand', plan: 'allergy', title: '标签漏写花生。', shopIds: shops.map((s) => s.id) }
  const { body } = await app.as(people.quality).post<Room>('/incidents', tap)
  const offers = await app
    .as(people.quality)
    .get<{ text: string }[]>(`/incidents/${body.id}/statements/offers`)
  const said = offers.body.map(({ text }) => text).join('\n')
  expect(said).toMatch(/[^、]+店、[^、]+店、[^、]+店等 4 家门店/)
  expect(said).toContain('标签漏写花生。')
  expect(said).not.toContain('。。')
})

test('of two who write on one draft the second sees the first one’s words and decides; nothing is lost unseen', async () => {
  const begun = { audience: 'staff', title: '告知门店', text: '红豆包先下架，等通知。' }
  const made = await app.as(people.quality).post<Room>(room.path('/statements'), begun)
  const { id: statementId, saves } = made.body.statements.find(({ title }) => title === begun.title)!
  const save = (by: MadeStaff, read: number, text: string) =>
    app.as(by).put<Room>(room.path(`/statements/${statementId}`), { read, title: begun.title, text })
  const words = async () =>
    (await room.read(people.quality)).statements.find((one) => one.id === statementId)!
  expect((await save(people.agent, saves, '红豆包先下架，封好放冷库。')).status).toBe(200)
  const second = await save(people.quality, saves, '红豆包先下架，今晚八点前回报。')
  expect([second.status, second.problem.code]).toEqual([409, 'incidents.wordsChanged'])
  expect(second.problem.data).toMatchObject({
    statement: { text: '红豆包先下架，封好放冷库。', by: '孙客服', saves: saves + 1 },
  })
  expect(await words()).toMatchObject({
    text: '红豆包先下架，封好放冷库。',
    savedBy: '孙客服',
    state: 'draft',
  })
  const both = '红豆包先下架，封好放冷库，今晚八点前回报。'
  expect((await save(people.quality, saves + 1, both)).status).toBe(200)
  expect(await words()).toMatchObject({ text: both, savedBy: '李品控', version: 1 })
  // Sent once more since the answer got lost: it stands already.
  expect((await save(people.quality, saves + 1, both)).status).toBe(200)
})

test('words to customers are neither laid before somebody nor approved as long as something is to be filled in', async () => {
  const gappy = { audience: 'customers', title: '致顾客', text: '[产品]已停售，批次【待补】，请凭小票退款。' }
  const made = await app.as(people.quality).post<Room>(room.path('/statements'), gappy)
  const statement = made.body.statements.find(({ title }) => title === gappy.title)!
  const one = room.path(`/statements/${statement.id}`)
  const asked = await app.as(people.quality).post(`${one}/asks`, {})
  expect(asked.problem).toMatchObject({ code: 'incidents.gapsLeft', data: { gaps: '[产品]、【待补】' } })
  // Asked for before this was held.
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.updateTable('incidents.statement').set({ state: 'asked' }).where('id', '=', statement.id).execute(),
  )
  const decision = { version: 1, approve: true, why: '来不及了', gapsSeen: true }
  const approved = await app.as(people.executive).put(`${one}/approval`, decision)
  expect(approved.problem.code).toBe('incidents.gapsLeft')
  await app.as(people.quality).put(one, { read: 0, title: gappy.title, text: '红豆包已停售，请凭小票退款。' })
  await app.as(people.quality).post(`${one}/asks`, {})
  const whole = await app.as(people.executive).put<Room>(`${one}/approval`, { version: 2, approve: true })
  expect(whole.status, whole.text).toBe(200)
})

test('a report to the authority that can’t wait is approved with its gaps by whoever has seen them and says why; timeline and audit keep it', async () => {
  const report = {
    audience: 'authority',
    title: '首次报告',
    text: '3 人不适，就诊医院[医院]，涉事批次[批次]。',
  }
  const made = await app.as(people.quality).post<Room>(room.path('/statements'), report)
  const { id: statementId } = made.body.statements.find(({ title }) => title === report.title)!
  const one = room.path(`/statements/${statementId}`)
  await app.as(people.quality).post(`${one}/asks`, {})
  const approve = (more: object) =>
    app.as(people.executive).put<Room>(`${one}/approval`, { version: 1, approve: true, ...more })
  expect((await approve({})).problem.code).toBe('incidents.gapsUnseen')
  expect((await approve({ gapsSeen: true })).problem.code).toBe('incidents.gapsUnseen')
  expect((await approve({ gapsSeen: true, why: '两小时快到了' })).status).toBe(200)
  expect((await room.facts(people.quality)).at(-1)).toMatchObject({
    fact: 'statement_gaps',
    text: '两小时快到了',
    data: { title: '首次报告', count: 2 },
  })
  const admin = await app.make.staff({ role: 'admin' })
  const entries = await room.audited(admin, 'approveStatement')
  expect(entries.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ statement: statementId, gaps: 2, reason: '两小时快到了' }),
  )
})
