import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse, photo } from './house.ts'

const house = openHouse()
const SAID = '下午做完水光，脸又红又肿，一直发烫刺痛，眼睛都快睁不开了！'

test.each(Object.keys(SIZES) as Size[])('a skin reaction calls the shop manager, at a %s', async (size) => {
  const { table, people } = await house.found({
    name: '云栀',
    pack: 'beauty',
    shop: '西溪店',
    people: { shop_manager: '邵琳', quality: '方可', advisor: '纪晓雨', agent: '宁宁', lead: '白露' },
  })
  const manager = await house.openAs(people.shop_manager, size, '/counter')
  const quality = await house.openAs(people.quality, size, '/')
  await seen(manager.getByRole('heading', { name: '快速登记' }), quality.getByRole('heading').first())
  const phone = await house.open('phone', table)

  await phone.getByRole('radio', { name: '有问题' }).click()
  await phone.getByRole('radio', { name: '皮肤不舒服' }).click()
  await phone.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await phone.getByLabel('加照片').setInputFiles(await photo('脸.jpg'))
  await phone.getByRole('button', { name: '告诉店长' }).click()
  await phone.getByRole('link', { name: '查看进度' }).click()
  await seen(phone.getByText(SAID))

  const alarm = manager.getByRole('alert').filter({ hasText: '西溪店' })
  const other = quality.getByRole('alert').filter({ hasText: '西溪店' })
  await seen(alarm, other)
  expect(await barriersOn(manager)).toEqual([])
  await alarm.getByRole('link').click()
  await seen(manager.getByText(SAID))
  await manager.getByRole('button', { name: '接手', exact: true }).click()
  await seen(manager.getByText('已接手，警报停了'), manager.getByText(/邵琳 ?接手了警报/))
  await gone(alarm, other)

  await manager.getByRole('tab', { name: '内部备注' }).click()
  await manager
    .getByRole('textbox', { name: '内部备注' })
    .fill('已给顾客冷敷，陪同去市一医院，用过的耗材封存。')
  await manager.getByRole('button', { name: /^记下备注/ }).click()
  await seen(manager.getByText('备注已记下'), manager.getByText('陪同去市一医院'))
  expect(await barriersOn(manager)).toEqual([])

  await phone.reload()
  await seen(phone.getByText(SAID))
  expect(await phone.getByText('陪同去市一医院').count()).toBe(0)
})
