import { expect, test } from 'vitest'
import type { SalonDesk } from '#contracts/channels/salon'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

async function salon() {
  const brand = await house.app.make.brand({ pack: 'beauty' })
  const shop = await house.app.make.shop({ brand, name: '静安店' })
  const manager = await house.app.make.staff({ role: 'shop_manager', brand, shop, name: '周店长' })
  await house.app.make.staff({ role: 'shop_staff', brand, shop, name: '小雨' })
  for (const role of ['agent', 'lead', 'quality', 'marketing', 'advisor'] as const)
    await house.app.make.staff({ role, brand })
  return { brand, shop, manager }
}

const ticketsOf = (brandId: string) =>
  house.app.services.db.inBrand(brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select(['id', 'kind', 'priority', 'content'])
      .where('channel_kind', '=', 'salon')
      .orderBy('opened_at')
      .execute(),
  )

test('the manager sets up the tablet; one customer is happy, the next had a reaction', async () => {
  const { brand, manager } = await salon()
  const office = await house.openAs(manager, 'desk', '/events?tab=salon')
  await office.getByRole('combobox', { name: '选择门店' }).click()
  await office.getByTitle('静安店').click()
  await office.getByRole('button', { name: '开通' }).press('Enter')
  const url = await office.locator('code').filter({ hasText: '/f/' }).innerText()
  expect(await barriersOn(office)).toEqual([])

  const tablet = await house.open('lying', new URL(url).pathname)
  await seen(tablet.getByRole('heading', { name: '想听听您的真实感受' }))
  await tablet.getByRole('radio', { name: '小雨' }).check()
  expect(await barriersOn(tablet)).toEqual([])
  await tablet.getByRole('button', { name: '开始' }).click()
  await tablet.getByRole('radio', { name: '很满意' }).check()
  await tablet.getByRole('button', { name: '下一题' }).click()
  await seen(tablet.getByRole('heading', { name: '过程中哪里不舒服？' }))
  await tablet.getByRole('button', { name: '下一题' }).click()
  await seen(tablet.getByText('点一个，或者写一句'))
  await tablet.getByRole('checkbox', { name: '都很舒服' }).check()
  expect(await barriersOn(tablet)).toEqual([])
  await tablet.getByRole('button', { name: '下一题' }).click()
  expect(await barriersOn(tablet)).toEqual([])
  await tablet.getByRole('button', { name: '送出' }).click()
  await seen(tablet.getByRole('heading', { name: '谢谢您' }), tablet.getByText(/HY-\d+/))
  await tablet.getByRole('button', { name: '好了' }).click()

  await seen(tablet.getByRole('heading', { name: '想听听您的真实感受' }))
  await tablet.getByRole('button', { name: '开始' }).click()
  expect(await tablet.getByRole('radio', { name: '很满意' }).isChecked()).toBe(false)
  await tablet.getByRole('radio', { name: '有问题' }).check()
  await tablet.getByRole('button', { name: '下一题' }).click()
  await tablet.getByRole('checkbox', { name: '红肿' }).check()
  await tablet.getByLabel('还想说几句').fill('敷完面膜半边脸都肿了')
  await tablet.getByRole('button', { name: '下一题' }).click()
  await tablet.getByLabel(/留个手机号/).fill('13900001234')
  await tablet.getByRole('button', { name: '送出' }).click()
  await seen(tablet.getByText('留手机号要先勾选同意'))
  await tablet.getByRole('checkbox', { name: /我同意门店/ }).check()
  await tablet.getByRole('button', { name: '送出' }).click()
  await seen(tablet.getByText(/HY-\d+/))

  const [happy, hurt] = await ticketsOf(brand.id)
  expect([happy!.kind, hurt!.kind, hurt!.priority]).toEqual(['praise', 'emergency', 'P1'])
  await office.goto(`/tickets/${hurt!.id}`)
  await seen(office.getByText('敷完面膜半边脸都肿了').first(), office.getByText('服务人员').first())
  await seen(office.getByText('小雨').first())
})

test('without a network the answer waits on the tablet, the next customer finds nothing of it, and it goes out later', async () => {
  const { brand, shop, manager } = await salon()
  const { body } = await house.app.as(manager).post<SalonDesk>('/salon/desks', { shopId: shop.id })
  const by = body.people.find(({ name }) => name === '小雨')!.id
  const tablet = await house.open('standing', `${new URL(body.url).pathname}?by=${by}`)
  await tablet.getByRole('button', { name: '开始' }).click()
  await tablet.context().setOffline(true)
  await tablet.getByRole('radio', { name: '一般' }).check()
  await tablet.getByRole('button', { name: '下一题' }).click()
  await tablet.getByRole('checkbox', { name: '力道太重' }).check()
  await tablet.getByRole('button', { name: '下一题' }).click()
  await tablet.getByRole('button', { name: '送出' }).click()
  await seen(tablet.getByText('现在没有网络，您的话先存在平板里'))
  await tablet.getByRole('button', { name: '好了' }).click()
  await seen(tablet.getByText('有 1 份还没送出'))
  expect(await ticketsOf(brand.id)).toEqual([])
  await tablet.context().setOffline(false)
  await gone(tablet.getByText('有 1 份还没送出'))
  expect(await ticketsOf(brand.id)).toMatchObject([{ kind: 'complaint', content: '力道太重' }])
})
