import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CustomerFile } from '#contracts/customers/file'
import type {
  Import,
  ImportEmergency,
  ImportMapping,
  ImportPreview,
  ImportSetup,
} from '#contracts/tickets/import'
import { SESSION_COOKIE } from '#platform/http/server'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let brand: MadeBrand
let shop: MadeShop
let lead: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  brand = await app.make.home()
  shop = await app.make.shop({ name: '湖滨店' })
  await app.make.staff({ role: 'agent', name: '沈知夏' })
  await app.make.staff({ role: 'shop_manager', shop })
  lead = await app.make.staff({ role: 'lead', name: '顾一鸣' })
})
afterAll(() => app.close())

type Content = string | Buffer

async function send(content: Content, { what = 'reviews', name = '评价.csv', who = lead } = {}) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name)
  const { headers, body } = new Response(form) as unknown as { headers: Headers; body: ReadableStream }
  const payload = Buffer.from(await new Response(body).arrayBuffer())
  const res = await app.server.inject({
    method: 'POST',
    url: `/api/imports?what=${what}`,
    headers: { 'content-type': headers.get('content-type')!, host: 'localhost' },
    cookies: { [SESSION_COOKIE]: await app.sessionFor(who) },
    payload,
  })
  return { status: res.statusCode, body: res.json() as Import }
}

/** Uploaded and read. */
async function bring(content: Content, more: Parameters<typeof send>[1] = {}): Promise<Import> {
  const { body } = await send(content, more)
  await app.sweep()
  return look(body.id)
}
const look = async (id: string) => (await app.as(lead).get<Import>(`/imports/${id}`)).body
const setupOf = async (id: string) => (await app.as(lead).get<ImportSetup>(`/imports/${id}/setup`)).body
const previewOf = async (id: string) => (await app.as(lead).get<ImportPreview>(`/imports/${id}/preview`)).body
const move = (id: string, state: string) => app.as(lead).put<Import>(`/imports/${id}/state`, { state })
async function run(
  content: Content,
  change: Partial<ImportMapping> = {},
  more: Parameters<typeof send>[1] = {},
): Promise<Import> {
  const { id } = await bring(content, more)
  const { mapping } = await setupOf(id)
  await app.as(lead).put(`/imports/${id}/mapping`, { ...mapping, ...change })
  await move(id, 'running')
  await app.sweep()
  return look(id)
}
const fileOf = async (id: string, only = 'all') =>
  (await app.as(lead).get(`/imports/${id}/file?only=${only}`)).text
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter(Boolean)
const ticketsIn = (like: string) =>
  app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .selectAll()
      .where('content', 'like', `%${like}%`)
      .orderBy('content')
      .execute(),
  )
const countAll = () =>
  app.services.db.inBrand(brand.id, async (tx) => {
    const tables = [
      'tickets.ticket',
      'tickets.entry',
      'tickets.clock',
      'channels.inbound_message',
      'customers.customer',
      'orders.order',
      'tickets.search',
      'tickets.notice',
    ] as const
    const counts = []
    for (const table of tables) {
      const { n } = await tx
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      counts.push([table, Number(n)])
    }
    return Object.fromEntries(counts)
  })

