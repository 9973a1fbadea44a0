import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import type { Client } from '#test/client'
import { connectChannel } from '#test/connected'
import { everyDay, type MadeStaff } from '#test/make'
import { furnish, place, twoTeas } from '#test/order-world'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { openHouse, photo } from './house.ts'

const house = openHouse()
const SHOPS = 12
const ILL = '吃完你们的红豆包又吐又拉，进医院了，医生说是食物中毒'
const TEXT = '您今天在湖滨银泰店买到的红豆包可能有问题，请先不要食用，我们会全额退款。'
const people = {
  admin: '程立',
  agent: '沈知夏',
  quality: '李品控',
  executive: '吴总',
  marketing: '周市场',
  region_manager: '赵区域',
  shop_manager: '许文静',
} as const

/** Twelve shops, one batch of red beans that is open at one of them, three buns sold and three customers who are ill. */
async function begin() {
  const { app } = house
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const { brand, shop, people: staff } = founded
  const cook = await app.make.staff({ role: 'kitchen', shop, name: '阿强' })
  const items = await furnish(app, { shop, admin: staff.admin, manager: staff.shop_manager, cook })
  await app
    .as(staff.shop_manager)
    .post(`/shops/${shop.id}/batches`, { ingredient: '红豆', code: 'B-0301', expiresOn: '2099-01-01' })
  const clerks: MadeStaff[] = []
  for (let n = 2; n <= SHOPS; n++) {
    const other = await app.make.shop({ brand, name: `第${n}店`, hours: everyDay(['00:00', '24:00']) })
    clerks.push(await app.make.staff({ role: 'shop_staff', shop: other, name: `店员${n}` }))
  }
  for (const n of [1, 2, 3])
    await place(app, staff.agent, {
      ...twoTeas({ shop, items }),
      name: `顾客${n}`,
      contact: `1390000000${n}`,
      items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
    })
  const form = `/public/forms/${founded.table.slice('/q/'.length)}/feedback`
  for (const _ of [1, 2, 3]) {
    const told = { submissionId: randomUUID(), content: ILL, mood: 'bad', locale: 'zh-CN' }
    expect((await app.anonymous.post(form, told)).status).toBe(201)
  }
  const list = await app.as(staff.agent).get<{ rows: { id: string }[] }>('/tickets?view=all')
  const tickets = list.body.rows
  return { ...founded, clerks, tickets }
}

async function connectSms(staff: { admin: MadeStaff; agent: MadeStaff }) {
  const vendor = await aliyunSms()
  await connectChannel(house.app, staff, 'sms', {
    vendor: 'aliyun',
    endpoint: vendor.url,
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '青禾',
    replyTemplate: 'SMS_1',
    replyVariables: ['text'],
    noticeTemplate: 'SMS_2',
    noticeVariables: ['text', 'progress'],
    variableMost: 0,
    mostPieces: 8,
    fallback: true,
  })
  return vendor
}

const part = (page: Page, name: string) =>
  page
    .getByRole('tablist', { name: '应急室的各部分' })
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click()

