import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { MILK_TEA } from '#test/order-world'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { agent: '沈知夏', shop_manager: '许文静', admin: '程立', quality: '何品控' } as const

async function begin() {
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const cook = await house.app.make.staff({ role: 'kitchen', shop: founded.shop, name: '阿强' })
  return { ...founded, cook }
}

const item = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) })

/** Chooses one of a list of Ant's by its words. */
async function choose(page: Page, field: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.locator(`.ant-select-dropdown:visible .ant-select-item-option[title="${choice}"]`).click()
}

test('the brand adds an item with options; a shop sells it out with one touch, and a new order is not offered it', async () => {
  const { people: staff, shop } = await begin()
  const desk = await house.openAs(staff.admin, 'desk', '/menu')
  await seen(desk.getByText('菜单还是空的'))
  await desk.getByRole('button', { name: '新增品项' }).click()
  const form = desk.getByRole('dialog', { name: '新增品项' })
  await form.getByRole('button', { name: '保存' }).click()
  await seen(form.getByText('请填这一项'))
  await form.getByLabel('名称', { exact: true }).fill('多肉葡萄')
  await form.getByLabel('SKU').fill('grape')
  await form.getByRole('combobox', { name: '分组' }).fill('鲜果茶')
  await form.getByLabel('价格').fill('22')
  await choose(desk, '工位', '茶底')
  await form.getByRole('spinbutton', { name: '标准时间' }).fill('1.5')
  await form.getByRole('button', { name: '加一组选项' }).click()
  await form.getByLabel('选什么').fill('甜度')
  await form.getByLabel('第 1 个选择', { exact: true }).fill('少糖')
  await form.getByRole('button', { name: '加一个' }).click()
  await form.getByLabel('第 2 个选择', { exact: true }).fill('少糖')
  await form.getByRole('button', { name: '保存' }).click()
  await seen(form.getByText('「少糖」写了两次，请改名或删掉一个。'))
  await form.getByLabel('第 2 个选择', { exact: true }).fill('加料芋圆')
  await form.getByLabel('第 2 个选择加价').fill('3')
  expect(await barriersOn(desk)).toEqual([])
  await form.getByRole('button', { name: '保存' }).click()
  await gone(form)
  const line = item(desk, '多肉葡萄')
  await seen(line.getByText('grape'), line.getByText('茶底 · 90 秒'), line.getByText('¥22'))

  const phone = await house.openAs(staff.shop_manager, 'phone', '/menu')
  await seen(phone.getByText('湖滨银泰店'), item(phone, '多肉葡萄').getByText('这家店没有这个工位'))
  await phone.getByRole('button', { name: '把多肉葡萄设为售罄' }).click()
  await seen(
    item(phone, '多肉葡萄').getByText('售罄').first(),
    phone.getByRole('button', { name: '恢复多肉葡萄' }),
  )
  expect(await barriersOn(phone)).toEqual([])

  const agent = await house.openAs(staff.agent, 'desk', `/menu?shopId=${shop.id}`)
  await seen(item(agent, '多肉葡萄').getByText('售罄'))
  expect(await agent.getByRole('button', { name: '恢复多肉葡萄' }).count()).toBe(0)
  const order = await house.openAs(staff.agent, 'desk', '/orders/new')
  await seen(order.getByText('售罄'))

  // Whoever has the page open sees it come back without asking.
  await phone.getByRole('button', { name: '恢复多肉葡萄' }).click()
  await seen(item(agent, '多肉葡萄').getByText('在售', { exact: true }))
})

test('a shop sets up its stations and its own price', async () => {
  const { people: staff, shop } = await begin()
  await house.app.as(staff.admin).post('/menu', MILK_TEA)
  const page = await house.openAs(staff.shop_manager, 'desk', '/menu?part=stations')
  await page.getByRole('button', { name: '茶底（1 个品项）' }).click()
  const drawer = page.getByRole('dialog', { name: '加工位' })
  await drawer.getByLabel('能同时做几份').fill('2')
  await drawer.getByRole('combobox', { name: '谁在这里做' }).fill('阿强')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option[title="阿强"]').click()
  await drawer.getByLabel('能同时做几份').click()
  await drawer.getByRole('button', { name: '保存' }).click()
  await seen(page.getByText('同时做 2 份'), page.getByRole('listitem').getByText('阿强'))
  await gone(page.getByText('菜单用到、这里还没有的工位：'))
  expect(await barriersOn(page)).toEqual([])

  await page.getByRole('button', { name: '品项', exact: true }).click()
  await seen(item(page, '乌龙奶茶'))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const own = page.getByRole('dialog', { name: '乌龙奶茶' })
  await own.getByText('本店另定').click()
  await own.getByLabel('本店价格').fill('18')
  await own.getByRole('button', { name: '保存' }).click()
  await seen(item(page, '乌龙奶茶').getByText('¥18'), item(page, '乌龙奶茶').getByText('品牌价 ¥16'))
  const held = await house.app.as(staff.agent).get<{ priceMinor: number }[]>(`/menu?shopId=${shop.id}`)
  expect(held.body.map((i) => i.priceMinor)).toEqual([1800])
})