test('a table of reviews is read, shown with what is wrong in it, and becomes tickets', async () => {
  const csv = [
    '湖滨店二月评价,,,,,,',
    '评价ID,评价内容,评分,评价时间,门店名称,用户昵称,订单号',
    '7001,奶茶甲太甜了，少糖做成全糖,2,2026-03-01 18:20,茶屿（湖滨店）,小王爱吃,="4410203948571029"',
    '7002,奶茶甲很好喝,5,2026/2/1 9:05,湖滨店,匿名用户,',
    '7003,奶茶甲里面吃出一截钢丝,1,2025年12月3日 20:10,湖滨店,,',
    '7004,奶茶甲凉了,2,2026-03-01,城北店,,',
    '7005,奶茶甲少一根吸管,3,昨天,湖滨店,,',
    '7006,奶茶甲洒了,2,2026-03-01,湖滨店,,4.41E+17',
    '7007,,,2026-03-01,湖滨店,,',
  ].join('\r\n')
  const ready = await bring(iconv.encode(csv, 'gb18030'))
  expect(ready).toMatchObject({
    state: 'ready',
    format: 'csv',
    encoding: 'GB18030',
    counts: { total: 7 },
    mine: true,
  })
  const { mapping, headings } = await setupOf(ready.id)
  expect(mapping).toMatchObject({
    header: 2,
    columns: { externalId: 0, text: 1, score: 2, time: 3, shop: 4, author: 5, orderNumber: 6 },
    platform: 'import',
    scale: 'five',
  })
  expect(headings[5]).toEqual({ name: '用户昵称', sample: '小王爱吃' })
  const shown = await previewOf(ready.id)
  expect(shown).toMatchObject({ looked: 7, refused: 4, live: 1, history: 2 })
  expect(shown.rows[0]).toMatchObject({
    n: 3,
    fate: 'live',
    values: { author: '小**', score: '2', time: '2026-03-01T10:20:00.000Z' },
  })
  expect(shown.rows.filter((row) => row.problem).map((row) => [row.n, row.problem?.code])).toEqual([
    [6, 'shopUnknown'],
    [7, 'time'],
    [8, 'digitsLost'],
    [9, 'empty'],
  ])

  await move(ready.id, 'running')
  await app.sweep()
  const done = await look(ready.id)
  expect(done).toMatchObject({
    state: 'done',
    counts: { total: 7, seen: 7, good: 3, doubled: 0, refused: 4, live: 1, history: 2, emergencies: 1 },
  })
  const [live, steel, good] = (await ticketsIn('奶茶甲')).sort(
    (a, b) => Number(a.closed_at ?? 0) - Number(b.closed_at ?? 0),
  )
  expect(live).toMatchObject({
    status: 'assigned',
    channel_kind: 'import',
    shop_id: shop.id,
    customer_name: '小**',
    customer_id: null,
  })
  expect(live!.fields).toMatchObject({ stars: 2, orderNumber: '4410203948571029' })
  expect(steel).toMatchObject({ status: 'set_aside', kind: 'emergency', assignee_id: null, due_at: null })
  expect(steel!.opened_at.toISOString()).toBe('2025-12-03T12:10:00.000Z')
  expect(good).toMatchObject({ status: 'set_aside', customer_name: '' })
  const { body: seen } = await app.as(lead).get<ImportEmergency[]>(`/imports/${ready.id}/emergencies`)
  expect(seen).toMatchObject([{ ticketId: steel!.id, history: true, priority: 'P1' }])
  const waiting = await app.services.db.inBrand(brand.id, (tx) =>
    Promise.all([
      tx.selectFrom('tickets.alarm').select('ticket_id').where('ticket_id', '=', steel!.id).execute(),
      tx
        .selectFrom('tickets.clock')
        .select('ticket_id')
        .where('ticket_id', 'in', [steel!.id, good!.id])
        .execute(),
      tx.selectFrom('channels.outbound_message').select('id').where('ticket_id', '=', live!.id).execute(),
    ]),
  )
  expect(waiting).toEqual([[], [], []])
  const told = await app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('tickets.entry').select('fact').where('ticket_id', '=', live!.id).orderBy('id').execute(),
  )
  expect(told.map((one) => one.fact)).toEqual(['', 'opened'])
  const page = await app.as(lead).get<{ timeline: { fact: string }[] }>(`/tickets/${steel!.id}`)
  expect(page.status).toBe(200)

  const [head, ...lines] = await fileOf(ready.id)
  expect(head).toBe('行号,结果,说明,工单,评价ID,评价内容,评分,评价时间,门店名称,用户昵称,订单号')
  expect(lines).toHaveLength(7)
  expect(lines[2]).toMatch(/^5,已导入，存档,涉及紧急情况,HY-\d+,7003/)
  expect(await fileOf(ready.id, 'refused')).toHaveLength(5)
  const audited = await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['action', 'actor'])
      .where('subject_id', '=', ready.id)
      .orderBy('id')
      .execute(),
  )
  expect(audited.map((one) => one.action)).toEqual([
    'tickets.importUpload',
    'tickets.importRun',
    'tickets.imported',
    'tickets.importDownload',
    'tickets.importDownload',
  ])
  expect(new Set(audited.map((one) => one.actor))).toEqual(new Set(['顾一鸣']))
}, 60_000)

