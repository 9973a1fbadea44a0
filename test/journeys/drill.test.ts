import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { connectChannel } from '#test/connected'
import { roomOf } from '#test/incident-world'
import { furnish, place, twoTeas } from '#test/order-world'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { openHouse } from './house.ts'

const house = openHouse()
const people = {
  admin: '程立',
  agent: '沈知夏',
  quality: '李品控',
  executive: '吴总',
  region_manager: '赵区域',
  shop_manager: '许文静',
} as const
const IMAGINED = '红豆 B-0301 里有金属碎屑'
const BAND = '不会发给顾客，不会停售，一切都是假设。'
const TEXT = '您今天买到的红豆包可能有问题，请先不要食用，我们会全额退款。'

/** A shop that has sold three buns and could write to everybody who bought one. */
async function begin() {
  const { app } = house
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const { shop, people: staff } = founded
  const cook = await app.make.staff({ role: 'kitchen', shop, name: '阿强' })
  const items = await furnish(app, { shop, admin: staff.admin, manager: staff.shop_manager, cook })
  for (const n of [1, 2, 3])
    await place(app, staff.agent, {
      ...twoTeas({ shop, items }),
      name: `顾客${n}`,
      contact: `1390000000${n}`,
      items: [{ itemId: items.bun, quantity: 1, options: {}, note: '' }],
    })
  const vendor = await aliyunSms()
  await connectChannel(app, staff, 'sms', {
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
  return { ...founded, bun: items.bun, vendor }
}

const part = (page: Page, name: string) =>
  page
    .getByRole('tablist', { name: '应急室的各部分' })
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click()

/** What has left the house: messages to customers, and what was taken off sale. */
const left = (brandId: string) =>
  house.app.services.db.inBrand(brandId, async (tx) => {
    const { rows } = await sql<{ messages: number; stops: number }>`
      select (select count(*)::int from channels.outbound_message) as messages,
             (select count(*)::int from orders.stop_sale) as stops`.execute(tx)
    return rows[0]!
  })

test('a drill is marked wherever it is seen, is worked and scored, and nothing leaves the house', async () => {
  const { app } = house
  const { brand, shop, bun, vendor, people: staff } = await begin()
  const before = await left(brand.id)

  const desk = await house.openAs(staff.quality, 'desk', '/incidents')
  await desk.getByRole('button', { name: '开始演练' }).click()
  const drawer = desk.getByRole('dialog', { name: '开始演练' })
  await seen(drawer.getByText(BAND))
  await drawer.getByRole('radio', { name: /^疑似食物中毒/ }).check()
  await drawer.getByRole('textbox', { name: '假设发生了什么' }).fill(IMAGINED)
  expect(await barriersOn(desk)).toEqual([])
  await drawer.getByRole('button', { name: '开始演练' }).click()
  await seen(desk.getByText('D-1', { exact: true }), desk.getByText(BAND))
  await expect.poll(() => desk.title()).toContain('【演练】')
  const id = new URL(desk.url()).pathname.split('/').at(-1)!
  const room = roomOf(
    () => app,
    () => id,
  )

  const phone = await house.openAs(staff.region_manager, 'phone', '/')
  await phone.getByRole('alert').getByText(`【演练】${IMAGINED}`).click()
  await seen(phone.getByText(BAND))
  await phone.getByRole('button', { name: '我来' }).click()
  await seen(desk.getByText('总指挥 赵区域').first())

  const order = { itemId: bun, shopIds: [shop.id], instruction: '当作停用，装箱封好。' }
  expect((await app.as(staff.quality).post(room.path('/seals'), order)).status).toBe(201)
  const till = await house.openAs(staff.shop_manager, 'phone', '/seals')
  await seen(till.getByText('【演练】').first())
  await till.getByRole('button', { name: '本店没有' }).click()
  await seen(till.getByText('没有要封存的'))
  expect(await barriersOn(till)).toEqual([])

  await part(desk, '受影响顾客')
  await desk.getByRole('button', { name: '查一下有多少人' }).click()
  await desk.getByRole('button', { name: '就是这 3 位' }).click()
  await desk.getByLabel('写给顾客的话').fill(TEXT)
  await desk.getByRole('button', { name: '送审' }).click()
  const home = await house.openAs(staff.executive, 'phone', `/incidents/${id}?part=affected`)
  await home.getByRole('button', { name: '批准（演练，不会发出）' }).click()
  await seen(desk.getByText('会告知 3（演练，没有发出）'))

  await room.finishTheRest(staff.region_manager, '按假设完成')
  await app.as(staff.quality).put<Room>(room.path('/review'), { what: '叫人太慢', why: '通讯录旧了' })
  const measure = { text: '通讯录每月核一次', ownerId: staff.quality.id, dueOn: '2099-03-20' }
  await app.as(staff.quality).post(room.path('/measures'), measure)
  await part(desk, '复盘')
  await desk.getByRole('button', { name: '结束这次应急' }).click()
  const closing = desk.getByRole('dialog', { name: '结束这次应急' })
  await closing.getByLabel('一句话总结').fill('演练结束，下月再练。')
  await closing.getByRole('button', { name: '结束这次应急' }).click()
  await gone(closing)
  await seen(desk.getByText(/演练得分 \d+ \/ \d+/))
  const { points, most } = (await room.read(staff.quality)).scored!
  expect(await barriersOn(desk)).toEqual([])

  await desk.goto('/incidents?view=drills')
  await seen(desk.getByText('【演练】'), desk.getByText(`得分 ${points} / ${most}`))
  await desk.goto(`/incidents/${id}/record`)
  const section = (name: string) => desk.locator('section').filter({ hasText: name })
  await seen(
    desk.getByText('【演练】本记录为演练，事件为虚构。'),
    section('十、原因与改进').getByText('2099年3月20日'),
    section('十一、证据与附件').getByText('未留存'),
    section('十一、证据与附件').getByText('照片 1', { exact: true }),
    section('十二、演练得分').getByText(`演练得分 ${points} / ${most}`),
  )
  expect(await left(brand.id)).toEqual(before)
  expect(vendor.sent).toEqual([])
  await vendor.close()
})