test('the kitchen opens a batch; quality stops it, everybody of the shop sees it within seconds, and nobody opens it again', async () => {
  const { people: staff, cook } = await begin()
  await house.app.as(staff.admin).post('/menu', MILK_TEA)
  const kitchen = await house.openAs(cook, 'phone', '/menu?part=batches')
  await kitchen.getByRole('button', { name: '启用新批次' }).click()
  const drawer = kitchen.getByRole('dialog', { name: '启用新批次' })
  await drawer.getByRole('combobox', { name: '原料' }).fill('牛奶')
  await drawer.getByLabel('批号').fill('M-0302')
  await drawer.getByRole('button', { name: '启用', exact: true }).click()
  await seen(kitchen.getByRole('list', { name: '正在用的批次' }).getByText('M-0302'))
  await seen(kitchen.getByText('没登记批次的原料：'), kitchen.getByRole('button', { name: '乌龙茶' }))

  const office = await house.openAs(staff.quality, 'desk', '/menu')
  await office.getByRole('button', { name: '停售', exact: true }).first().click()
  const stop = office.getByRole('dialog', { name: '马上停售' })
  await stop.getByText('批次', { exact: true }).click()
  await stop.getByRole('combobox', { name: '批号' }).fill('M-0302')
  await seen(stop.getByText('牛奶：1 家店正在用'))
  await stop.getByRole('combobox', { name: '原料' }).fill('牛奶')
  await seen(stop.getByText('正在用这一批的门店，会停 1 个品项：乌龙奶茶'))
  await stop.getByRole('button', { name: '有异味、变质' }).click()
  expect(await barriersOn(office)).toEqual([])
  await stop.getByRole('button', { name: '马上停售' }).click()
  await gone(stop)

  const alert = kitchen.getByRole('alert', { name: '现在停售的' })
  await seen(alert.getByText('停售：牛奶 · M-0302'), alert.getByText('有异味、变质'))
  expect(await alert.getByRole('button').count()).toBe(0)
  expect(await barriersOn(kitchen)).toEqual([])
  await kitchen.getByRole('button', { name: '品项', exact: true }).click()
  await seen(item(kitchen, '乌龙奶茶').getByText('停售：有异味、变质'))
  expect(await kitchen.getByRole('button', { name: '把乌龙奶茶设为售罄' }).count()).toBe(0)

  await kitchen.getByRole('button', { name: '在用批次' }).click()
  await kitchen.getByRole('button', { name: '牛奶 M-0302 用完了' }).click()
  await kitchen.getByRole('button', { name: '用完了', exact: true }).last().click()
  await seen(kitchen.getByText('还没有登记批次'))
  await kitchen.getByRole('button', { name: '启用新批次' }).click()
  await drawer.getByRole('combobox', { name: '原料' }).fill('牛奶')
  await drawer.getByLabel('批号').fill('M-0302')
  await drawer.getByRole('button', { name: '启用', exact: true }).click()
  await seen(drawer.getByText(/批次 M-0302 已被停售（有异味、变质）/))

  await office.getByRole('button', { name: '解除停售' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '解除停售' }).click()
  await gone(alert)
})

test('the brand changes how its orders are made, and gives a shop its place from a map', async () => {
  const { people: staff, shop } = await begin()
  const page = await house.openAs(staff.admin, 'desk', '/playbook?section=orders')
  await seen(page.getByText('封口打包'), page.getByText('系统自动确认'))
  await page.getByRole('button', { name: '开始修改' }).click()
  await page.getByRole('button', { name: '加工位' }).click()
  const drawer = page.getByRole('dialog', { name: '加工位' })
  await drawer.getByLabel('名称', { exact: true }).fill('鲜果')
  await drawer.getByRole('button', { name: '存进草稿' }).click()
  await page.getByLabel('缺资料的订单，多久内要联系顾客').fill('8')
  await page.getByLabel('做完护理第几天问皮肤情况').fill('3,')
  await choose(page, '资料齐全的订单', '由人确认')
  await page.getByRole('button', { name: '鲜果' }).waitFor()
  expect(await barriersOn(page)).toEqual([])
  await page.getByRole('button', { name: '检查与改动', exact: true }).click()
  await seen(
    page.getByText('没有发现问题，可以发布。'),
    page.getByText('订单与出餐 › 工位 › 鲜果'),
    page.getByText('订单与出餐 › 多久内联系顾客'),
    page.getByText('1 天、3 天、7 天'),
    page.getByText('由人来', { exact: true }),
  )

  await page.goto('/shops')
  await page.getByRole('button', { name: new RegExp(shop.name) }).click()
  const form = page.getByRole('dialog', { name: '改门店' })
  await form.getByLabel('从地图复制的坐标').fill('西湖边')
  await form.getByLabel('纬度').fill('95')
  await seen(form.getByText('没看出是坐标，要两个数字，例如 31.2304, 121.4737'))
  await form.getByRole('button', { name: '保存' }).click()
  await seen(form.getByText('纬度和经度要一起填，或都空着'))
  await form.getByLabel('从地图复制的坐标').fill('120.1622,30.2547')
  await form.getByLabel('从地图复制的坐标').press('Enter')
  await expect.poll(() => form.getByLabel('纬度').inputValue()).toBe('30.254700')
  expect(await barriersOn(page)).toEqual([])
  await form.getByRole('button', { name: '保存' }).click()
  await gone(form)
  const shops = await house.app.as(staff.admin).get<{ id: string; point: unknown }[]>('/shops')
  expect(shops.body.find(({ id }) => id === shop.id)?.point).toEqual({ lat: 30.2547, lng: 120.1622 })
})