test('three customers of one batch: a room by one tap, the called answers from home, and twelve shops seal it', async () => {
  const { shop, people: staff, clerks, tickets } = await begin()
  const asQuality = house.app.as(staff.quality)

  const desk = await house.openAs(staff.quality, 'desk', `/tickets/${tickets[0]!.id}`)
  await desk.getByRole('button', { name: '打开应急室' }).click()
  await seen(desk.getByText('I-1', { exact: true }), desk.getByText('两小时内报告'))
  const id = new URL(desk.url()).pathname.split('/').at(-1)!
  await desk.getByRole('button', { name: /^法定/ }).first().click()
  await seen(desk.getByText('法定要求'), desk.getByText(/起施行/))
  await desk.keyboard.press('Escape')
  expect(await barriersOn(desk)).toEqual([])

  await desk.getByRole('tab', { name: '工单' }).click()
  await desk.getByRole('button', { name: '关联工单' }).click()
  const linking = desk.getByRole('dialog', { name: '关联工单' })
  await linking.getByRole('textbox', { name: '工单号、顾客的话、门店' }).fill('食物中毒')
  for (const box of [0, 1]) await linking.getByRole('checkbox').nth(box).check()
  await linking.getByRole('button', { name: '关联 2 张' }).click()
  await gone(linking)
  await seen(desk.getByRole('complementary').getByRole('link').nth(2))

  // The region's manager is at home with the phone; the desk sees the answer without asking.
  const phone = await house.openAs(staff.region_manager, 'phone', '/')
  await phone.getByRole('alert').locator('a[href^="/incidents/"]').first().click()
  await seen(phone.getByText('正在呼叫您：总指挥'))
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '我来' }).click()
  await gone(phone.getByText('正在呼叫您：总指挥'))
  await seen(desk.getByText('总指挥 赵区域').first())
  await phone.getByRole('button', { name: '完成：问清人数并定级' }).click()
  const proof = phone.getByRole('dialog', { name: '问清人数并定级' })
  await proof.getByLabel('结果怎样').fill('三人，同一批红豆，两人在医院。')
  await proof.getByRole('button', { name: '完成', exact: true }).click()
  await gone(proof)
  await seen(desk.getByText('三人，同一批红豆，两人在医院。').first())

  await desk.getByRole('button', { name: '完成：叫齐处置小组' }).click()
  await desk.getByRole('button', { name: '撤回' }).click()
  await seen(desk.getByRole('button', { name: '完成：叫齐处置小组' }))

  await part(desk, '封存')
  await desk.getByRole('button', { name: '通知门店停售封存' }).click()
  const order = desk.getByRole('dialog', { name: '通知门店停售封存' })
  await order.getByRole('combobox', { name: '批号' }).fill('B-0301')
  await seen(order.getByText('红豆：1 家店正在用'))
  await order.getByRole('combobox', { name: '原料' }).fill('红豆')
  await seen(order.getByText(/^用到它的 \d+ 家店都选上了，其中 \d+ 家有反映/))
  await order.getByRole('button', { name: '全部 12 家' }).click()
  expect(await barriersOn(desk)).toEqual([])
  await order.getByRole('button', { name: '马上通知 12 家店' }).click()
  await gone(order)
  await seen(desk.getByText('0/12'), desk.getByText('已通知 12 家 · 已确认 0 家').first())

  const till = await house.openAs(staff.shop_manager, 'phone', '/')
  const bar = till.getByRole('navigation', { name: '主导航' })
  await seen(bar.getByRole('link', { name: /^应急\s*\d/ }))
  await bar.getByRole('link', { name: /^待办\s*\d/ }).click()
  await seen(till.getByRole('region', { name: /待封存/ }).getByText('停售封存：红豆 · B-0301'))
  await bar.getByRole('link', { name: '我', exact: true }).click()
  await seen(till.getByRole('region', { name: '提醒' }).getByText('停售封存：红豆 · B-0301'))
  await bar.getByRole('link', { name: '今天' }).click()
  await till.getByRole('alert').getByText('停售封存：红豆 · B-0301').click()
  await seen(till.getByText(/^原因：.+（I-\d+）$/))
  await till.getByRole('button', { name: '已封存，去报数' }).click()
  await till.getByLabel('封了多少').fill('12')
  await till.getByRole('button', { name: '确认封存' }).click()
  await seen(till.getByText('请拍一张照片'))
  await till.locator('input[type=file]').setInputFiles(await photo('封条.jpg'))
  await seen(till.getByRole('button', { name: '去掉这张照片' }))
  expect(await barriersOn(till)).toEqual([])
  await till.getByRole('button', { name: '确认封存' }).click()
  await seen(till.getByText('请选一下：留了，还是没有留'))
  await till.getByText('已留样', { exact: true }).click()
  await till.getByLabel('留了多少').fill('1 袋')
  await till.getByRole('button', { name: '确认封存' }).click()
  await seen(till.getByText('没有要封存的'), till.getByText('12 袋'), till.getByText('留样：1 袋'))

  const [seal] = (await asQuality.get<Room>(`/incidents/${id}`)).body.seals
  for (const [n, asked] of seal!.shops.filter(({ shopId }) => shopId !== shop.id).entries()) {
    const clerk = clerks.find(({ name }) => asked.name === name.replace('店员', '第').concat('店'))!
    const path = `/seals/${seal!.id}/shops/${asked.shopId}/acknowledgements`
    const said = await house.app.as(clerk).post(path, { state: 'none_here' })
    expect(said.status, `${n} ${said.text}`).toBe(201)
  }
  await seen(desk.getByText('12/12'), desk.getByText('12 袋').first())

  await till.getByRole('button', { name: '填错了，更正' }).click()
  await till.getByRole('button', { name: '其实本店没有' }).click()
  await seen(till.getByText('本店没有', { exact: true }), desk.getByText('还没有门店报数量'))
})

