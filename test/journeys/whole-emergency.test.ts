import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { connectChannel } from '#test/connected'
import { roomOf } from '#test/incident-world'
import { everyDay, type MadeStaff } from '#test/make'
import { sendFeedback } from '#test/many-tickets'
import { furnish, place, twoTeas } from '#test/order-world'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { openHouse, photo } from './house.ts'

/** From many small voices to the closed room: nobody has to know where the next thing stands. */
const house = openHouse()
const SHOPS = 12
const TEXT = '您今天在湖滨银泰店买到的红豆包可能有问题，请先不要食用，我们会全额退款。'
const LOOK = process.env.LOOK_AT
const people = {
  admin: '程立',
  agent: '沈知夏',
  quality: '李品控',
  executive: '吴总',
  shop_manager: '许文静',
} as const

/** Twelve shops, one batch of red beans that is open at one of them, three buns sold. */
async function begin() {
  const { app } = house
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const { brand, shop, people: staff } = founded
  const cook = await app.make.staff({ role: 'kitchen', shop, name: '阿强' })
  const items = await furnish(app, { shop, admin: staff.admin, manager: staff.shop_manager, cook })
  await app
    .as(staff.shop_manager)
    .post(`/shops/${shop.id}/batches`, { ingredient: '红豆', code: 'B-0301', expiresOn: '2099-01-01' })
  const clerks = new Map<string, MadeStaff>()
  for (let n = 2; n <= SHOPS; n++) {
    const other = await app.make.shop({ brand, name: `第${n}店`, hours: everyDay(['00:00', '24:00']) })
    clerks.set(other.id, await app.make.staff({ role: 'shop_staff', shop: other, name: `店员${n}` }))
  }
  for (const n of [1, 2, 3])
    await place(app, staff.agent, {
      ...twoTeas({ shop, items }),
      name: `顾客${n}`,
      contact: `1390000000${n}`,
      items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
    })
  return { ...founded, clerks }
}