test('a file with the same headings is read the way the last one was', async () => {
  const csv = (id: string) => `单号,一句话,打几分\n${id},西瓜汁不新鲜，颜色都变了,10\n`
  const first = await bring(csv('a1'))
  const { mapping } = await setupOf(first.id)
  const wanted = {
    ...mapping,
    columns: { externalId: 0, text: 1, score: 2 },
    scale: 'hundred',
    historyDays: 30,
  }
  expect((await app.as(lead).put(`/imports/${first.id}/mapping`, wanted)).status).toBe(200)
  await move(first.id, 'running')
  await app.sweep()
  const second = await bring(`一句话,打几分,单号\n冰块太多,200,b1\n`)
  expect(await setupOf(second.id)).toMatchObject({
    remembered: true,
    mapping: { columns: { externalId: 2, text: 0, score: 1 }, scale: 'hundred', historyDays: 30 },
  })
}, 60_000)

test('the same file twice changes nothing, whatever is in it', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', '@cmd', '-5', '过敏了', '很好喝', '', '"', '\n', '2026-03-01'),
  )
  const row = fc.record({
    id: fc.option(fc.string({ maxLength: 6 }), { nil: undefined }),
    text: cell,
    stars: fc.constantFrom(1, 5, 9, null),
    contact: fc.constantFrom('13800001234', '', 'x'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = rows.map((one) => JSON.stringify(one)).join('\n')
      const columns = { externalId: 0, text: 1, score: 2, contact: 3 }
      const names = { name: 'x.jsonl' }
      const order = `${JSON.stringify({ id: 'zz', text: '头一行', stars: 3, contact: '' })}\n`
      await run(order + file, { columns }, names)
      const before = await countAll()
      const again = await run(order + file, { columns }, names)
      expect(again.state).toBe('done')
      expect(again.counts.good).toBe(0)
      expect(await countAll()).toEqual(before)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('two reviews of one number with different words are not taken for one', async () => {
  const one = await run('id,text\nXC-7391,豆浆烧焦了\n')
  const other = await run('id,text\nXC-7391,油条没有熟\n')
  expect([one.counts.good, other.counts.good, other.counts.refused]).toEqual([1, 0, 1])
  expect((await fileOf(other.id, 'refused'))[1]).toContain('这个编号已经有一条内容不同的评价')
}, 60_000)

test('orders and customers come in, and a review is attributed by its order', async () => {
  const people =
    'id,手机号,姓名,会员等级\n1,13900005678,周以宁,VIP\n2,138****0000,吴,\n3,+86 139-0000-5678,周,\n'
  expect((await run(people, {}, { what: 'customers' })).counts).toMatchObject({
    good: 1,
    doubled: 1,
    refused: 1,
  })

  const book = new Workbook()
  const sheet = book.addWorksheet('订单明细')
  sheet.addRow(['订单号', '下单时间', '门店', '订单金额(元)', '商品明细', '手机号'])
  sheet.addRow([
    '88010001',
    new Date(Date.UTC(2026, 2, 1, 11, 30)),
    '湖滨店',
    '¥1,036.50',
    '大红袍×2',
    '13900005678',
  ])
  sheet.addRow(['88010002', 46_082, '湖滨店', 12.3, '美式', '138****1234'])
  sheet.addRow([1.23e17, 46_082, '湖滨店', 1, '', ''])
  const file = Buffer.from((await book.xlsx.writeBuffer()) as Uint8Array)
  const orders = await run(file, {}, { what: 'orders', name: '订单.xlsx' })
  expect(orders).toMatchObject({ state: 'done', format: 'xlsx', counts: { good: 2, refused: 1 } })
  const stored = await app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('orders.order').selectAll().orderBy('external_id').execute(),
  )
  expect(stored).toMatchObject([
    {
      external_id: '88010001',
      total_minor: 103_650,
      shop_id: shop.id,
      status: 'delivered',
      summary: '大红袍 ×2',
    },
    { external_id: '88010002', total_minor: 1230, contact_enc: null, customer_id: null },
  ])
  expect(stored[0]!.placed_at.toISOString()).toBe('2026-03-01T03:30:00.000Z')
  expect(stored[0]!.contact_enc!.includes('13900005678')).toBe(false)
  expect((await run(file, {}, { what: 'orders' })).counts).toMatchObject({ good: 0, doubled: 2, refused: 1 })

  await run('订单号,内容,时间\n88010001,红袍淡得像水,2026-03-02 10:00\n')
  const [ticket] = await ticketsIn('红袍淡得像水')
  expect(ticket).toMatchObject({ shop_id: shop.id, status: 'assigned' })
  const owner = await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('customers.customer')
      .selectAll()
      .where('id', '=', ticket!.customer_id!)
      .executeTakeFirstOrThrow(),
  )
  expect(owner.id).toBe(stored[0]!.customer_id)
  const cards = await app
    .as(lead)
    .get<{ externalId: string; totalMinor: number }[]>(`/orders/cards?ticketId=${ticket!.id}`)
  expect(cards.body).toMatchObject([{ externalId: '88010001', totalMinor: 103_650 }])
  expect(owner).toMatchObject({ name_masked: '周**', value: 'vip' })
}, 60_000)

test('a table of customers brings cards, birthdays, tags, addresses, taboos and consents, once', async () => {
  const table = [
    '会员卡号,手机号,姓名,生日,标签,地址,过敏,忌口,同意营销',
    'M-0001,13900007001,许清和,1990/5/4,老客、企业客户,杭州市西湖区文三路 90 号,花生,香菜,是',
    'M-0002,,何苗,农历 8-15,,,,,否',
    'M-0003,13900007003,错日子,五月四日,,,,,',
    ',,没有联系方式,,,,,,',
  ].join('\n')
  const counts = { good: 2, doubled: 0, refused: 2 }
  const first = await run(table, {}, { what: 'customers', name: '会员.csv' })
  expect(first.counts).toMatchObject(counts)
  expect((await fileOf(first.id, 'refused'))[1]).toContain('生日看不懂')
  const agent = app.as(lead)
  const found = async () => {
    const { body } = await agent.get<{ rows: { id: string }[] }>('/customers?q=13900007001')
    return (await agent.get<CustomerFile>(`/customers/${body.rows[0]!.id}`)).body
  }
  const file = await found()
  expect(file).toMatchObject({
    birthday: '05-04',
    tags: ['老客', '企业客户'],
    traits: [{ kind: 'allergy' }, { kind: 'taboo' }],
    addresses: [{ area: '杭州市西湖区', times: 1 }],
    consents: [{ purpose: 'marketing', channel: 'import', withdrawnAt: null }],
  })
  expect(file.identities.map((one) => one.kind).sort()).toEqual(['member_card', 'phone'])
  await agent.delete(`/customers/${file.id}/consents/${file.consents[0]!.id}`)
  const again = await run(table.replace('许清和', '改了名'), {}, { what: 'customers' })
  expect(again.counts).toMatchObject({ good: 0, doubled: 2, refused: 2 })
  const after = await found()
  expect(after).toMatchObject({ name: file.name, tags: file.tags, addresses: [{ times: 1 }] })
  expect(after.traits).toHaveLength(2)
  // Taken back stays taken back, whatever a table says.
  expect(after.consents.map((one) => one.withdrawnAt === null)).toEqual([false])
}, 60_000)

test('orders that were imported before there were orders become some, once, and a number without a shop stays', async () => {
  const old = (number: string, more: object) => ({
    brand_id: brand.id,
    id: uuidv7(),
    platform: 'meituan',
    number,
    shop_id: shop.id,
    placed_at: new Date('2025-12-01T04:00:00Z'),
    amount_minor: 2600,
    items: '招牌肉夹馍×2',
    contact_enc: app.services.keys.seal(brand.id, '13900007777'),
    import_id: uuidv7(),
    created_at: new Date('2025-12-02T04:00:00Z'),
    ...more,
  })
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('tickets.imported_order')
      .values([old('OLD-1', {}), old('OLD-2', { shop_id: null })])
      .execute(),
  )
  await app.sweep()
  await app.sweep()
  const found = (q: string) => app.as(lead).get(`/orders?stage=all&q=${q}`)
  expect((await found('OLD-1')).body).toMatchObject({
    rows: [
      { source: 'meituan', status: 'delivered', totalMinor: 2600, summary: '招牌肉夹馍 ×2', shopId: shop.id },
    ],
  })
  expect((await found('OLD-2')).body).toMatchObject({ rows: [] })
  const left = await app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('tickets.imported_order').select('number').execute(),
  )
  expect(left).toEqual([{ number: 'OLD-2' }])
})

