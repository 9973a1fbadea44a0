import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { rememberAddress } from '#domains/customers'
import { systemContext } from '#platform/context'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { identifyCustomers } from '../../domains/customers/identify/identify-customers.ts'
import { openHouse } from './house.ts'

const house = openHouse()

/** A file that nobody has touched for a year. */
async function oldFile(shop: { brandId: string }) {
  const ctx = systemContext(house.app.services, shop.brandId)
  await ctx.transaction(async (tx) => {
    const [made] = await identifyCustomers(tx, ctx, [{ name: '林小雨', contact: '13800002001' }])
    await rememberAddress(tx, ctx, made!.customerId!, { text: '杭州市西湖区文三路 90 号' })
    await sql`update customers.customer set created_at = created_at - interval '1 year'`.execute(tx)
  })
}

/** The link as the customer's message has it; this brand has no channel that could bring it, so it is read where it is kept. */
async function linkOf(shop: { brandId: string }): Promise<string> {
  const { db, keys } = house.app.services
  const row = await db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('customers.check_up').select('id').executeTakeFirstOrThrow(),
  )
  return `/u/${keys.tokenFor('check-up', row.id)}`
}

test.each(Object.keys(SIZES) as Size[])(
  'one tap asks the customer, who answers on the phone, and the file knows it at a %s',
  async (size) => {
    const { shop, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏' },
    })
    await oldFile(shop)
    const desk = await house.openAs(people.agent, size, '/check-ups')
    await seen(desk.getByText('138****2001'))
    expect(await barriersOn(desk)).toEqual([])
    await desk.getByRole('button', { name: '请顾客确认' }).click()
    await seen(desk.getByText('已询问 1 位顾客'), desk.getByText('没有要核对的档案'))
    await desk.getByRole('button', { name: '已询问' }).click()
    await seen(desk.getByText('138****2001'))

    const phone = await house.open('phone', await linkOf(shop))
    await seen(
      phone.getByRole('heading', { name: '这些资料还对吗？' }),
      phone.getByText('138****2001'),
      phone.getByText('杭州市西湖区****'),
    )
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '有变化', exact: true }).click()
    await phone.getByRole('button', { name: '发给我们' }).click()
    await seen(phone.getByText(/还没有填写/))
    await phone.getByRole('textbox', { name: '新的地址' }).fill('杭州市拱墅区莫干山路 12 号')
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '发给我们' }).click()
    await seen(phone.getByText('谢谢，已经收到'))
    expect(await barriersOn(phone)).toEqual([])

    // Answered while the colleague looks at it.
    await desk.getByRole('button', { name: '已答复' }).click()
    await seen(desk.getByText('有变化').first())
    await desk.getByRole('link', { name: /138\*{4}2001/ }).click()
    await seen(desk.getByText('杭州市拱墅区').first())
    await desk.getByRole('button', { name: '修改记录' }).click()
    await seen(desk.getByText('顾客本人').first())
    await phone.reload()
    await seen(phone.getByText('谢谢，已经收到'))
  },
)
