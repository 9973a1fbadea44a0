import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeadLetterList } from '#contracts/channels/connect'
import { mailText } from '../../../test/simulators/mail.ts'
import { type MailWorld, openMailWorld } from '../../../test/support/mail-world.ts'

let world: MailWorld
let app: MailWorld['app']
let mail: MailWorld['mail']
let later: MailWorld['later']
let receive: MailWorld['receive']
let opened: MailWorld['opened']
let reply: MailWorld['reply']
let ticket: MailWorld['ticket']
let ticketsOf: MailWorld['ticketsOf']
let strays: MailWorld['strays']

beforeAll(async () => {
  world = await openMailWorld()
  ;({ app, mail, later, receive, opened, reply, ticket, ticketsOf, strays } = world)
})
afterAll(() => world.close())
beforeEach(() => {
  mail.imap.heal()
  mail.smtp.setPassword('app-password-123')
  mail.smtp.refusals.length = 0
  mail.smtp.mails.length = 0
})

test('a mail becomes a ticket, the acknowledgement carries its number, and an answer goes out in the thread', async () => {
  const first = await opened('奶茶太甜了，要求退款', 'ann@mail.test', { id: '<ann-1@mail.test>' })
  expect(first).toMatchObject({ channel: 'email', assignee: { id: expect.any(String) } })
  expect(first.entries[0]!.data).toMatchObject({ about: { subject: '退款' } })
  const [ack] = mail.smtp.mails
  expect(ack).toMatchObject({ subject: `Re: 退款 [#${first.number}]`, inReplyTo: '<ann-1@mail.test>' })
  expect(ack!.text).toContain(first.number)
  expect(ack!.headers.get('auto-submitted')).toBe('auto-replied')
  expect(ack!.headers.get('x-auto-response-suppress')).toBe('All')

  expect((await reply(first.id, '马上给您退款，请稍等。')).status).toBe(200)
  await later()
  const [, answer] = mail.smtp.mails
  expect(answer).toMatchObject({
    subject: `Re: 退款 [#${first.number}]`,
    inReplyTo: '<ann-1@mail.test>',
    from: { value: [{ name: '茶里客服', address: 'care@brand.test' }] },
    envelope: { from: 'care@brand.test', to: ['ann@mail.test'] },
  })
  expect(answer!.headers.has('auto-submitted')).toBe(false)
  expect(answer!.text).toContain('马上给您退款')

  receive({
    subject: `回复：退款 [#${first.number}]`,
    text: '还没收到退款\n\n在 2026年3月2日，茶里客服 写道：\n> 马上给您退款，请稍等。',
    from: 'Ann <ann@mail.test>',
    headers: { 'In-Reply-To': answer!.messageId!, References: `<ann-1@mail.test> ${answer!.messageId}` },
  })
  await later()
  receive({ subject: `Re: 退款 [#${first.number}]`, text: '现在收到了，谢谢', from: 'ann@mail.test' })
  await later()
  const now = await ticket(first.id)
  expect(now.said).toEqual(['奶茶太甜了，要求退款', '还没收到退款', '现在收到了，谢谢'])
  expect(now.entries.find((e) => e.text === '还没收到退款')!.data.quoted).toContain('马上给您退款')
})

test('a stranger who forges a reference or writes the number into the subject opens a ticket of his own', async () => {
  const first = await opened('地上有水，我滑倒了', 'bea@mail.test')
  const [ack] = mail.smtp.mails
  const forged = ack!.messageId!.replace(/\.[0-9a-f]{16}@/, '.0000000000000000@')
  receive({
    subject: `Re: 退款 [#${first.number}]`,
    text: '我是骗子',
    from: 'thief@evil.test',
    headers: { 'In-Reply-To': forged, References: forged },
  })
  receive({ subject: `Re: [#${first.number}]`, text: '我也是骗子', from: 'thief2@evil.test' })
  await later()
  expect((await ticket(first.id)).said).toEqual(['地上有水，我滑倒了'])
  expect([...(await ticketsOf('我是骗子')), ...(await ticketsOf('我也是骗子'))]).toHaveLength(2)
  // Whoever has our own mail before him may answer it from another address.
  receive({
    subject: '答复: 退款',
    text: '我用公司邮箱回您',
    from: 'bea@office.test',
    headers: { References: ack!.messageId! },
  })
  await later()
  expect((await ticket(first.id)).said).toEqual(['地上有水，我滑倒了', '我用公司邮箱回您'])
})

