import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertOutbound } from '#domains/channels'
import { systemContext } from '#platform/context'
import { mailText } from '../../../test/simulators/mail.ts'
import { type MailWorld, openMailWorld } from '../../../test/support/mail-world.ts'

let world: MailWorld
beforeAll(async () => {
  world = await openMailWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.save({ tenant: '' })
  world.mail.smtp.mails.length = 0
})

test('when it is connected, only what nobody has read lately comes in', async () => {
  const fresh = await openMailWorld()
  const { mail, app } = fresh
  const daysAgo = (n: number) => new Date(app.services.now().getTime() - n * 86_400_000)
  await fresh.save({ folder: 'INBOX', user: 'care@brand.test', imapHost: 'localhost' })
  mail.imap.receive(mailText({ subject: 'x', text: '昨天没读的' }), daysAgo(1))
  mail.imap.receive(mailText({ subject: 'x', text: '昨天读过的' }), daysAgo(1), ['\\Seen'])
  mail.imap.receive(mailText({ subject: 'x', text: '上个月没读的' }), daysAgo(30))
  await fresh.later()
  const counts = ['昨天没读的', '昨天读过的', '上个月没读的'].map((t) => fresh.ticketsOf(t))
  expect((await Promise.all(counts)).map((t) => t.length)).toEqual([1, 0, 0])
  expect(mail.imap.flags()).toEqual([[], ['\\Seen'], []])
  await fresh.close()
})

test('of a mail that is too large the words come, and it is told', async () => {
  await world.save({ mostMb: 1 })
  const boundary = 'BB'
  const text = `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n附件太大的信\r\n--${boundary}\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="big.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${'JVBERi0x'.repeat(200_000)}\r\n--${boundary}--\r\n`
  const headers = {
    'Content-Type': `multipart/mixed; boundary="${boundary}"`,
    'Content-Transfer-Encoding': '7bit',
  }
  world.receive({ subject: '大信', text, headers })
  await world.later()
  const [found] = await world.ticketsOf('附件太大的信')
  expect(found!.entries[0]!.data).toMatchObject({ about: { subject: '大信', cut: 'true' } })
})

test('a form of the website that writes in our name is the customer’s; a group’s list headers are no newsletter when so set', async () => {
  world.receive({
    subject: '官网留言',
    text: '表单里的话',
    from: 'care@brand.test',
    headers: { 'Reply-To': 'visitor@mail.test' },
  })
  world.receive({ subject: '群组', text: '写给群组的话', headers: { 'List-Id': '<care.brand.test>' } })
  await world.later()
  const [form] = await world.ticketsOf('表单里的话')
  expect(world.mail.smtp.mails.map((m) => m.envelope.to)).toEqual([['visitor@mail.test']])
  expect(form).toBeDefined()
  const [stray] = await world.strays()
  expect(stray!.problem).toBe('bulkMail')
  await world.save({ bulk: 'ticket' })
  await world.app.as(world.admin).post(`/channels/strays/${stray!.id}`, { deed: 'again' })
  await world.later()
  expect(await world.ticketsOf('写给群组的话')).toHaveLength(1)
  expect(world.mail.smtp.mails).toHaveLength(1)
})

test('an answer goes where the customer wants it, and that address is not kept in the clear', async () => {
  const wanted = { headers: { 'Reply-To': 'Me <elsewhere@mail.test>' } }
  const first = await world.opened('请回到我另一个邮箱', 'here@mail.test', wanted)
  await world.reply(first.id, '好的')
  await world.later()
  expect(world.mail.smtp.mails.map((m) => m.envelope.to)).toEqual([
    ['elsewhere@mail.test'],
    ['elsewhere@mail.test'],
  ])
  const rows = await world.app.services.db.inBrand(world.admin.brandId, (tx) =>
    tx.selectFrom('channels.conversation').select('state').execute(),
  )
  expect(JSON.stringify(rows)).not.toContain('elsewhere@')
})