test('half an entry waits while another part is open, nothing goes without its photo, and whoever declines is told', async () => {
  const { shop, people: staff } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { quality: '李品控', executive: '吴总', finance: '钱财务' },
  })
  const opened = await house.app.as(staff.quality).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [shop.id],
  })
  const { id } = opened.body
  const desk = await house.openAs(staff.quality, 'desk', `/incidents/${id}`)
  // Whoever declines is told that the room is closed to them now, and by whom it opens again.
  const office = await house.openAs(staff.finance, 'phone', `/incidents/${id}`)
  await office.getByRole('button', { name: '不能来' }).click()
  await seen(office.getByText('您已回复不能来'), office.getByRole('link', { name: '回到应急室列表' }))
  expect(await barriersOn(office)).toEqual([])

  // Half an entry waits while another part is open; while its photo goes up nothing is sent.
  const words = desk.getByRole('textbox', { name: '记录' })
  await words.fill('仓库里还有两箱同批次的红豆')
  let goOn = () => {}
  const held = new Promise<void>((done) => {
    goOn = done
  })
  await desk.route('**/api/incidents/*/files?*', (route) => held.then(() => route.continue()))
  await desk.locator('#room-part input[type=file]').setInputFiles(await photo('红豆.jpg'))
  await seen(desk.getByText('正在上传…'))
  const note = desk.getByRole('button', { name: '记下', exact: true })
  await expect.poll(() => note.isDisabled()).toBe(true)
  await part(desk, '登记表')
  await gone(words)
  await part(desk, '动态')
  expect(await words.inputValue()).toBe('仓库里还有两箱同批次的红豆')
  await seen(desk.getByText('正在上传…'))
  goOn()
  await seen(desk.getByRole('button', { name: '去掉 红豆.jpg' }))
  await note.click()
  await expect.poll(() => words.inputValue()).toBe('')
  const entry = desk.locator('#room-part li').filter({ hasText: '仓库里还有两箱同批次的红豆' })
  await seen(entry.getByRole('link'))
})