test('two matters of one customer are two tickets, each answered in its own thread', async () => {
  const one = await opened('杯盖坏了', 'cid@mail.test', { id: '<cid-1@mail.test>' })
  const two = await opened('发票抬头写错了', 'cid@mail.test', { id: '<cid-2@mail.test>', subject: '发票' })
  mail.smtp.mails.length = 0
  await reply(one.id, '给您换一个')
  await reply(two.id, '给您重开')
  await later()
  const sent = mail.smtp.mails.map((m) => ({ subject: m.subject, to: m.inReplyTo! }))
  // Two conversations are written to side by side.
  expect(sent.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
    { subject: `Re: 退款 [#${one.number}]`, to: '<cid-1@mail.test>' },
    { subject: `Re: 发票 [#${two.number}]`, to: '<cid-2@mail.test>' },
  ])
})

test('the same mail ten times, under new numbers and after a restore, is one message', async () => {
  const raw = mailText({ subject: '重复', text: '只说一次', id: '<twice@mail.test>' })
  for (let i = 0; i < 10; i++) mail.imap.receive(raw, app.services.now())
  await later()
  mail.imap.renumber()
  await later()
  mail.imap.receive(raw, app.services.now())
  receive({ subject: '换号以后', text: '换号以后的新信' })
  await later()
  const [found, ...others] = await ticketsOf('只说一次')
  expect(others).toEqual([])
  expect(found!.said).toEqual(['只说一次'])
  expect(await ticketsOf('换号以后的新信')).toHaveLength(1)
  receive({ subject: '重复', text: '同一个号，另一封信', id: '<twice@mail.test>' })
  await later()
  expect(await ticketsOf('同一个号，另一封信')).toHaveLength(1)
})

test('a bounce is told on the ticket and the address is not written to again until it is heard from', async () => {
  const first = await opened('地址会失效', 'gone@mail.test')
  await reply(first.id, '您好')
  await later()
  const answer = mail.smtp.mails.at(-1)!
  mail.imap.receive(bounceOf(answer.messageId!, 'gone@mail.test', '5.1.1'), app.services.now())
  await later()
  const failed = (await ticket(first.id)).entries.find((e) => e.text === '您好')!
  expect(failed).toMatchObject({ delivery: 'failed', deliveryProblem: 'addressUnknown' })
  mail.smtp.mails.length = 0
  await reply(first.id, '还在吗')
  await later()
  expect(mail.smtp.mails).toEqual([])
  receive({ subject: 'Re: 退款', text: '我的邮箱修好了', from: 'gone@mail.test' })
  await later()
  await reply(first.id, '好的')
  await later()
  expect(mail.smtp.mails.map((m) => m.to)).toHaveLength(1)
})

test('nobody can make an address dead: a bounce without our mark, or about somebody else, changes nothing', async () => {
  const first = await opened('我还在', 'alive@mail.test')
  const ack = mail.smtp.mails.at(-1)!
  mail.imap.receive(
    bounceOf(
      '<t.HY-1.aaaaaaaaaaaaaaaaaaaaaaaaa.00000000.0000000000000000@brand.test>',
      'alive@mail.test',
      '5.1.1',
    ),
    app.services.now(),
  )
  mail.imap.receive(bounceOf(ack.messageId!, 'other@mail.test', '5.1.1'), app.services.now())
  await later()
  expect((await strays()).map((s) => s.problem)).toContain('bounceUnknown')
  mail.smtp.mails.length = 0
  await reply(first.id, '收到了吗')
  await later()
  expect(mail.smtp.mails).toHaveLength(1)
})

