import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type { TicketLinks } from '#contracts/tickets/links'
import type { MadeStaff } from '#test/make'
import { type MailWorld, openMailWorld } from '../../../test/support/mail-world.ts'

type View = z.infer<typeof Ticket>

let world: MailWorld
let agent: MadeStaff
beforeAll(async () => {
  world = await openMailWorld()
  agent = await world.app.make.staff({ role: 'agent' })
})
afterAll(() => world.close())

const detach = (id: string, entryId: string, reason = '') =>
  world.app.as(agent).post<View>(`/tickets/${id}/detached`, { entryId, reason })
const entryOf = async (id: string, text: string) =>
  (await world.ticket(id)).entries.find((entry) => entry.kind === 'message_in' && entry.text === text)!

const second = (from: string) => `另外，上个月的发票一直没有开给我 ${from}`
/** A thread in which the second mail, with a picture, is about something else. */
async function twoMatters(from: string) {
  const first = await world.opened(`外卖洒了一半，请补送 ${from}`, from, { id: `<one-${from}>` })
  const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: '#a53' } })
  world.receive({
    subject: `Re: 退款 [#${first.number}]`,
    text: [
      `--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${second(from)}`,
      '--part\r\nContent-Type: image/jpeg; name="r.jpg"\r\nContent-Disposition: attachment; filename="r.jpg"',
      `Content-Transfer-Encoding: base64\r\n\r\n${(await picture.jpeg().toBuffer()).toString('base64')}\r\n--part--`,
    ].join('\r\n'),
    from,
    id: `<two-${from}>`,
    headers: {
      References: `<one-${from}>`,
      'Content-Type': 'multipart/mixed; boundary=part',
      'Content-Transfer-Encoding': '8bit',
    },
  })
  await world.later()
  return { first, entry: await entryOf(first.id, second(from)) }
}

test('a second matter gets a ticket of its own, and what the customer answers there comes there', async () => {
  const { first, entry } = await twoMatters('cora@mail.test')
  expect(entry.photos).toHaveLength(1)
  const made = await detach(first.id, entry.id, '发票归财务')
  expect(made.status, made.text).toBe(201)
  const own = made.body
  expect(own).toMatchObject({
    content: entry.text,
    channel: 'email',
    customer: { id: first.customer!.id },
    assignee: { id: expect.any(String) },
  })
  expect(own.id).not.toBe(first.id)

  const opened = await world.ticket(own.id)
  const [said] = opened.entries
  expect(said).toMatchObject({
    kind: 'message_in',
    text: entry.text,
    data: { about: { subject: expect.any(String) } },
  })
  expect(said!.photos).toMatchObject([{ width: 30, height: 20 }])
  expect(said!.photos[0]!.id).not.toBe(entry.photos[0]!.id)
  for (const { photos } of [said!, await entryOf(first.id, entry.text)])
    expect((await world.app.as(agent).get(photos[0]!.url.replace('/api', ''))).status).toBe(200)
  expect(opened.entries.find((e) => e.fact === 'detached_from')).toMatchObject({
    text: '发票归财务',
    data: { number: first.number },
  })
  expect((await world.ticket(first.id)).entries.find((e) => e.fact === 'detached')).toMatchObject({
    data: { number: own.number, entryId: entry.id },
  })
  const links = (await world.app.as(agent).get<z.infer<typeof TicketLinks>>(`/tickets/${own.id}/links`)).body
  expect(links.related.map((one) => one.id)).toEqual([first.id])

  world.mail.smtp.mails.length = 0
  await world.reply(own.id, '发票今天补开')
  await world.later()
  const [answer] = world.mail.smtp.mails
  expect(answer).toMatchObject({
    subject: `Re: 退款 [#${own.number}]`,
    inReplyTo: '<two-cora@mail.test>',
    envelope: { to: ['cora@mail.test'] },
  })
  world.receive({
    subject: `回复：退款 [#${own.number}]`,
    text: '抬头写公司名',
    from: 'cora@mail.test',
    headers: { 'In-Reply-To': answer!.messageId!, References: answer!.messageId! },
  })
  world.receive({ subject: `Re: 退款 [#${first.number}]`, text: '补送的收到了', from: 'cora@mail.test' })
  await world.later()
  expect((await world.ticket(own.id)).said).toEqual([entry.text, '抬头写公司名'])
  expect((await world.ticket(first.id)).said).toEqual([first.content, entry.text, '补送的收到了'])
})

test('the same message twice, even at the same moment, is one ticket', async () => {
  const { first, entry } = await twoMatters('dora@mail.test')
  const made = await Promise.all([1, 2, 3].map(() => detach(first.id, entry.id)))
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  expect(await world.ticketsOf(entry.text)).toHaveLength(1)
})

test('only a later message of the customer, in a ticket of its own, can be taken out, and by whoever may merge', async () => {
  const { first, entry } = await twoMatters('eva@mail.test')
  const [opening] = (await world.ticket(first.id)).entries
  expect((await detach(first.id, opening!.id)).problem).toMatchObject({ code: 'links.onlyMessage' })
  await world.reply(first.id, '马上给您补送')
  const ours = (await world.ticket(first.id)).entries.find((e) => e.kind === 'message_out')!
  expect((await detach(first.id, ours.id)).problem).toMatchObject({ code: 'links.notSaid' })
  const accountant = await world.app.make.staff({ role: 'finance' })
  const refused = await world.app
    .as(accountant)
    .post(`/tickets/${first.id}/detached`, { entryId: entry.id, reason: '' })
  expect(refused.status).toBe(403)
})