test('automatic mails on one ticket come to an end, people’s do not', async () => {
  await world.save({ ticketStop: 2 })
  const first = await world.opened('机器对机器', 'loop@mail.test')
  const { services } = world.app
  const ctx = systemContext(services, world.admin.brandId)
  for (let i = 0; i < 3; i++) {
    await ctx.transaction(async (tx) => {
      const row = await tx
        .selectFrom('tickets.ticket')
        .select(['channel_id', 'conversation_id', 'number'])
        .where('id', '=', first.id)
        .executeTakeFirstOrThrow()
      const ticket = { number: `HY-${row.number}`, title: 'x', progress: 'http://localhost/t/x' }
      const payload = { text: `自动 ${i}`, photos: [], purpose: 'notice' as const, ticket }
      const { channel_id, conversation_id } = row
      await insertOutbound(tx, ctx, services.now(), [
        { id: crypto.randomUUID(), channel_id, conversation_id, ticket_id: first.id, payload },
      ])
    })
    await world.later()
  }
  await world.reply(first.id, '我是人，我在')
  await world.later()
  const sent = world.mail.smtp.mails.map((m) => m.headers.get('auto-submitted') ?? 'person')
  expect(sent).toEqual(['auto-replied', 'auto-generated', 'person'])
})

test('plus addresses carry the ticket and bring a bounce home, when they are switched on', async () => {
  await world.save({ plus: true, emptySender: true })
  const first = await world.opened('加号地址', 'plus@mail.test')
  const [ack] = world.mail.smtp.mails
  expect(ack!.envelope.from).toBe('')
  await world.reply(first.id, '您好')
  await world.later()
  const answer = world.mail.smtp.mails.at(-1)!
  expect(answer.envelope.from).toMatch(/^care\+b-.*@brand\.test$/)
  const replyTo = answer.replyTo!.value[0]!.address!
  world.receive({ subject: '别的标题', text: '什么都丢了，只剩地址', from: 'other@phone.test', to: replyTo })
  await world.later()
  expect((await world.ticket(first.id)).said).toEqual(['加号地址', '什么都丢了，只剩地址'])
  world.receive({
    subject: '系统退信',
    text: '收件人邮箱地址不存在：plus@mail.test',
    from: 'postmaster@mail.test',
    to: answer.envelope.from,
  })
  await world.later()
  const told = (await world.ticket(first.id)).entries.find((e) => e.text === '您好')
  expect(told).toMatchObject({ delivery: 'failed', deliveryProblem: 'addressUnknown' })
})

test('Microsoft 365 is signed in to with a token, which is renewed once when it is refused', async () => {
  let given = 0
  const asked: string[] = []
  const microsoft = createServer((req, res) => {
    asked.push(req.url!)
    given += 1
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify({ access_token: `token-${given}`, expires_in: 3600, token_type: 'Bearer' }))
  })
  await new Promise<void>((ready) => microsoft.listen(0, '127.0.0.1', ready))
  const tokenUrl = `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}`
  const setToken = (token: string) => {
    world.mail.imap.setToken(token)
    world.mail.smtp.setToken(token)
  }
  setToken('token-1')
  await world.save({ password: '', tenant: 'brand', clientId: 'app', clientSecret: 'secret', tokenUrl })
  expect((await world.check()).steps.filter((s) => s.fault)).toEqual([])
  expect(asked).toEqual(['/brand/oauth2/v2.0/token'])
  setToken('token-2')
  world.receive({ subject: 'x', text: '令牌换过以后', from: 'token@mail.test' })
  await world.later()
  expect(await world.ticketsOf('令牌换过以后')).toHaveLength(1)
  expect(world.mail.smtp.mails).toHaveLength(1)
  expect(given).toBe(2)
  microsoft.close()
})

test('a certificate that nobody vouches for stops the sign-in before the password leaves', async () => {
  await world.save({ imapSecurity: 'starttls' })
  const before = world.mail.imap.signIns()
  const { steps } = await world.check()
  expect(steps.filter((s) => s.fault).map((s) => `${s.step} ${s.fault}`)).toEqual(['imapConnect certificate'])
  expect(world.mail.imap.signIns()).toBe(before)
})