test('what was answered there stands in the timeline; old ones can be taken up again', async () => {
  await run('内容,时间,商家回复\n招牌菜咸得发苦,2025-10-01,非常抱歉，已经让厨房调整\n')
  const [ticket] = await ticketsIn('招牌菜咸得发苦')
  const entries = await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('tickets.entry')
      .select(['fact', 'text'])
      .where('ticket_id', '=', ticket!.id)
      .orderBy('id')
      .execute(),
  )
  expect(entries.map((one) => one.fact)).toEqual(['', 'set_aside', 'answered_before'])
  expect((await app.as(lead).delete(`/tickets/${ticket!.id}/set-aside`)).status).toBeLessThan(300)
}, 60_000)

test.each([
  [
    '老表格.xls',
    Buffer.from('d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900', 'hex'),
    'oldExcel',
  ],
  ['网页.xls', '<html><table><tr><td>内容</td></tr></table></html>', 'htmlTable'],
  [
    '图.csv',
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    'notATable',
  ],
  ['列表.json', '[\n{"text":"好"}]', 'jsonList'],
  ['空.csv', '\n\n\n', 'noRows'],
  ['乱码.csv', Buffer.from([0x41, 0xff, 0xff, 0x80, 0x20]), 'unknownEncoding'],
  ['引号.csv', `a,b\n1,"${'x'.repeat(1_200_000)}`, 'openQuote'],
])('%s says why it cannot be read', async (name, content, code) => {
  expect(await bring(content, { name })).toMatchObject({ state: 'failed', problem: { code } })
})

