import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchPage, SearchRow } from '#contracts/tickets/search'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let other: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'region' | 'clerk', MadeStaff>
const slugs = new Map<string, string>()

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  other = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent', name: '沈知夏' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    region: await app.make.staff({ role: 'region_manager', regionId: shop.regionId }),
    clerk: await app.make.staff({ role: 'shop_staff', shop }),
  }
  const admin = app.as(await app.make.staff({ role: 'admin' }))
  for (const at of [shop, other]) {
    const made = await admin.post<{ slug: string }[]>('/codes', {
      shopId: at.id,
      place: 'counter',
      labels: ['收银台'],
    })
    slugs.set(at.id, made.body[0]!.slug)
  }
})
afterAll(() => app.close())

let senders = 0
type More = { at?: MadeShop; name?: string; contact?: string; orderNumber?: string; mood?: string }

async function send(
  content: string,
  { at = shop, ...more }: More = {},
): Promise<{ id: string; number: string }> {
  const body = { submissionId: randomUUID(), content, mood: 'bad', locale: 'zh-CN', ...more }
  const sent = await app.anonymous.post<{ number: string }>(
    `/public/forms/${slugs.get(at.id)}/feedback`,
    body,
    { ip: `10.0.0.${++senders}` },
  )
  expect(sent.status, sent.text).toBe(201)
  const { id } = await app.services.db.inBrand(at.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return { id, number: sent.body.number }
}

async function search(q: string, who = people.agent, more: Record<string, string> = {}): Promise<SearchPage> {
  const answer = await app.as(who).get<SearchPage>(`/search?${new URLSearchParams({ q, ...more })}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const idsOf = (page: { rows: SearchRow[] }) => page.rows.map((row) => row.id)
const find = async (q: string, who = people.agent, more = {}) => idsOf(await search(q, who, more))
const say = (parts: { text: string; hit: boolean }[]) =>
  parts.map((p) => (p.hit ? `[${p.text}]` : p.text)).join('')

test('words of one and two signs, traditional and simplified, full and half width find each other', async () => {
  const plain = await send('奶茶里有异物，冰也没化，ＷｉＦｉ还连不上')
  const traditional = await send('飲料裡面有異物')
  expect(await find('异物')).toEqual([traditional.id, plain.id])
  expect(await find('異物')).toEqual([traditional.id, plain.id])
  expect(await find('冰')).toEqual([plain.id])
  expect(await find('wifi')).toEqual([plain.id])
  expect(await find('ｗｉｆ')).toEqual([plain.id])
  expect(await find('奶茶 异物')).toEqual([plain.id])
  expect(await find('异物 头发')).toEqual([])
})

test('hits are marked in the title, and around them where they stand', async () => {
  const text = `排队的时候一切正常，店员也很客气。${'等了很久才轮到我们，'.repeat(8)}最后发现吸管是破的，换了一根还是破的。`
  const { id } = await send(text)
  const [row] = (await search('吸管')).rows
  expect(row).toMatchObject({ id })
  expect(say(row!.titleParts)).toBe('排队的时候一切正常，店员也很客气')
  expect(row!.matches).toHaveLength(1)
  expect(row!.matches[0]).toMatchObject({ field: 'text', by: '' })
  expect(say(row!.matches[0]!.parts)).toContain('最后发现[吸管]是破的')
  const [short] = (await search('吸管 排队')).rows
  expect(say(short!.titleParts)).toBe('[排队]的时候一切正常，店员也很客气')
})

test('what is said later is found from then on: replies, notes, and what the customer writes', async () => {
  const { id } = await send('杯盖总是盖不紧')
  expect(await find('渗漏')).toEqual([])
  await app.as(people.lead).post(`/tickets/${id}/notes`, { text: '查过了，是这一批杯盖渗漏' })
  await app.as(people.lead).post(`/tickets/${id}/replies`, { text: '很抱歉，这批杯盖已经停用。' })
  const [row] = (await search('渗漏')).rows
  expect(row!.matches).toMatchObject([{ field: 'note', by: people.lead.name }])
  expect(await find('停用')).toEqual([id])
  expect((await search('批')).rows[0]!.matches.map((m) => m.field)).toEqual(['message_out', 'note'])
})

test('the first text stands above what was said later, and newer above older', async () => {
  const older = await send('收银员算错了钱')
  const later = await send('排队太久')
  await app.as(people.lead).post(`/tickets/${later.id}/notes`, { text: '顾客还说收银员算错了' })
  const newer = await send('收银员没有找零')
  expect(await find('收银员')).toEqual([newer.id, older.id, later.id])
})

test('a ticket’s number finds it alone; a number of digits also an order of that number', async () => {
  const { id, number } = await send('塑料袋破了')
  const ordered = await send('分量太少', { orderNumber: `${number.slice(3)}` })
  expect(await find(number)).toEqual([id])
  expect(await find(number.toLowerCase().replace('-', ' '))).toEqual([id])
  expect(await find(number.slice(3))).toEqual([id, ordered.id])
  expect((await search(number)).rows[0]!.matches).toMatchObject([
    { field: 'number', parts: [{ text: number, hit: true }] },
  ])
  expect(await find('HY-99999999')).toEqual([])
})

test('an order is found by its number, its digits and its end', async () => {
  const { id } = await send('漏了一杯', { orderNumber: 'MT-20260302-8891' })
  for (const asked of ['MT-20260302-8891', '202603028891', 'mt202603028891', '8891', '20260302'])
    expect([asked, await find(asked)]).toEqual([asked, [id]])
  expect(say((await search('8891')).rows[0]!.matches[0]!.parts)).toBe('[MT-20260302-8891]')
})

test('names and phones find a ticket for whoever may reveal them there, and are not shown', async () => {
  const { id } = await send('杯子裂了', { name: '歐陽小雨', contact: '138 0000 4567' })
  const beside = await send('杯子裂了两个', { name: '欧阳小雨', contact: '13900004567', at: other })
  expect((await find('欧阳小雨')).sort()).toEqual([id, beside.id].sort())
  expect(await find('13800004567')).toEqual([id])
  expect((await find('4567')).sort()).toEqual([id, beside.id].sort())
  expect(await find('欧阳小雨 裂了两个')).toEqual([beside.id])
  expect(await find('欧阳小雨', people.manager)).toEqual([id])
  expect(await find('欧阳小雨', people.region)).toEqual([])
  expect(await find('4567', people.region)).toEqual([])
  expect(await find('欧阳')).toEqual([])
  const page = await search('歐陽小雨')
  expect(page.rows[0]!.matches[0]).toMatchObject({ field: 'customer' })
  expect(JSON.stringify(page)).not.toMatch(/小雨|13800004567/)
})

test('a customer who is known by the phone is found by the name on file', async () => {
  await send('第一次来', { name: '顾盼盼', contact: '13700001111' })
  const second = await send('第二次来就出错', { contact: '13700001111' })
  expect(await find('顾盼盼')).toContain(second.id)
})

test('the table itself tells no name and no phone', async () => {
  await send('吸管扎手', { name: '司马青衫', contact: '13612345678' })
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.search').select('words').execute(),
  )
  expect(JSON.stringify(rows)).not.toMatch(/司马|青衫|13612345678|'5678'/)
})

test('a mobile inside a text is masked in what is shown', async () => {
  await send('电话打不通，我的号码是13512345678，请回电')
  const [row] = (await search('号码')).rows
  expect(JSON.stringify(row)).not.toContain('13512345678')
  expect(JSON.stringify(row)).toContain('135****5678')
})

test('a manager never finds another shop’s ticket, by whatever', async () => {
  const { id, number } = await send('隔壁店的勺子太短', {
    at: other,
    orderNumber: 'B-77889900',
    name: '钱多多',
    contact: '13500009999',
  })
  for (const asked of ['勺子', number, number.slice(3), '77889900', '钱多多', '9999']) {
    expect([asked, await find(asked, people.manager)]).toEqual([asked, []])
    expect([asked, await find(asked, people.agent)]).toEqual([asked, [id]])
  }
  expect(await find('勺子', people.manager, { shop: other.id })).toEqual([])
  expect(await find('勺子', people.clerk)).toEqual([])
})

test('staff with their own tickets only find what was given to them and what they take part in', async () => {
  const given = await send('珍珠太硬嚼不动')
  const asked = await send('珍珠太软没嚼劲')
  await send('珍珠忘了放')
  expect(await find('珍珠', people.clerk)).toEqual([])
  await app.as(people.lead).put(`/tickets/${given.id}/assignment`, { assigneeId: people.clerk.id })
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .updateTable('tickets.ticket')
      .set({ participants: [people.clerk.id] })
      .where('id', '=', asked.id)
      .execute(),
  )
  await app.as(people.lead).post(`/tickets/${asked.id}/notes`, { text: '请店员说明' })
  expect((await find('珍珠', people.clerk)).sort()).toEqual([given.id, asked.id].sort())
  await app.as(people.lead).put(`/tickets/${given.id}/assignment`, { assigneeId: people.agent.id })
  expect(await find('珍珠', people.clerk)).toEqual([asked.id])
})

test('filters narrow what is found; without a view closed and set-aside tickets are found and say so', async () => {
  const open = await send('糯米有点夹生')
  const closed = await send('糯米太甜')
  const aside = await send('糯米糯米糯米')
  await app.as(people.lead).put(`/tickets/${aside.id}/set-aside`, { reason: 'test' })
  await app.as(people.lead).post(`/tickets/${closed.id}/replies`, { text: '抱歉' })
  await app.as(people.lead).put(`/tickets/${closed.id}/closure`, { note: '电话说清了' })
  const page = await search('糯米')
  expect(page.rows.map((row) => [row.id, row.status])).toEqual([
    [aside.id, 'set_aside'],
    [closed.id, 'closed'],
    [open.id, 'assigned'],
  ])
  expect(await find('糯米', people.lead, { view: 'all' })).toEqual([open.id])
  expect(await find('糯米', people.lead, { view: 'closed' })).toEqual([closed.id])
  expect(await find('糯米', people.lead, { status: 'set_aside' })).toEqual([aside.id])
  expect(await find('糯米', people.lead, { shop: other.id })).toEqual([])
  const list = await app
    .as(people.lead)
    .get<{ rows: { id: string }[] }>(`/tickets?view=all&q=${encodeURIComponent('糯米')}`)
  expect(list.body.rows.map((row) => row.id)).toEqual([open.id])
})

test('pages follow one another without a gap or a double, also while new ones come in', async () => {
  const sent: string[] = []
  for (let n = 0; n < 7; n++) sent.push((await send(`葡萄皮没剥干净 ${n}`)).id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: SearchPage = await search('葡萄皮', people.agent, {
      limit: '3',
      ...(cursor ? { cursor } : {}),
    })
    seen.push(...idsOf(page))
    cursor = page.next
    if (seen.length === 3) await send('葡萄皮又没剥')
  }
  expect(seen).toEqual(sent.toReversed())
})

test('pairs that only meet by chance are no hit', async () => {
  await send('红豆很硬，豆沙很甜')
  expect(await find('红豆沙')).toEqual([])
})

test('signs of the index’s language are signs and nothing else', async () => {
  for (const asked of [`' | '`, '!冰 & (', ':*', '\\', '@b', `冰' | '@o`, '%', '😭'])
    expect([
      asked,
      (await app.as(people.agent).get(`/search?${new URLSearchParams({ q: asked })}`)).status,
    ]).toEqual([asked, 200])
})

test('a cursor that is not ours is refused', async () => {
  const answer = await app.as(people.agent).get(`/search?q=${encodeURIComponent('冰')}&cursor=abc`)
  expect(answer.problem).toMatchObject({ code: 'http.badInput', field: 'cursor' })
})
