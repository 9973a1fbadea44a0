import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const sizes = Object.keys(SIZES) as Size[]

test.each(sizes)(
  'an event made at a %s: somebody signs up on the phone, finance sees the reward, and it is taken back',
  async (size) => {
    const brand = await house.app.make.brand()
    const shop = await house.app.make.shop({ brand, name: '湖滨店' })
    const manager = await house.app.make.staff({ role: 'shop_manager', brand, shop })
    await house.app.make.staff({ role: 'agent', brand })
    const finance = await house.app.make.staff({ role: 'finance', brand })

    const office = await house.openAs(manager, size, '/events')
    await seen(office.getByText('还没有活动'))
    expect(await barriersOn(office)).toEqual([])
    await office.getByRole('button', { name: '新建活动' }).click()
    await office.getByLabel('活动名称 · 中文').fill('春日试饮会')
    await office.getByText('指定门店').click()
    await office.getByRole('combobox', { name: '门店' }).click()
    await office.getByTitle('湖滨店').click()
    await office.keyboard.press('Escape')
    await office.getByLabel('名额', { exact: true }).fill('2')
    await office.getByLabel(/每张面值/).fill('8')
    await office.getByLabel(/总预算/).fill('16')
    await office.getByRole('button', { name: '存为草稿' }).click()
    await seen(office.getByText('0 人报名，共 2 个名额'), office.getByText('草稿', { exact: true }))
    await office.getByRole('button', { name: '开放报名' }).click()
    await seen(office.getByText('报名中', { exact: true }))
    await office.getByRole('button', { name: '报名情况' }).click()
    await seen(office.getByText('还没有人报名'), office.getByAltText('报名二维码'))
    expect(await barriersOn(office)).toEqual([])
    const url = await office.locator('code').filter({ hasText: '/e/' }).innerText()

    const phone = await house.open('phone', new URL(url).pathname)
    await seen(phone.getByRole('heading', { name: '春日试饮会' }), phone.getByText('报名送 ¥8 代金券'))
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByLabel('怎么称呼您').fill('林小雨')
    await phone.getByRole('textbox', { name: '手机号' }).fill('139 0000 5678')
    await phone.getByLabel('对我们有什么想说的？').fill('奶茶里有一根头发')
    const tick = phone.getByRole('checkbox', { name: /我同意/ })
    expect(await tick.isChecked()).toBe(false)
    await phone.getByRole('button', { name: '报名' }).click()
    await seen(phone.getByText('要先勾选同意'))
    await tick.check()
    await phone.getByRole('button', { name: '报名' }).click()
    await seen(phone.getByRole('heading', { name: '报名成功' }), phone.getByText('139****5678'))
    await seen(phone.getByText('您写的话已经转给店里'))
    expect(await barriersOn(phone)).toEqual([])
    const own = new URL(phone.url()).pathname
    expect(own).toMatch(/^\/s\//)

    const again = await house.open('phone', new URL(url).pathname)
    await again.getByLabel('怎么称呼您').fill('别人')
    await again.getByRole('textbox', { name: '手机号' }).fill('13900005678')
    await again.getByRole('checkbox', { name: /我同意/ }).check()
    await again.getByRole('button', { name: '报名' }).click()
    await seen(again.getByRole('heading', { name: '您已报名' }))
    expect(await again.getByText('林').count()).toBe(0)

    await office.reload()
    await seen(office.getByText('1 人报名，共 2 个名额'))
    await office.getByRole('button', { name: '报名情况' }).click()
    await seen(office.getByText('林** 139****5678'))
    await office.getByRole('button', { name: '查看手机号' }).click()
    await office.getByLabel(/原因/).fill('活动改期要通知')
    await office.getByRole('dialog').last().getByRole('button', { name: '查看手机号' }).click()
    await seen(office.getByRole('link', { name: '13900005678' }))

    const books = await house.openAs(finance, 'desk', '/events')
    await seen(books.getByText('共 1 份，预算 ¥16'), books.getByText('春日试饮会').first())
    expect(await books.getByText('林').count()).toBe(0)
    expect(await barriersOn(books)).toEqual([])

    await phone.goto(own)
    await phone.getByRole('button', { name: '撤回同意并取消报名' }).click()
    await phone.getByRole('button', { name: '确定取消' }).click()
    await seen(phone.getByRole('heading', { name: '已取消报名' }))
    await gone(phone.getByText('139****5678'))
    await seen(phone.getByText('¥8 代金券'))
    expect(await barriersOn(phone)).toEqual([])
  },
)

test('what cannot be signed up for says why', async () => {
  const brand = await house.app.make.brand()
  const admin = await house.app.make.staff({ role: 'admin', brand })
  const day = 24 * 3600 * 1000
  const at = (days: number) => new Date(house.app.services.now().getTime() + days * day).toISOString()
  const make = async (change: object, state: 'open' | 'closed') => {
    const body = {
      name: { 'zh-CN': '试饮会' },
      startsAt: at(-1),
      endsAt: at(1),
      consent: { 'zh-CN': '同意。' },
      ...change,
    }
    const made = await house.app.as(admin).post<{ id: string; url: string }>('/events', body)
    await house.app.as(admin).put(`/events/${made.body.id}/state`, { state: 'open' })
    if (state === 'closed') await house.app.as(admin).put(`/events/${made.body.id}/state`, { state })
    return new URL(made.body.url).pathname
  }
  const page = await house.open('phone', await make({ startsAt: at(1), endsAt: at(2) }, 'open'))
  await seen(page.getByRole('heading', { name: '还没开始报名' }))
  expect(await barriersOn(page)).toEqual([])
  await page.goto(await make({}, 'closed'))
  await seen(page.getByRole('heading', { name: '活动报名已经结束' }))
  const full = await make({ capacity: 1 }, 'open')
  await house.app.anonymous.post(`/public/events/${full.slice('/e/'.length)}/sign-ups`, {
    submissionId: crypto.randomUUID(),
    name: '先来的',
    phone: '13900000009',
    consent: true,
    consentVersion: 1,
  })
  await page.goto(full)
  await seen(page.getByRole('heading', { name: '名额已满' }), page.getByRole('button', { name: '再看看' }))
  await page.goto('/e/nosuchevent')
  await seen(page.getByRole('heading', { name: '没找到这个活动' }))
})