test('nothing is nothing, a column must be there, and another person sees only that there was a file', async () => {
  expect((await send('')).status).toBe(422)
  const { id } = await bring('甲,乙\n1,2\n')
  const refused = await move(id, 'running')
  expect([refused.status, refused.problem.code, refused.problem.field]).toEqual([
    422,
    'import.fieldMissing',
    'columns.text',
  ])
  const { mapping } = await setupOf(id)
  const wrong = await app.as(lead).put(`/imports/${id}/mapping`, { ...mapping, columns: { text: 9 } })
  expect(wrong.problem.code).toBe('import.columnUnknown')
  const quality = await app.make.staff({ role: 'quality' })
  expect((await app.as(quality).get(`/imports/${id}/preview`)).status).toBe(404)
  const { body: list } = await app.as(quality).get<Import[]>('/imports')
  expect(list.find((one) => one.id === id)).toMatchObject({ mine: false, by: { name: '顾一鸣' } })
  expect((await move(id, 'cancelled')).body.state).toBe('cancelled')
  expect((await move(id, 'running')).status).toBe(409)
}, 60_000)

test('cells that a spreadsheet would run are harmless in the result', async () => {
  const done = await run('id,text\n9001,=HYPERLINK("http://x") 难喝\n9002,\n')
  const lines = await fileOf(done.id)
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"") 难喝"`)
}, 60_000)

test('after two weeks the file is gone and what it brought is not', async () => {
  const { id } = await run('id,text\n9100,桂花乌龙没有味道\n')
  app.setNow('2026-03-17T12:00+08:00')
  await app.sweep()
  expect((await app.as(lead).get(`/imports/${id}/file`)).problem.code).toBe('import.fileGone')
  expect(await look(id)).toMatchObject({ state: 'done', expiresAt: null, counts: { good: 1 } })
  expect(await ticketsIn('桂花乌龙')).toHaveLength(1)
  app.setNow('2026-03-02T12:00+08:00')
}, 60_000)