test('the affected are told with words that another approved, then it is reviewed, closed and printed', async () => {
  const { people: staff, tickets } = await begin()
  const vendor = await connectSms(staff)
  const asQuality = house.app.as(staff.quality)
  const ticketIds = tickets.map(({ id }) => id)
  const opened = await asQuality.post<Room>('/incidents', { source: 'ticket', ticketIds })
  const { id, involved } = opened.body
  await asQuality.post(`/incidents/${id}/seals`, {
    ingredient: '红豆',
    batchCode: 'B-0301',
    shopIds: involved.map((shop) => shop.id),
    instruction: '马上停用，装箱封好。',
  })
  const desk = await house.openAs(staff.quality, 'desk', `/incidents/${id}`)
  await part(desk, '受影响顾客')
  await desk.getByRole('button', { name: '查一下有多少人' }).click()
  const preview = desk.getByRole('region', { name: '查到的顾客' })
  await seen(
    preview.getByText('3 位顾客'),
    preview.getByText(/^查到 \d+ 单$/),
    desk.getByText(/^已投诉 \d+ 位，单独回复/),
  )
  await desk.getByRole('button', { name: '就是这 3 位' }).click()
  await desk.getByRole('button', { name: '重新查' }).click()
  await seen(desk.getByRole('button', { name: '查一下有多少人' }))
  await desk.getByRole('button', { name: '取消' }).click()
  const words = desk.getByLabel('写给顾客的话')
  await words.fill(TEXT)
  await desk.getByLabel(/英文/).fill('The red bean buns you bought today may be faulty.')
  await part(desk, '动态')
  await part(desk, '受影响顾客')
  expect(await words.inputValue()).toBe(TEXT)
  const message = `/incidents/${id}/affected/message`
  await asQuality.put(message, { text: '您买的红豆包请先不要吃，等我们通知。', also: {} })
  await seen(desk.getByText('您写的时候，李品控交了另一版。', { exact: false }))
  expect(await words.inputValue()).toBe(TEXT)
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '送审' }).click()
  await seen(desk.getByText('这是您自己写的，要请另一位批准。'), desk.getByText('The red bean buns'))
  await desk.getByRole('button', { name: '修改', exact: true }).click()
  await desk.getByLabel(/英文/).fill('')
  await desk.getByRole('button', { name: '送审' }).click()
  await gone(desk.getByText('The red bean buns'))

  await desk.getByRole('tab', { name: /^未告知/ }).click()
  const home = await house.openAs(staff.executive, 'phone', `/incidents/${id}?part=affected`)
  await home.getByRole('button', { name: '批准，发给 3 位顾客' }).click()
  await seen(desk.getByText('已告知 3'), desk.getByText('发送完毕'), desk.getByText('这一类现在没有人。'))
  expect(vendor.sent.map((one) => one.PhoneNumbers.slice(-1)).toSorted()).toEqual(['1', '2', '3'])

  const [seal] = (await asQuality.get<Room>(`/incidents/${id}`)).body.seals
  for (const { shopId } of seal!.shops)
    await asQuality.post(`/seals/${seal!.id}/shops/${shopId}/acknowledgements`, { state: 'none_here' })
  // What is missing on the checklist is pointed at where it stands; the answer that is half written stays.
  await part(desk, '复盘')
  await desk.getByLabel(/^发生了什么/).fill('三位顾客')
  await desk
    .locator('li')
    .filter({ hasText: '清单还有没完成的步骤' })
    .getByRole('button', { name: '去看' })
    .click()
  await expect
    .poll(() => desk.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('清单')
  expect(await desk.getByLabel(/^发生了什么/).inputValue()).toBe('三位顾客')
  await finishSteps(asQuality, id)
  await seen(desk.getByText(/^(\d+) \/ \1 步$/))
  await desk.getByRole('button', { name: '宣布已控制' }).click()
  await desk.getByRole('button', { name: '去复盘' }).click()
  await seen(desk.getByText('复盘还没写完'), desk.getByText('还没有改进措施', { exact: true }))
  await desk.getByLabel(/^发生了什么/).fill('三位顾客吃了红豆包后不适。')
  await desk.getByLabel(/^根本原因/).fill('红豆冷藏温度超过十度。')
  await desk.getByRole('button', { name: '保存复盘' }).click()
  await gone(desk.getByText('复盘还没写完'))
  await desk.getByRole('button', { name: '加一条措施' }).click()
  const measure = desk.getByRole('dialog', { name: '加一条措施' })
  await measure.getByLabel('做什么').fill('红豆冷藏柜装温度报警')
  await measure.getByRole('combobox', { name: '谁来做' }).click()
  await desk.locator('.ant-select-dropdown:visible .ant-select-item-option[title="许文静"]').click()
  await measure.getByRole('button', { name: '加上' }).click()
  await gone(measure)
  await seen(desk.getByText('可以结束了'))
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '结束这次应急' }).click()
  const closing = desk.getByRole('dialog', { name: '结束这次应急' })
  await closing.getByLabel('一句话总结').fill('三人康复，批次已退回。')
  await closing.getByRole('button', { name: '结束这次应急' }).click()
  await gone(closing)
  await seen(desk.getByText('已结束', { exact: true }).first())

  const owner = await house.openAs(staff.shop_manager, 'phone', '/todos')
  await seen(owner.getByRole('heading', { name: /^应急改进/ }), owner.getByText('红豆冷藏柜装温度报警'))

  const paper = await house.openAs(staff.quality, 'desk', `/incidents/${id}/record`)
  const section = (name: string) => paper.locator('section').filter({ hasText: name })
  await seen(section('七、受影响顾客').getByText('3 位顾客'), section('六、封存').getByText('1 / 1 家确认'))
  await seen(
    section('八、对外说明').getByText('无', { exact: true }),
    section('九、决定').getByText('无', { exact: true }),
  )
  await seen(section('十、原因与改进').getByText('红豆冷藏柜装温度报警'))
  expect(await barriersOn(paper)).toEqual([])
  expect((await paper.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  await vendor.close()
})

/** Everything that is left on the checklist, with the words and the photo that it wants. */
async function finishSteps(as: Client, id: string): Promise<void> {
  const { checklist } = (await as.get<Room>(`/incidents/${id}`)).body
  const file = await upload(as, id)
  for (const step of checklist.filter(({ state }) => state === 'open')) {
    const done = await as.put(`/incidents/${id}/steps/${step.id}`, {
      state: 'done',
      words: '已办妥。',
      fileIds: step.proof === 'file' ? [file] : [],
    })
    expect(done.status, done.text).toBe(200)
  }
}

async function upload(as: Client, id: string): Promise<string> {
  const { buffer, mimeType, name } = await photo('证明.jpg')
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name)
  const body = new Response(form)
  const headers = { 'content-type': body.headers.get('content-type')! }
  const path = `/incidents/${id}/files`
  const made = await as.post<{ id: string }>(path, Buffer.from(await body.arrayBuffer()), { headers })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}
