import { randomUUID } from 'node:crypto'
import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const BURNT = '做完果酸焕肤右脸又红又肿，起了水泡，刺痛，睁不开眼，你们快给个说法'
const people = {
  admin: '金文静',
  agent: '戴思琪',
  advisor: '程清扬',
  quality: '闻人杰',
  executive: '陶静怡',
  region_manager: '宋薇',
  shop_manager: '蔺香',
} as const

test('a skin reaction at the screens: graded at the phone, the law’s days follow, the sheet is covered until somebody says why', async () => {
  const { app } = house
  const {
    brand,
    table,
    people: staff,
  } = await house.found({
    name: '云栀',
    pack: 'beauty',
    shop: '联洋 SPA 馆',
    people,
  })
  const told = { submissionId: randomUUID(), content: BURNT, mood: 'bad', locale: 'zh-CN' }
  await app.anonymous.post(`/public/forms/${table.slice('/q/'.length)}/feedback`, told)
  const tickets = await app.as(staff.agent).get<{ rows: { id: string }[] }>('/tickets?view=all')
  const desk = await house.openAs(staff.quality, 'desk', `/tickets/${tickets.body.rows[0]!.id}`)
  await desk.getByRole('button', { name: '打开应急室' }).click()
  await seen(desk.getByText('I-1', { exact: true }), desk.getByText('30 天内上报'))
  const id = new URL(desk.url()).pathname.split('/').at(-1)!

  const phone = await house.openAs(staff.region_manager, 'phone', `/incidents/${id}`)
  await phone.getByRole('button', { name: '我来' }).click()
  await phone.getByRole('button', { name: '级别：一般，点开修改' }).click()
  await phone.getByRole('menuitem', { name: /^严重/ }).click()
  await seen(phone.getByRole('button', { name: '级别：严重，点开修改' }))
  // The desk hears of it by itself.
  await seen(desk.getByText('15 天内上报').first())
  await gone(desk.getByText('30 天内上报', { exact: true }))
  expect(await barriersOn(phone)).toEqual([])

  const values = { person: '谢**，女，成年', symptoms: '右颊红肿起泡', product: '果酸焕肤液 20%' }
  await app.as(staff.advisor).put<Room>(`/incidents/${id}/sheet`, { values })
  await desk
    .getByRole('tablist', { name: '应急室的各部分' })
    .getByRole('tab', { name: /^登记表/ })
    .click()
  await seen(desk.getByText('已填，遮住了').first(), desk.getByText('敏感信息').first())
  expect(await desk.locator('body').innerText()).not.toContain('右颊红肿起泡')
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '看遮住的内容' }).click()
  const reveal = desk.getByRole('dialog', { name: '查看敏感信息' })
  await reveal.getByRole('button', { name: '上报监管部门' }).click()
  await reveal.getByRole('button', { name: '查看', exact: true }).click()
  await seen(reveal.getByText('右颊红肿起泡'))
  const { body: audit } = await app
    .as(staff.admin)
    .get<{ entries: { actor: string; data: { reason: string } }[] }>(
      `/audit?action=incidents.reveal&subjectId=${id}`,
    )
  expect(audit.entries).toMatchObject([{ actor: '闻人杰', data: { reason: '上报监管部门' } }])

  // A covered line is filled in anew or left as it is; what is typed while the sheet is saved is still to be saved.
  await desk.keyboard.press('Escape')
  await gone(reveal)
  const symptoms = desk.getByRole('textbox', { name: /^症状/ })
  const anew = desk
    .locator('#room-part div')
    .filter({ has: desk.locator('#sheet-symptoms') })
    .last()
  await anew.getByRole('button', { name: '重新填' }).click()
  await symptoms.fill('看错了')
  await seen(anew.getByText('存了就换掉原来填的。'))
  await anew.getByRole('button', { name: '取消' }).click()
  await seen(anew.getByText('已填，遮住了'))
  await anew.getByRole('button', { name: '重新填' }).click()
  await symptoms.fill('右颊红肿起泡，眼睑也肿')
  const puts: Route[] = []
  await desk.route(`**/api/incidents/${id}/sheet`, (route) => void puts.push(route))
  await desk.getByRole('button', { name: '保存登记表' }).click()
  await expect.poll(() => puts.length).toBe(1)
  const product = desk.getByRole('textbox', { name: /^产品名称/ })
  await product.fill('果酸焕肤液 20%，开封三天')
  await puts[0]!.continue()
  await seen(anew.getByText('已填，遮住了'))
  expect(await product.inputValue()).toBe('果酸焕肤液 20%，开封三天')
  await seen(desk.getByRole('button', { name: '保存登记表' }))

  // The cook of another shop has no way in.
  const elsewhere = await app.make.shop({ brand, name: '静安店' })
  const cook = await app.make.staff({ role: 'kitchen', shop: elsewhere, name: '阿强' })
  const outside = await house.openAs(cook, 'phone', `/incidents/${id}`)
  await seen(outside.getByText('没有这间应急室'))
})
