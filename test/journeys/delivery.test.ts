import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { handOverCode } from '../../domains/orders/delivery/hand-over-code.ts'
import { type Founded, openHouse } from './house.ts'

const house = openHouse({ offline: true })
type People = Founded<'agent' | 'delivery_lead' | 'rider'>
const DOOR = '文三路 199 号 2 幢 1503'

/** A brand with one rider, and an order that the kitchen has just finished. */
async function lunch() {
  const founded: People = await house.found({
    name: '小灶头',
    pack: 'takeaway',
    shop: '文三路店',
    people: { agent: '罗小满', delivery_lead: '应天', rider: '孟小舟' },
  })
  const { people, shop, brand } = founded
  const agent = house.app.as(people.agent)
  const { body } = await agent.post<{ id: string }>('/orders', {
    shopId: shop.id,
    kind: 'delivery',
    source: 'phone',
    name: '林小雨',
    contact: '13800001234',
    address: { text: DOOR, point: { lat: 30.281, lng: 120.13 } },
    items: [{ name: '酸汤肥牛饭', priceMinor: 3800, quantity: 1 }],
    note: '放门口，别按门铃',
    paid: true,
  })
  const made = () =>
    house.app.services.db.inBrand(brand.id, async (tx) => {
      const now = house.app.services.now()
      await tx
        .updateTable('orders.order')
        .set({ status: 'ready', ready_at: now })
        .where('id', '=', body.id)
        .execute()
      await tx
        .updateTable('orders.kitchen_task')
        .set({ state: 'done' })
        .where('order_id', '=', body.id)
        .execute()
    })
  const read = async () => (await agent.get<OrderView>(`/orders/${body.id}`)).body
  return { people, id: body.id, made, read }
}

async function fetched(phone: Page, made: () => Promise<unknown>) {
  await phone.getByRole('button', { name: '上班' }).click()
  await seen(phone.getByText('文三路店'), phone.getByText('取餐后显示完整地址'))
  await gone(phone.getByText(DOOR))
  await made()
  await phone.reload()
  await phone.getByRole('button', { name: '已取餐' }).click()
  await seen(phone.getByRole('heading', { name: DOOR }))
}

test.each(Object.keys(SIZES) as Size[])(
  'rain on the way: the rider says so on the phone, the customer reads the new time, with the board at a %s',
  async (size) => {
    const { people, id, made, read } = await lunch()
    const phone = await house.openAs(people.rider, 'phone', '/round')
    expect(await barriersOn(phone)).toEqual([])
    await fetched(phone, made)
    await seen(phone.getByText('放门口，别按门铃'), phone.getByText('138****1234', { exact: false }))
    expect(await barriersOn(phone)).toEqual([])
    const before = await read()
    expect(before.status).toBe('delivering')

    await phone.getByRole('button', { name: '遇到问题' }).click()
    const dialog = phone.getByRole('dialog')
    await dialog.getByText('天气', { exact: true }).click()
    await dialog.getByText('60 分钟', { exact: true }).click()
    expect(await barriersOn(phone)).toEqual([])
    await dialog.getByRole('button', { name: '上报并通知顾客' }).click()
    await seen(phone.getByText('已上报：天气，晚 60 分钟'))
    await gone(phone.getByText('步存在手机上', { exact: false }))

    const after = await read()
    expect(after.promisedAt! > before.promisedAt!).toBe(true)
    const told = after.trace.findLast((line) => line.kind === 'told')
    expect(told?.data.text).toContain('天气不好')

    const board = await house.openAs(people.delivery_lead, size, '/dispatch')
    await seen(
      board.getByRole('heading', { name: '孟小舟' }),
      board.getByText(after.number),
      board.getByText('配送中'),
      board.getByText('天气', { exact: true }),
    )
    expect(await board.getByText(DOOR).count()).toBe(0)
    expect(await barriersOn(board)).toEqual([])

    await phone.getByRole('button', { name: '我到了' }).click()
    await phone.getByRole('button', { name: '交给顾客' }).click()
    const door = phone.getByRole('dialog')
    const code = handOverCode(house.app.services.keys, id)
    await door.getByRole('textbox', { name: '收货码' }).fill(code === '0000' ? '1111' : '0000')
    await door.getByRole('button', { name: '确认送达' }).click()
    await seen(phone.getByText('收货码不对', { exact: false }))
    await phone.getByRole('button', { name: '交给顾客' }).click()
    await door.getByRole('textbox', { name: '收货码' }).fill(code)
    expect(await barriersOn(phone)).toEqual([])
    await door.getByRole('button', { name: '确认送达' }).click()
    await seen(phone.getByText('今天送达 1 单'))
    await gone(phone.getByText(DOOR), phone.getByText('步存在手机上', { exact: false }))
    expect((await read()).status).toBe('delivered')
  },
)

test('a cellar without a network: what is tapped there is sent when the rider is out again', async () => {
  const { people, made, read } = await lunch()
  const phone = await house.openAs(people.rider, 'phone', '/round')
  await fetched(phone, made)
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: '我到了' }).click()
  await phone.getByRole('button', { name: '退回门店' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '原因' }).fill('顾客一直不在')
  await dialog.getByRole('button', { name: '退回门店' }).click()
  await seen(phone.getByText('2 步存在手机上', { exact: false }))
  await gone(phone.getByText(DOOR))
  expect((await read()).status).toBe('delivering')

  await phone.context().setOffline(false)
  await gone(phone.getByText('步存在手机上', { exact: false }))
  const back = await read()
  expect(back.status).toBe('ready')
  expect(back.trace.map((line) => line.kind)).toContain('returned')

  const board = await house.openAs(people.delivery_lead, 'desk', '/dispatch')
  await seen(board.getByText('已退回'))
  await board.getByRole('button', { name: `把 ${back.number} 交给谁` }).click()
  await board.getByText('改派 · 孟小舟').click()
  await seen(board.getByText('已指定'))
})
