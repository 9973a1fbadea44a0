import { expect, test } from 'vitest'
import type { SegmentPreview } from '#contracts/customers/segments'
import { noteOrder, noteTicket } from '#domains/customers'
import { systemContext } from '#platform/context'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import type { MadeShop, MadeStaff } from '#test/make'
import { identifyCustomers } from '../../domains/customers/identify/identify-customers.ts'
import { openHouse } from './house.ts'

const house = openHouse()
const DAY_MS = 86_400_000

/** Two who come often, one of whom complained, and one who came once. */
async function customers(shop: MadeShop, reader: MadeStaff): Promise<void> {
  const ctx = systemContext(house.app.services, shop.brandId)
  await ctx.transaction(async (tx) => {
    const people = await identifyCustomers(tx, ctx, [
      { name: '林小雨', contact: '13800002001' },
      { name: '陈思远', contact: '13800002002' },
      { name: '周子墨', contact: '13800002003' },
    ])
    const orders = people.flatMap(({ customerId }, who) =>
      Array.from({ length: who === 2 ? 1 : 3 }, (_, n) => ({
        id: `${who}-${n}`,
        customerId: customerId!,
        at: new Date(Date.now() - (n + 1) * 5 * DAY_MS),
        shopId: shop.id,
        kind: 'delivery',
        counts: true,
        spentMinor: 3200,
        items: ['珍珠奶茶'],
      })),
    )
    await noteOrder(tx, ctx, orders)
    const said = { at: new Date(Date.now() - DAY_MS), shopId: shop.id, kind: 'complaint' }
    await noteTicket(tx, ctx, [{ ...said, id: 't', customerId: people[1]!.customerId! }])
  })
  const known = async (fact: 'orders' | 'tickets') => {
    const rule = { join: 'all', of: [{ fact, op: 'atLeast', n: 1 }] }
    return (await house.app.as(reader).post<SegmentPreview>('/customer-segments/preview', { rule })).body
      .count
  }
  // The worker folds it into the files.
  await expect.poll(() => known('orders'), { timeout: 20_000 }).toBe(3)
  await expect.poll(() => known('tickets'), { timeout: 20_000 }).toBe(1)
}

test.each(Object.keys(SIZES) as Size[])(
  'marketing writes a rule, sees at each change whom it means, and saves it as a segment at a %s',
  async (size) => {
    const { shop, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { marketing: '顾晓', executive: '沈总' },
    })
    await customers(shop, people.marketing)
    const desk = await house.openAs(people.marketing, size, '/segments')
    await seen(desk.getByText('还没有客群'))
    expect(await barriersOn(desk)).toEqual([])
    await desk.getByRole('link', { name: '新建客群' }).first().click()

    // What most people mean is there already: often here lately, and never complained.
    await seen(desk.getByText('最近 90 天下单 ≥3 次，且没有投诉'))
    await seen(desk.getByText('1 人', { exact: true }), desk.getByText('林**'))
    await desk.getByRole('button', { name: '去掉这个条件' }).last().click()
    await seen(desk.getByText('2 人', { exact: true }), desk.getByText('陈**'))
    await desk.getByRole('spinbutton', { name: '数量' }).fill('1')
    await seen(desk.getByText('3 人', { exact: true }), desk.getByText('最近 90 天下单 ≥1 次'))
    await desk.getByRole('spinbutton', { name: '数量' }).fill('2')
    await seen(desk.getByText('2 人', { exact: true }))
    expect(await barriersOn(desk)).toEqual([])

    await desk.getByRole('textbox', { name: '名称' }).fill('近期常客')
    await desk.getByRole('button', { name: '保存' }).click()
    await seen(desk.getByRole('heading', { name: '近期常客' }))
    await desk.getByRole('button', { name: '看名单' }).click()
    await seen(desk.getByRole('list', { name: '顾客名单' }).getByText('陈**'))
    expect(await barriersOn(desk)).toEqual([])

    await desk.getByRole('button', { name: '导出' }).click()
    const dialog = desk.getByRole('dialog')
    await seen(dialog.getByText('姓名和联系方式打码，可以直接下载。'))
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      dialog.getByRole('link', { name: 'CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toContain('近期常客')

    // Who leads the house sees how many, and nobody's name.
    const chief = await house.openAs(people.executive, size, '/segments')
    await seen(chief.getByText('近期常客'), chief.getByText('2 人', { exact: true }))
    await chief.getByText('近期常客').click()
    await seen(chief.getByText('最近 90 天下单 ≥2 次'), chief.getByText('2 人', { exact: true }))
    await gone(chief.getByText('陈**'))
    expect(await barriersOn(chief)).toEqual([])

    await desk.getByRole('button', { name: '删除客群' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '删除客群' }).click()
    await seen(desk.getByText('还没有客群'))
  },
)
