import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '#contracts/channels/connect'
import { barriersOn, seen } from '#test/browser'
import { type MailServers, mailText, startMail } from '../simulators/mail.ts'
import { openHouse } from './house.ts'

const house = openHouse()
const WORDS = '外卖少了一份小菜'

let mail: MailServers
beforeAll(async () => {
  mail = await startMail()
})
afterAll(() => mail.stop())

test('a reply that the customer’s mailbox refuses is found in the console, and sent once more when that is mended', async () => {
  const { brand, people } = await house.found({
    name: '禾记面馆',
    pack: 'restaurant',
    shop: '禾记·文三店',
    people: { agent: '小宋', admin: '陆青禾' },
  })
  const admin = house.app.as(people.admin)
  const made = await admin.post<Connection>('/channels', { kind: 'email', name: '客服邮箱' })
  await admin.put(`/channels/${made.body.id}/connection`, { settings: mail.settings() })
  const ticket = () =>
    house.app.services.db.inBrand(brand.id, (tx) =>
      tx.selectFrom('tickets.ticket').select('id').where('content', '=', WORDS).executeTakeFirst(),
    )
  await expect
    .poll(
      async () => (await admin.get<Connection>(`/channels/${made.body.id}/connection`)).body.health.state,
      {
        timeout: 30_000,
      },
    )
    .toBe('ok')
  mail.imap.receive(mailText({ subject: '少了小菜', text: WORDS, from: 'ann@mail.test' }), new Date())
  await expect.poll(ticket, { timeout: 60_000 }).toBeTruthy()
  const { id } = (await ticket())!
  await expect.poll(() => mail.smtp.mails.length, { timeout: 30_000 }).toBe(1)

  mail.smtp.refuse('data', 552, '5.2.2 mailbox full')
  const desk = await house.openAs(people.agent, 'desk', `/tickets/${id}`)
  await desk.getByRole('textbox', { name: '回复顾客' }).fill('给您补一份，再送一张券。')
  await desk.getByRole('button', { name: /^发送/ }).click()
  await seen(desk.getByText('对方邮箱满了').first())

  const console = await house.openAs(people.admin, 'desk', '/channels')
  await console.getByRole('tab', { name: '没发出去的消息 1' }).click()
  const letter = console.getByRole('listitem').filter({ hasText: '给您补一份' })
  await seen(letter.getByText('客服邮箱'), letter.getByText('对方邮箱满了'))
  expect(await barriersOn(console)).toEqual([])
  await letter.getByRole('button', { name: '再发一次' }).click()
  await seen(console.getByText('没有发不出去的消息'))

  await expect.poll(() => mail.smtp.mails.length, { timeout: 30_000 }).toBe(2)
  expect(mail.smtp.mails[1]!.text).toContain('给您补一份，再送一张券。')
  const reply = desk.getByRole('article').filter({ hasText: '给您补一份' })
  await seen(reply.getByText('已发出'), desk.getByText('这条消息起初没能发出（对方邮箱满了'))
  await expect.poll(() => desk.getByText('没有送到').count()).toBe(0)
}, 180_000)
