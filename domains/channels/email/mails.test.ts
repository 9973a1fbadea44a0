import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { mailText } from '../../../test/simulators/mail.ts'
import { readBounce } from './bounce.ts'
import { sortMail } from './classify.ts'
import { parseMail } from './parse-mail.ts'

const own = { addresses: ['care@brand.test'], mark: 'our-mark' }
const parse = (raw: string | Buffer) => parseMail(Buffer.from(raw))
const gb = (text: string) => iconv.encode(text, 'gb18030')

describe('the words of the GB family', () => {
  const rare = '㐀𠮷的奶茶：镕堃喆，退款'
  test.each(['gb2312', 'GBK', 'x-gbk', 'gb18030', '"gb2312"'])(
    'labelled %s are read as GB18030',
    async (label) => {
      const name = label.replaceAll('"', '')
      const mail = await parse(
        Buffer.concat([
          Buffer.from(
            `From: =?${name}?B?${gb('张喆').toString('base64')}?= <a@mail.test>\r\nSubject: =?${name}?B?${gb(rare).toString('base64')}?=\r\nContent-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
          ),
          gb(rare),
        ]),
      )
      expect(mail).toMatchObject({
        subject: rare,
        text: rare,
        from: { address: 'a@mail.test', name: '张喆' },
      })
    },
  )
  test('without any label, head and body are still read', async () => {
    const mail = await parse(
      Buffer.concat([gb('From: 张三 <a@mail.test>\r\nSubject: 退款问题\r\n\r\n奶茶太甜了')]),
    )
    expect(mail).toMatchObject({ subject: '退款问题', text: '奶茶太甜了', from: { name: '张三' } })
  })
  test('a part inside a multipart too; an attachment stays as it is', async () => {
    const mail = await parse(
      Buffer.concat([
        Buffer.from(
          'From: a@mail.test\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n',
        ),
        gb('镕'),
        Buffer.from(
          '\r\n--B\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\n',
        ),
        Buffer.from([0x25, 0xff, 0xfe]),
        Buffer.from('\r\n--B--\r\n'),
      ]),
    )
    expect(mail.text).toBe('镕')
    expect(mail.attachments[0]!.content).toEqual(Buffer.from([0x25, 0xff, 0xfe]))
  })
})

describe('whether a machine may answer', () => {
  const cases: [string, Parameters<typeof mailText>[0], string, boolean][] = [
    ['a person', { subject: '退款', text: 'x' }, 'person', true],
    [
      'a person who complains about automatic replies',
      { subject: '自动回复机器人答非所问', text: 'x' },
      'person',
      true,
    ],
    ['Auto-Submitted: no', { subject: 'x', text: 'x', headers: { 'Auto-Submitted': 'no' } }, 'person', true],
    [
      'auto-replied',
      { subject: 'x', text: 'x', headers: { 'Auto-Submitted': 'auto-replied' } },
      'auto',
      false,
    ],
    [
      'auto-generated',
      { subject: 'x', text: 'x', headers: { 'Auto-Submitted': 'auto-generated' } },
      'bulk',
      false,
    ],
    [
      'a subject that says so, as an answer',
      { subject: '自动回复: 休假', text: 'x', headers: { 'In-Reply-To': '<a@b>' } },
      'auto',
      false,
    ],
    ['a list', { subject: 'x', text: 'x', headers: { 'List-Id': '<l.test>' } }, 'bulk', false],
    ['Precedence: junk', { subject: 'x', text: 'x', headers: { Precedence: 'junk' } }, 'bulk', false],
    ['no-reply', { subject: 'x', text: 'x', from: 'no-reply@x.test' }, 'person', false],
    ['postmaster', { subject: 'Hello', text: 'x', from: 'postmaster@x.test' }, 'person', false],
    [
      'an empty envelope sender',
      { subject: 'x', text: 'x', headers: { 'Return-Path': '<>' } },
      'person',
      false,
    ],
    ['our own address', { subject: 'x', text: 'x', from: 'care@brand.test' }, 'own', false],
    ['our own mark', { subject: 'x', text: 'x', headers: { 'X-Huiyin-Channel': 'our-mark' } }, 'own', false],
  ]
  test.each(cases)('%s', async (_, written, kind, mayAnswer) => {
    expect(sortMail(await parse(mailText(written)), own)).toEqual({ kind, mayAnswer })
  })
})

describe('bounces in prose', () => {
  const cases: [string, string, string, string, string][] = [
    [
      'QQ',
      'PostMaster@qq.com',
      '系统退信',
      '抱歉，您的邮件被退回来了……\n收件人：guest@qq.com\n退信原因：收件人邮箱地址不存在',
      'addressUnknown',
    ],
    [
      '163',
      'Postmaster@163.com',
      '系统退信 / Systems bounce',
      '收件人邮件地址（guest@163.com）不存在，邮件无法送达。\nSMTP error: 550 User not found: guest@163.com',
      'addressUnknown',
    ],
    [
      '企业邮',
      'mailer-daemon@exmail.test',
      '退信通知',
      'guest@corp.test 对方邮箱已满，552 5.2.2',
      'mailboxFull',
    ],
    ['spam', 'MAILER-DAEMON@mx.test', 'failure notice', 'guest@x.test: 554 DT:SPM spam', 'mailBlocked'],
    [
      'host',
      'MAILER-DAEMON@mx.test',
      'failure notice',
      '<guest@x.test>: Host not found, 5.4.4',
      'mailHostAway',
    ],
  ]
  test.each(cases)('%s', async (_, from, subject, text, problem) => {
    const mail = await parse(mailText({ from, subject, text }))
    expect(sortMail(mail, own)).toEqual({ kind: 'bounce', mayAnswer: false })
    const bounce = readBounce(mail)
    expect(bounce).toMatchObject({ permanent: true, problem, addressGone: problem === 'addressUnknown' })
    expect(bounce.recipients[0]).toMatch(/^guest@/)
  })
  test('a passing trouble is none', async () => {
    const text = 'Action: delayed\nStatus: 4.4.1\nFinal-Recipient: rfc822; guest@x.test'
    const mail = await parse(
      mailText({ from: 'mailer-daemon@mx.test', subject: 'Delivery Status Notification (Delay)', text }),
    )
    expect(readBounce(mail)).toMatchObject({ permanent: false, action: 'delayed' })
  })
})

test('what has no structure at all is read as far as it goes, quickly', async () => {
  const odd = [
    '',
    '\r\n',
    'From:',
    `From: ${'<'.repeat(5000)}`,
    'Content-Type: multipart/mixed; boundary=B\r\n\r\n--B',
    `Subject: ${'=?'.repeat(20_000)}`,
    `\r\n\r\n${'> '.repeat(100_000)}`,
    `From: a@b.cn\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(3000)}`,
  ]
  for (const raw of odd) expect(await parse(raw)).toMatchObject({ text: expect.any(String) })
})
