import { afterAll, expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import { barriersOn, gone, seen } from '#test/browser'
import { connectChannel } from '#test/connected'
import { furnish, place, twoTeas } from '#test/order-world'
import { openCti } from '../simulators/cti.ts'
import { aliyunSms } from '../simulators/sms-aliyun.ts'
import { openHouse } from './house.ts'

const house = openHouse()
const PHONE = '13812340001'
const HOME = '文一西路 998 号 3 幢 502'
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
})

/** A tea shop with a menu, whose customers are told by text message and whose agents answer a hotline. */
async function teaShop() {
  const founded = await house.found({
    name: '茶屿',
    pack: 'milk_tea',
    shop: '西湖店',
    people: { agent: '沈知夏', admin: '林观', shop_manager: '王店长', kitchen: '小满' },
  })
  const { app } = house
  const { admin, agent, shop_manager, kitchen } = founded.people
  const items = await furnish(app, { shop: founded.shop, admin, manager: shop_manager, cook: kitchen })
  const sms = await aliyunSms()
  Object.assign(sms.templates, { SMS_REPLY: 1, SMS_NOTICE: 1 })
  closing.push(() => sms.close())
  await connectChannel(app, { admin, agent }, 'sms', {
    accessKeyId: sms.accessKeyId,
    accessKeySecret: sms.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_REPLY',
    noticeTemplate: 'SMS_NOTICE',
    noticeVariables: ['text', 'progress'],
    endpoint: sms.url,
    fallback: true,
  })
  return { ...founded, items, sms }
}

const orders = async (as: ReturnType<typeof house.app.as>) =>
  (await as.get<{ rows: { id: string }[] }>('/orders?stage=all')).body.rows

test('typed while the customer talks, saved with a gap, completed by calling back, confirmed and told', async () => {
  const { people, sms } = await teaShop()
  const page = await house.openAs(people.agent, 'desk', '/orders/new')
  const form = page.getByRole('form', { name: '电话下单' })
  const say = (words: string) => page.keyboard.type(words)
  const enter = () => page.keyboard.press('Enter')

  await seen(form.getByRole('textbox', { name: '手机号' }))
  await say(PHONE)
  await enter()
  await say('林小雨')
  await enter()
  // The customer does not know the address yet: on to the dishes.
  await enter()
  await say('乌龙 少糖 芋圆 2')
  await seen(form.getByText('少糖 · 芋圆'))
  await enter()
  await say('红豆')
  await enter()
  await seen(form.getByRole('status').getByText('还缺：地址'))
  await seen(form.getByText('¥46'))
  expect(await barriersOn(page)).toEqual([])

  // A tab that is loaded again has forgotten nothing.
  await page.reload()
  await seen(form.getByText('¥46'))
  await expect.poll(() => form.getByRole('textbox', { name: '手机号' }).inputValue()).toBe(PHONE)
  await form.getByRole('textbox', { name: '备注', exact: true }).click()
  await say('少放冰')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await seen(page.getByRole('heading', { name: /^订单 D\d+$/ }))
  expect(await orders(house.app.as(people.agent))).toHaveLength(1)
  await seen(page.getByText('还缺：地址'), page.getByText(/分内联系/))
  expect(await barriersOn(page)).toEqual([])

  // Somebody on the road sees it on the phone: called back, the address completed, one dish more.
  const pocket = await house.openAs(people.agent, 'phone', '/orders')
  await pocket.getByRole('button', { name: /^缺信息/ }).click()
  await pocket.getByRole('link', { name: /乌龙奶茶/ }).click()
  await pocket.getByRole('button', { name: '记录联系' }).click()
  await pocket.getByRole('dialog').getByRole('button', { name: '记录联系' }).click()
  await gone(pocket.getByText(/分内联系/))
  await pocket.getByRole('button', { name: '补齐信息' }).click()
  const drawer = pocket.getByRole('dialog', { name: /^改订单 D\d+$/ })
  await drawer.getByRole('textbox', { name: '地址' }).fill(HOME)
  await drawer.getByRole('textbox', { name: /^加一样/ }).fill('红豆')
  await seen(drawer.getByRole('button', { name: /^红豆包/ }))
  await drawer.getByRole('textbox', { name: /^加一样/ }).press('Enter')
  await seen(drawer.getByText('多 ¥8'), drawer.getByText('¥54'))
  expect(await barriersOn(pocket)).toEqual([])
  await drawer.getByRole('button', { name: '保存' }).click()
  await gone(drawer)
  await gone(pocket.getByText('还缺：地址'))
  await pocket.getByRole('button', { name: '确认订单' }).click()
  await pocket.getByRole('dialog').getByRole('button', { name: '确认订单' }).click()
  await seen(pocket.getByText('已确认').first())
  await seen(page.getByText(/（短信）/), page.getByText(/预计 .*\d\d:\d\d 送到您手上/))
  expect(await barriersOn(pocket)).toEqual([])

  const [row] = await orders(house.app.as(people.agent))
  const order = (await house.app.as(people.agent).get<OrderView>(`/orders/${row!.id}`)).body
  expect(order).toMatchObject({ status: 'confirmed', totalMinor: 5_400, gaps: [] })
  await expect.poll(() => sms.sent.length, { timeout: 20_000 }).toBe(1)
  const [told] = sms.sent
  expect(told?.PhoneNumbers).toContain(PHONE)
  // Late in the evening it comes the next day.
  const words = `^您的订单 ${order.number} 已确认，预计 (\\d+月\\d+日 )?\\d\\d:\\d\\d 送到`
  expect(told?.params.text).toMatch(new RegExp(words))
  expect(told?.params.progress).toBe(order.tracking)
})