test('an out-of-office answer is kept on the ticket and moves nothing; machines are not answered by a machine', async () => {
  const first = await opened('等您回复', 'away@mail.test')
  const ack = mail.smtp.mails.at(-1)!
  await reply(first.id, '请补充订单号')
  await later()
  const before = await ticket(first.id)
  receive({
    subject: '自动回复：休假中',
    text: '我在休假',
    from: 'away@mail.test',
    headers: { 'In-Reply-To': ack.messageId!, 'Auto-Submitted': 'auto-replied (vacation)' },
  })
  await later()
  const now = await ticket(first.id)
  expect(now.said.at(-1)).toBe('我在休假')
  expect(now.status).toBe(before.status)
  expect(now.clocks).toEqual(before.clocks)

  mail.smtp.mails.length = 0
  await opened('系统通知里夹着的投诉', 'no-reply@platform.test')
  await opened('第二封', 'away2@mail.test')
  expect(mail.smtp.mails.map((m) => m.envelope.to[0])).toEqual(['away2@mail.test'])
  receive({ subject: '促销', text: 'hi', headers: { 'List-Unsubscribe': '<mailto:u@shop.test>' } })
  receive({ subject: '我们发的', text: '绕回来的', from: 'care@brand.test' })
  await later()
  expect([...(await ticketsOf('hi')), ...(await ticketsOf('绕回来的'))]).toEqual([])
  expect((await strays()).map((s) => s.problem)).toContain('bulkMail')
})

test('one automatic answer per sender and day, however many matters', async () => {
  await opened('第一件事', 'many@mail.test')
  await opened('第二件事', 'many@mail.test')
  await opened('第三件事', 'many@mail.test')
  const acks = () => mail.smtp.mails.filter((m) => m.envelope.to[0] === 'many@mail.test').length
  expect(acks()).toBe(1)
  await later(25 * 60)
  await opened('第二天的事', 'many@mail.test')
  expect(acks()).toBe(2)
})

test('a picture comes along, a signature’s logo does not, and what may not be kept is counted', async () => {
  const boundary = 'BB'
  const part = (type: string, body: string, more = '') =>
    `--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${body}\r\n`
  const text = [
    part(
      'text/plain; charset=gb2312',
      Buffer.from([0xb1, 0xad, 0xd7, 0xd3, 0xc2, 0xa9, 0xc1, 0xcb]).toString('base64'),
    ),
    part(
      'application/pdf',
      Buffer.from('%PDF-1.4\n%%EOF').toString('base64'),
      'Content-Disposition: attachment; filename="a.pdf"\r\n',
    ),
    part(
      'application/zip',
      Buffer.from('PK\u0003\u0004').toString('base64'),
      'Content-Disposition: attachment; filename="a.zip"\r\n',
    ),
    `--${boundary}--\r\n`,
  ].join('')
  receive({
    subject: '照片',
    text,
    headers: {
      'Content-Type': `multipart/mixed; boundary="${boundary}"`,
      'Content-Transfer-Encoding': '7bit',
    },
  })
  await later()
  const [found] = await ticketsOf('杯子漏了')
  expect(found!.entries[0]!.data).toMatchObject({ lost: 1, photos: [expect.any(String)] })
})

test('half a mail, a refused sign-in and a server that is away lose nothing, and the health line tells the truth', async () => {
  const state = world.health
  mail.imap.receive(mailText({ subject: '长信', text: '断了也要收到。'.repeat(3000) }), app.services.now())
  mail.imap.cutAfter(9000)
  await later()
  expect(await state()).toMatchObject({ state: 'fault', code: 'connectionLost' })
  mail.imap.heal()
  await later(70)
  expect(await state()).toMatchObject({ state: 'ok' })
  expect(await ticketsOf('断了也要收到。'.repeat(3000).slice(0, 10_000))).toHaveLength(1)

  mail.imap.setPassword('changed')
  receive({ subject: '密码', text: '改密码时来的信' })
  await later(70)
  expect(await state()).toMatchObject({ state: 'fault', code: 'signInRefused' })
  mail.imap.setPassword('app-password-123')
  await later(70)
  expect(await ticketsOf('改密码时来的信')).toHaveLength(1)

  await mail.imap.down()
  await later(70)
  expect(await state()).toMatchObject({ state: 'fault', code: 'unreachable' })
  receive({ subject: '停机', text: '停机时来的信' })
  await mail.imap.up()
  await later(70)
  expect(await state()).toMatchObject({ state: 'ok' })
  expect(await ticketsOf('停机时来的信')).toHaveLength(1)
})

