import { expect, onTestFinished, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { sendFeedback } from '#test/many-tickets'
import { openWecom } from '../simulators/wecom.ts'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { quality: '秦品之', shop_manager: '沈知夏' } as const
const LOOK = process.env.LOOK_AT

test('three customers say one thing: quality sees it come without asking, why and which tickets, and says that it is none', async () => {
  const { app } = house
  const {
    brand,
    shop,
    people: staff,
  } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  const wecom = await openWecom(
    { key: 'k1', corpId: '', secret: '', agentId: 1, users: [] },
    () => new Date(),
  )
  onTestFinished(() => wecom.close())
  const admin = app.as(await app.make.staff({ role: 'admin', brand }))
  const group = { kind: 'wecom', address: wecom.robotAddress, name: '湖滨银泰店群', groups: ['alarm'] }
  expect((await admin.post('/robots', { ...group, shopId: shop.id })).status).toBe(201)
  const page = await house.openAs(staff.quality, 'desk', '/alarms')
  await seen(page.getByRole('heading', { name: '还没有开始听' }))
  const phones = ['13800002001', '13800002002', '13800002003']
  for (const [n, contact] of phones.entries())
    await sendFeedback(app, shop, `杯底有一块塑料片，第 ${n + 1} 位顾客`, { contact })

  const card = page.getByRole('article')
  await seen(
    card.getByRole('heading', { name: /湖滨银泰店/ }),
    card.getByText(/3 位顾客在说，平时/),
    card.getByText(/才会有一次。$/),
    card.getByRole('img', { name: '听到的和平时的对比' }),
    page.getByRole('link', { name: /预警\s*1/ }),
  )
  await expect.poll(() => card.getByRole('link', { name: /HY-/ }).count()).toBe(3)
  // The shop's own group was told, and hears it again in five minutes unless somebody looks.
  await card.getByText(/^已通知 1 次，最近一次 .+；还没有人看，.+再通知$/).click()
  await seen(card.getByText('第 1 次'), card.getByText('群：湖滨银泰店群'))
  expect(await barriersOn(page)).toEqual([])
  if (LOOK) await page.screenshot({ path: `${LOOK}/alarm-desk.png`, fullPage: true })

  const phone = await house.openAs(staff.shop_manager, 'phone', '/me')
  await phone.getByRole('link', { name: '预警' }).click()
  await seen(phone.getByRole('button', { name: '标为已看' }))
  expect(await barriersOn(phone)).toEqual([])
  if (LOOK) {
    await phone.screenshot({ path: `${LOOK}/alarm-phone.png`, fullPage: true })
    await phone.emulateMedia({ colorScheme: 'dark' })
    await phone.screenshot({ path: `${LOOK}/alarm-dark.png`, fullPage: true })
  }
  await phone.getByRole('button', { name: '标为已看' }).click()
  await seen(card.getByText('已看', { exact: true }), card.getByText(/^已通知 1 次，最近一次 [\d:]+$/))

  await card.getByRole('button', { name: '误报' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '测试或演练' }).click()
  await dialog.getByLabel('说明').fill('今天上午的应急演练')
  if (LOOK) await page.screenshot({ path: `${LOOK}/alarm-dialog.png` })
  await dialog.getByRole('button', { name: '标为误报' }).click()
  await gone(card)
  await page.getByRole('tab', { name: '误报' }).click()
  await seen(card.getByText('今天上午的应急演练'), card.getByRole('button', { name: '撤回误报' }))
  expect(await barriersOn(page)).toEqual([])
  // Back from one of its tickets, the reader stands before the same list.
  await card.getByRole('link', { name: /HY-/ }).first().click()
  await gone(card)
  await page.goBack()
  await seen(card.getByText('今天上午的应急演练'))
})