test('a call becomes an order: the number is in the form and in no address, the last address and order are one key away', async () => {
  const { people } = await teaShop()
  const { admin, agent } = people
  const settings = { secret: 'demo-cti-secret', lines: [`8001=${agent.login}`] }
  const hotline = await connectChannel(house.app, { admin, agent }, 'phone', settings)
  const cti = await openCti({
    push: (body, headers) => hotline.push('', body, headers),
    secret: settings.secret,
    now: () => house.app.services.now(),
  })
  closing.push(() => cti.close())
  const page = await house.openAs(agent, 'desk', '/orders/new')
  const form = page.getByRole('form', { name: '电话下单' })
  const phone = form.getByRole('textbox', { name: '手机号' })
  await phone.fill(PHONE)
  await form.getByRole('textbox', { name: '地址' }).fill(HOME)
  await form.getByRole('textbox', { name: /^找品项/ }).fill('乌龙 少糖')
  await seen(form.getByRole('button', { name: /^乌龙奶茶 少糖/ }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await seen(page.getByText('已确认').first())

  // Another order is half typed when the same customer calls.
  await page.goto('/orders/new')
  await form.getByRole('textbox', { name: '姓名' }).fill('王先生')
  await cti.ring({ id: 'c-9', caller: PHONE, agent: '8001', queue: '订餐' })
  const panel = page.getByRole('region', { name: '来电' })
  await cti.answer('c-9', '8001')
  await panel.getByRole('button', { name: '下单' }).click()
  await expect.poll(() => phone.inputValue(), { timeout: 20_000 }).toBe(PHONE)
  expect(page.url()).not.toContain(PHONE.slice(-4))
  await seen(form.getByText(/^老顾客/), page.getByText(/来电前还有一单没打完：王先生/))
  const address = form.getByRole('textbox', { name: '地址' })
  await address.fill('998')
  await address.press('ArrowDown')
  await address.press('Enter')
  await expect.poll(() => address.inputValue()).toBe(HOME)
  await form.getByRole('button', { name: /^再来一单 乌龙奶茶/ }).click()
  await seen(form.getByText('信息齐了，可以下单'))
  expect(await barriersOn(page)).toEqual([])
  await form.getByRole('button', { name: /^下单/ }).click()
  await seen(page.getByRole('heading', { name: /^订单 D\d+$/ }))
  expect(await orders(house.app.as(agent))).toHaveLength(2)

  await page.goto('/orders/new')
  await page.getByRole('button', { name: '接着打' }).click()
  await expect.poll(() => form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('王先生')
})

test('the kitchen says it will be later: one tap tells the customer the time that it proposes', async () => {
  const { people, shop, items } = await teaShop()
  const { app } = house
  const bun = { itemId: items.bun, quantity: 1, options: {}, note: '' }
  const id = await place(app, people.agent, { ...twoTeas({ shop, items }), items: [bun] })
  const page = await house.openAs(people.agent, 'desk', `/orders/${id}`)
  await seen(page.getByText('已确认').first())
  app.setNow(new Date(Date.now() + 6 * 60_000).toISOString())
  await app.sweep()
  const list = await house.openAs(people.agent, 'phone', '/orders')
  await seen(list.getByText(/^会晚，约 \d\d:\d\d$/))
  const offer = page.getByRole('button', { name: /^按新时间 \d\d:\d\d 告知顾客$/ })
  await seen(page.getByText('烘焙台的红豆包会晚'), offer)
  expect(await barriersOn(page)).toEqual([])
  await offer.click()
  await gone(offer)
  await seen(page.getByText(/要晚一些：后厨这会儿单子多/), page.getByText('第一次'))
})