test('a refused mail is tried again when that may help, and otherwise told; a fault in sending stays red though mail comes in', async () => {
  const first = await opened('投递测试', 'full@mail.test')
  mail.smtp.mails.length = 0
  mail.smtp.refuse('rcpt', 451, '4.7.1 greylisted, try again later', 2)
  await reply(first.id, '稍后再试')
  await later()
  expect(mail.smtp.mails).toEqual([])
  await later()
  await later()
  expect(mail.smtp.mails).toHaveLength(1)

  mail.smtp.refuse('data', 552, '5.2.2 mailbox full')
  await reply(first.id, '满了')
  await later()
  const letters = (await app.as(world.admin).get<z.infer<typeof DeadLetterList>>('/channels/letters')).body
    .letters
  expect(letters[0]).toMatchObject({ problem: 'mailboxFull', ticketId: first.id })

  mail.smtp.setPassword('other')
  await reply(first.id, '密码错了')
  await later()
  await later()
  expect(await world.health()).toMatchObject({
    state: 'fault',
    code: 'signInRefused',
    data: { way: 'out' },
  })
  mail.smtp.setPassword('app-password-123')
  await later(30)
  expect(await world.health()).toMatchObject({ state: 'ok' })
  expect(mail.smtp.mails.at(-1)!.text).toContain('密码错了')
})

test('a mail that goes out twice is one: the same Message-ID', async () => {
  const first = await opened('至少一次', 'once@mail.test')
  await reply(first.id, '只发一次')
  await later()
  const { messageId } = mail.smtp.mails.at(-1)!
  await app.services.db.inBrand(world.admin.brandId, (tx) =>
    tx
      .updateTable('channels.outbound_message')
      .set({ state: 'queued', next_try_at: app.services.now() })
      .where('ticket_id', '=', first.id)
      .execute(),
  )
  await later()
  expect(mail.smtp.mails.at(-1)!.messageId).toBe(messageId)
})

test('what is tested is told step by step, with what is wrong', async () => {
  expect(await world.check()).toMatchObject({
    ok: true,
    steps: [
      { step: 'imapConnect' },
      { step: 'imapSignIn' },
      { step: 'imapFolder' },
      { step: 'smtpConnect' },
      { step: 'smtpSignIn' },
    ],
  })
  const faults = async (settings: object) => {
    expect((await world.save(settings)).status).toBe(200)
    const { steps } = await world.check()
    return steps.filter((s) => s.fault).map((s) => `${s.step} ${s.fault}`)
  }
  expect(await faults({ password: 'wrong' })).toEqual([
    'imapSignIn signInRefused',
    'smtpSignIn signInRefused',
  ])
  expect(await faults({ imapSecurity: 'tls' })).toEqual(['imapConnect tlsFailed'])
  expect(await faults({ smtpSecurity: 'starttls' })).toEqual(['smtpConnect tlsFailed'])
  expect(await faults({ folder: 'Nowhere' })).toEqual(['imapFolder folderMissing'])
  expect(await faults({ imapPort: 1 })).toEqual(['imapConnect unreachable'])
  expect(await faults({ smtpHost: 'no-such-host.invalid', folder: 'INBOX' })).toEqual([
    'smtpConnect hostUnknown',
  ])
  mail.imap.refuseFolder('Unsafe Login. Please contact kefu@188.com for help')
  expect(await faults({})).toEqual(['imapFolder unsafeLogin'])
  mail.imap.refuseFolder('')
  expect(await faults({})).toEqual([])
})

function bounceOf(messageId: string, recipient: string, status: string): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.test>',
    'To: care@brand.test',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <dsn-${Math.random()}@mx.example.test>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B1"',
    '',
    '--B1',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--B1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    '',
    '--B1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--B1--',
    '',
  ].join('\r\n')
}
