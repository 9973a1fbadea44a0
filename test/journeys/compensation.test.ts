import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { everyDay } from '#test/make'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '孩子生日订的四十杯，送到时洒了一大半，蛋糕也泡了，一屋子人没得喝。'
const AMOUNT = 400

test('beyond the limit: the absent manager’s deputy and the region’s manager say yes, the customer hears, finance pays', async () => {
  const { brand, shop, table, people } = await house.found({
    name: '山野茶铺',
    pack: 'milk_tea',
    shop: '武林店',
    people: {
      agent: '沈知夏',
      lead: '顾一鸣',
      shop_manager: '王店长',
      shop_staff: '李小满',
      finance: '邵会珍',
      admin: '罗正',
    },
  })
  const region = await house.app.make.staff({
    role: 'region_manager',
    regionId: shop.regionId,
    brand,
    name: '周区经',
    duty: everyDay(['00:00', '24:00']),
  })
  const admin = await house.openAs(people.admin, 'desk', '/staff')
  await admin
    .getByRole('button', { name: /王店长/ })
    .first()
    .click()
  await admin.getByRole('tab', { name: '请假' }).click()
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await admin.getByLabel('从', { exact: true }).fill(`${day(-1)}T08:00`)
  await admin.getByLabel('到', { exact: true }).fill(`${day(3)}T20:00`)
  await admin.getByRole('combobox', { name: '代理人' }).fill('李小满')
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: '登记请假' }).click()
  await seen(admin.getByText('李小满 代理'))

  const phone = await house.open('phone', table)
  await phone.getByRole('radio', { name: '有问题' }).click()
  await phone.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await phone.getByRole('button', { name: '告诉店长' }).click()
  await phone.getByRole('link', { name: '查看进度' }).click()
  await seen(phone.getByText(SAID))

  const { id } = await house.app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').executeTakeFirstOrThrow(),
  )
  const agent = await house.openAs(people.agent, 'desk', `/tickets/${id}?tab=plan`)
  const panel = agent.getByRole('region', { name: '补偿' })
  await panel.getByRole('button', { name: /换方式或金额|提一笔补偿/ }).click()
  await panel.getByText('退款', { exact: true }).click()
  await panel.getByRole('spinbutton', { name: '金额' }).fill(String(AMOUNT))
  await panel
    .getByRole('textbox', { name: '为什么这样补' })
    .fill('四十杯洒了大半，蛋糕也毁了，按订单金额退。')
  await seen(panel.getByText('需要 店长 李小满 代 王店长 → 区域经理 周区经 2 级审批'))
  expect(await barriersOn(agent)).toEqual([])
  await panel.getByRole('button', { name: '提交审批' }).click()
  await seen(panel.getByText('等审批'), panel.getByText(/李小满.*审批中/))

  const deputy = await house.openAs(people.shop_staff, 'phone', '/todos')
  await deputy.getByRole('button', { name: /审批补偿/ }).click()
  await seen(deputy.getByText('¥400', { exact: true }), deputy.getByText('您代 王店长 审批。'))
  expect(await barriersOn(deputy)).toEqual([])
  await deputy.getByRole('button', { name: '同意' }).click()
  await seen(deputy.getByText('已同意，转给下一级'))

  const manager = await house.openAs(region, 'phone', '/todos')
  await manager.getByRole('button', { name: /审批补偿/ }).click()
  await seen(manager.getByText('李小满（代 王店长） 同意'))
  await manager.getByRole('button', { name: '同意并发放' }).click()
  await seen(manager.getByText('已发放，顾客已收到通知'))

  await seen(panel.getByText('待财务打款'))
  await phone.reload()
  await seen(phone.getByText('¥400 退款'))

  const books = await house.openAs(people.finance, 'desk', '/compensations')
  await seen(books.getByRole('heading', { name: '补偿台账' }), books.getByText('李小满 → 周区经'))
  expect(await books.getByText(SAID.slice(0, 6)).count()).toBe(0)
  expect(await barriersOn(books)).toEqual([])
  await books.getByRole('button', { name: '登记打款' }).click()
  const dialog = books.getByRole('dialog', { name: '登记打款' })
  await dialog.getByRole('textbox', { name: '打款凭证号' }).fill('WX20261122001')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await seen(books.getByText('邵会珍 · WX20261122001'))
}, 240_000)