async function connectSms(staff: { admin: MadeStaff; agent: MadeStaff }) {
  const vendor = await aliyunSms()
  onTestFinished(() => vendor.close())
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
const look = async (page: Page, name: string) => {
  if (LOOK) await page.screenshot({ path: `${LOOK}/${name}.png`, fullPage: true })
}

test('three customers of one batch: early warning, one tap, sealed at twelve shops, the affected told, reviewed and closed', async () => {
  const { shop, people: staff, clerks } = await begin()
  const vendor = await connectSms(staff)
  const desk = await house.openAs(staff.quality, 'desk', '/alarms')
  for (const n of [1, 2, 3])
    await sendFeedback(house.app, shop, `吃完红豆包又吐又拉，进医院了，医生说是食物中毒，一行 ${n} 人`)
  const card = desk.getByRole('article').first()
  await seen(card.getByText(/3 位顾客在说/))
  await look(desk, 'alarm')
  await card.getByRole('button', { name: '打开应急室' }).click()
  await seen(desk.getByText('I-1', { exact: true }), desk.getByText('两小时内报告'))
  const id = new URL(desk.url()).pathname.split('/').at(-1)!
  const room = roomOf(
    () => house.app,
    () => id,
  )
  const asQuality = house.app.as(staff.quality)
  expect((await room.read(staff.quality)).linked).toHaveLength(3)

  // The fourth falls ill while the room is at work: it is there without anybody asking.
  await sendFeedback(house.app, shop, '红豆包吃完上吐下泻，孩子也食物中毒住院了')
  await part(desk, '动态')
  await seen(desk.getByText(/预警里又有 1 张工单，已关联/))

  await part(desk, '封存')
  await desk.getByRole('button', { name: '通知门店停售封存' }).click()
  const order = desk.getByRole('dialog', { name: '通知门店停售封存' })
  // The room is named after the batch, and so is what is sealed.
  await seen(order.getByText('红豆：1 家店正在用'))
  await order.getByRole('button', { name: '全部 12 家' }).click()
  await order.getByRole('button', { name: '马上通知 12 家店' }).click()
  await gone(order)
  await seen(desk.getByText('0/12'))
  const till = await house.openAs(staff.shop_manager, 'phone', '/seals')
  await till.getByRole('button', { name: '已封存，去报数' }).click()
  await till.getByLabel('封了多少').fill('12')
  await till.locator('input[type=file]').setInputFiles(await photo('封条.jpg'))
  await seen(till.getByRole('button', { name: '去掉这张照片' }))
  await till.getByText('没有留', { exact: true }).click()
  await till.getByLabel('为什么没留').fill('只剩半袋，全部送检')
  expect(await barriersOn(till)).toEqual([])
  await look(till, 'till')
  await till.getByRole('button', { name: '确认封存' }).click()
  await seen(till.getByText('没有要封存的'), till.getByText('没有留样：只剩半袋，全部送检'))
  const [seal] = (await room.read(staff.quality)).seals
  for (const [shopId, clerk] of clerks) {
    const path = `/seals/${seal!.id}/shops/${shopId}/acknowledgements`
    expect((await house.app.as(clerk).post(path, { state: 'none_here' })).status).toBe(201)
  }
  await seen(desk.getByText('12/12'), desk.getByText('12 袋').first())

  await part(desk, '受影响顾客')
  await desk.getByRole('button', { name: '查一下有多少人' }).click()
  await desk.getByRole('button', { name: '就是这 3 位' }).click()
  await seen(desk.getByRole('button', { name: '重新查' }))
  await desk.getByLabel('写给顾客的话').fill(TEXT)
  await desk.getByRole('button', { name: '送审' }).click()
  await seen(desk.getByText('这是您自己写的，要请另一位批准。'))
  const home = await house.openAs(staff.executive, 'phone', `/incidents/${id}?part=affected`)
  await home.getByRole('button', { name: '批准，发给 3 位顾客' }).click()
  await seen(desk.getByText('已告知 3'))
  expect(vendor.sent.map((one) => one.PhoneNumbers.slice(-1)).toSorted()).toEqual(['1', '2', '3'])

  await room.finishTheRest(staff.quality, '已办妥。')
  await seen(desk.getByText(/^(\d+) \/ \1 步$/))
  await desk.getByRole('button', { name: '宣布已控制' }).click()
  await desk.getByRole('button', { name: '去复盘' }).click()
  await desk.getByLabel(/^发生了什么/).fill('四位顾客吃了红豆包后不适。')
  await desk.getByLabel(/^根本原因/).fill('红豆冷藏温度超过十度。')
  await desk.getByRole('button', { name: '保存复盘' }).click()
  await gone(desk.getByText('复盘还没写完'))
  const measure = { text: '红豆冷藏柜装温度报警', ownerId: staff.shop_manager.id, dueOn: '2099-01-01' }
  expect((await asQuality.post(room.path('/measures'), measure)).status).toBe(201)
  await seen(desk.getByText('可以结束了'))
  await desk.getByRole('button', { name: '结束这次应急' }).click()
  const closing = desk.getByRole('dialog', { name: '结束这次应急' })
  await closing.getByLabel('一句话总结').fill('四人康复，批次已退回。')
  await closing.getByRole('button', { name: '结束这次应急' }).click()
  await gone(closing)
  await seen(desk.getByText('已结束', { exact: true }).first())
})

test('no plan fits: one more tap opens by the one that was chosen, and whoever leads changes it', async () => {
  const { shop, people: staff } = await begin()
  const ticket = await sendFeedback(house.app, shop, '店员态度很差，爱理不理')
  const judged = { kind: 'complaint', categories: ['service.attitude'], severity: 4, impact: 4 }
  const raised = await house.app
    .as(staff.quality)
    .put(`/tickets/${ticket}/triage`, { ...judged, reason: '网上闹大了' })
  expect(raised.status, raised.text).toBe(200)
  const page = await house.openAs(staff.quality, 'desk', `/tickets/${ticket}`)
  await page.getByRole('button', { name: '打开应急室' }).click()
  const choice = page.getByRole('dialog', { name: '按哪个预案处置' })
  await seen(choice.getByRole('button', { name: /^舆情/ }))
  expect(await barriersOn(page)).toEqual([])
  await look(page, 'choose')
  await choice.getByRole('button', { name: /^舆情/ }).click()
  await seen(page.getByText('I-1', { exact: true }))
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const opened = (await house.app.as(staff.quality).get<Room>(`/incidents/${id}`)).body
  expect(opened.linked.map((one) => one.id)).toEqual([ticket])

  const first = opened.checklist.find((step) => step.proof === 'none')!
  await page.getByRole('button', { name: `完成：${first.title}` }).click()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '换预案' }).click()
  const change = page.getByRole('dialog', { name: '换预案' })
  await change.getByRole('radio', { name: /疑似食物中毒/ }).check()
  await change.getByLabel('为什么换（选填）').fill('有人吃完不舒服')
  expect(await barriersOn(page)).toEqual([])
  await look(page, 'change')
  await change.getByRole('button', { name: '换成这个预案' }).click()
  await gone(change)
  await seen(page.getByText('两小时内报告'), page.getByText(/^换预案前没做完的 \d+ 步$/))
  await page.getByText(/^换预案前没做完的/).click()
  await look(page, 'changed')
  await part(page, '动态')
  await seen(page.getByText(/李品控把预案从「.*」换成「疑似食物中毒」/))
  expect(await barriersOn(page)).toEqual([])
})
