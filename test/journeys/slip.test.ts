import { expect, test } from 'vitest'
import { barriersOn, SIZES, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '面里的汤是凉的，等了很久'

test('a till is connected, its slip proves itself, and the ticket says so', async () => {
  const { brand, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const admin = await house.app.make.staff({ role: 'admin', brand })
  const office = await house.openAs(admin, 'desk', '/channels?tab=codes')
  await office.getByRole('button', { name: '做一批码' }).click()
  await office.getByRole('radio', { name: '小票' }).check()
  await office.getByLabel('名称').fill('1号收银机')
  await office.getByRole('button', { name: '做好 1 个码' }).click()
  await seen(office.getByText('接收银机').first(), office.getByText('还没有密钥'))
  await office.getByRole('button', { name: '生成密钥' }).click()
  await seen(office.getByText('密钥只显示这一次'))
  const guide = await office.getByText('回音意见码 · 1号收银机').innerText()
  const link = guide.split('\n').find((line) => line.startsWith('http'))!
  expect(await barriersOn(office)).toEqual([])

  const paste = office.getByRole('textbox', { name: '粘贴小票上的链接' })
  await paste.fill(link.replace('58.00', '5.80'))
  await office.getByRole('button', { name: '验一下' }).click()
  await seen(office.getByText('签名对不上'))
  await paste.fill(link)
  await office.getByRole('button', { name: '验一下' }).click()
  await seen(office.getByText('小票已验证', { exact: true }))
  expect(await barriersOn(office)).toEqual([])

  const phone = await house.open('phone', link.slice(link.indexOf('/q/')))
  await seen(phone.getByText(/小票 A1032 · .*¥58\.00/))
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('radio', { name: '一般' }).click()
  await phone.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await phone.getByRole('button', { name: '告诉店长' }).click()
  await seen(phone.getByRole('heading', { name: '收到了，店长马上看' }))

  const desk = await house.openAs(people.agent, 'desk', '/inbox')
  await desk.getByRole('link', { name: SAID.slice(0, 8) }).click()
  await seen(desk.getByText('A1032'), desk.getByText('小票已验证 · 实付 58.00 元'))
})

test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
  'a tablet is set up from the codes, at a %s',
  async (size) => {
    const { brand } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏' },
    })
    const admin = await house.app.make.staff({ role: 'admin', brand })
    const office = await house.openAs(admin, size, '/channels?tab=codes')
    await office.getByRole('button', { name: '用平板做意见箱' }).first().click()
    await office.getByRole('button', { name: '做好 1 个码' }).click()
    await seen(office.getByText('还没有平板打开过这个链接'), office.getByText('按住左上角的店名 3 秒'))
    await office.getByText('靛蓝').click()
    await seen(office.getByText('保存好了'))
    expect(await barriersOn(office)).toEqual([])
    const url = await office.getByText(/\/k\/\w+\//).innerText()
    const tablet = await house.open('lying', new URL(url).pathname)
    await seen(tablet.getByRole('button', { name: '点这里，说一句' }))
    await expect.poll(() => tablet.evaluate(() => document.documentElement.dataset.tone)).toBe('indigo')
  },
)
