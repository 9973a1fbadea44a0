import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const DAY_MS = 86_400_000
const STAR = { name: /^4 颗星/ }

type Party = Awaited<ReturnType<typeof party>>

/** A shop whose customer once had the wrong drink; handled, accepted and closed long ago. */
async function party() {
  const found = await house.found({
    name: '茶屿',
    pack: 'milk_tea',
    shop: '文三路店',
    people: {
      agent: '陈客服',
      lead: '周主管',
      shop_manager: '李店长',
      region_manager: '吴区域',
      quality: '何品控',
    },
  })
  return found
}

/** Told at the table, closed by the lead `days` ago; answers with the ticket and the customer's page. */
async function closedLongAgo({ shop, people, table }: Party, severity: number, days: number) {
  const { app } = house
  const now = Date.now()
  app.setNow(new Date(now - days * DAY_MS).toISOString())
  const sent = await app.anonymous.post<{ number: string; progress: string }>(
    `/public/forms/${table.slice(3)}/feedback`,
    {
      submissionId: crypto.randomUUID(),
      content: '少糖做成了全糖，喝不下去',
      mood: 'bad',
      contact: '13800001234',
    },
  )
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  const lead = app.as(people.lead)
  const triage = { kind: 'complaint', categories: ['drink.too_sweet'], severity, impact: 1, reason: '' }
  await lead.put(`/tickets/${id}/triage`, triage)
  await lead.put(`/tickets/${id}/proposal`, { text: '补做一杯，原单退款' })
  await lead.put(`/tickets/${id}/investigation`, { cause: 'order_misread', measure: '出杯前再念一遍单' })
  const closed = await lead.put(`/tickets/${id}/closure`, { note: '顾客收下了' })
  expect(closed.status, closed.text).toBe(200)
  app.setNow(new Date(now).toISOString())
  await app.sweep()
  return { id, number: sent.body.number, progress: sent.body.progress }
}

test('two taps on the own page open the ticket again, even after the time for reopening', async () => {
  const { shop, people, ...rest } = await party()
  const ticket = await closedLongAgo({ shop, people, ...rest }, 2, 40)

  const phone = await house.open('phone', ticket.progress)
  await seen(phone.getByRole('heading', { name: '问题真的解决了吗？' }))
  expect(await phone.getByRole('button', { name: '问题还没解决' }).count()).toBe(0)
  await phone.getByRole('button', { name: '还有问题' }).click()
  await phone.getByRole('textbox', { name: '现在是什么情况，写一句就好' }).fill('昨天又是全糖')
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '告诉我们' }).click()
  await seen(phone.getByRole('heading', { name: '对不起，上次没给您办好' }), phone.getByText('昨天又是全糖'))

  const desk = await house.openAs(people.lead, 'desk', `/tickets/${ticket.id}`)
  await seen(desk.getByText('回访：顾客说还有问题（书面）'), desk.getByText('第 2 次处理开始'))
})

test('a call from the work list opens the ticket again, with what the customer said', async () => {
  const { shop, people, ...rest } = await party()
  const ticket = await closedLongAgo({ shop, people, ...rest }, 3, 2)

  const desk = await house.openAs(people.agent, 'desk', '/revisits')
  const line = desk.getByRole('link', { name: /少糖做成了全糖/ })
  await seen(line, desk.getByRole('navigation').getByRole('link', { name: /回访/ }))
  await line.click()
  const sheet = desk.getByRole('dialog')
  await seen(
    sheet.getByText('可以这样说'),
    sheet.getByText(/我是.*陈客服/),
    sheet.getByText('补做一杯，原单退款'),
  )
  await sheet.getByRole('button', { name: '看号码去打' }).click()
  await seen(sheet.getByRole('link', { name: /13800001234/ }))
  await sheet.getByText('不满意', { exact: true }).click()
  await sheet.getByText('问题还在', { exact: true }).click()
  await sheet.getByRole('textbox').fill('第二天去买还是全糖，答应的退款也没到')
  expect(await barriersOn(desk)).toEqual([])
  await sheet.getByRole('button', { name: '记下，重新打开工单' }).click()
  await seen(desk.getByText('现在没有要打的电话'))

  const again = await house.openAs(people.lead, 'desk', `/tickets/${ticket.id}`)
  await seen(
    again.getByText('第二天去买还是全糖，答应的退款也没到'),
    again.getByText(/回访：顾客说还有问题（电话）/),
    again.getByText('第 2 次处理开始'),
  )
})

test('an answer given without a network goes out by itself when it is back', async () => {
  const { shop, people, ...rest } = await party()
  const ticket = await closedLongAgo({ shop, people, ...rest }, 2, 4)
  const phone = await house.open('phone', ticket.progress)
  await seen(phone.getByRole('heading', { name: '问题真的解决了吗？' }))
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: '都好了' }).click()
  await phone.getByRole('radio', STAR).check({ force: true })
  await phone.getByRole('button', { name: '送出', exact: true }).click()
  await seen(phone.getByText(/现在没有网络。您写的已经存在手机里/))
  await phone.context().setOffline(false)
  await seen(phone.getByRole('heading', { name: '谢谢您告诉我们' }))
  const read = await house.app.as(people.lead).get(`/tickets/${ticket.id}`)
  expect(read.body).toMatchObject({ status: 'closed', rating: { stars: 4 } })
})
