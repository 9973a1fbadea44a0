import { expect, test } from 'vitest'
import { textOfHtml } from './html-text.ts'
import { splitReply } from './reply-text.ts'

const QUOTED = '您好，我们已经安排退款。\n[#HY-12]'
const heads: [string, string][] = [
  [
    'QQ 邮箱',
    '------------------ 原始邮件 ------------------\n发件人: "茶里客服" <care@brand.test>;\n发送时间: 2026年3月2日(星期一) 中午12:00\n收件人: "guest"<guest@mail.test>;\n主题: Re: 退款',
  ],
  [
    '网易邮箱',
    '---- 回复的原邮件 ----\n| 发件人 | 茶里客服<care@brand.test> |\n| 日期 | 2026年03月02日 12:00 |',
  ],
  ['网易旧版', 'At 2026-03-02 12:00:00, "茶里客服" <care@brand.test> wrote:'],
  ['苹果邮件', '> 在 2026年3月2日，12:00，茶里客服 <care@brand.test> 写道：'],
  ['Foxmail', '发件人： 茶里客服\n发送时间： 2026-03-02 12:00\n收件人： guest\n主题： Re: 退款'],
  [
    'Outlook',
    '________________________________\nFrom: 茶里客服 <care@brand.test>\nSent: Monday, March 2, 2026 12:00\nTo: guest\nSubject: Re: 退款',
  ],
  ['Gmail, wrapped', 'On Mon, Mar 2, 2026 at 12:00 PM 茶里客服 <care@brand.test>\nwrote:'],
  [
    '阿里邮箱',
    '------------------------------------------------------------------\n发件人：茶里客服 <care@brand.test>\n日　期：2026年03月02日 12:00:00\n收件人：guest\n主　题：Re: 退款',
  ],
  ['台灣', '茶里客服 <care@brand.test> 於 2026年3月2日 週一 下午12:00 寫道：'],
]
for (const [name, head] of heads)
  test(`what ${name} repeats is cut off and kept`, () => {
    const { said, quoted } = splitReply(`还没收到退款，请再查一下。\n\n${head}\n\n${QUOTED}`)
    expect(said).toBe('还没收到退款，请再查一下。')
    expect(quoted).toContain('我们已经安排退款')
  })

test('a forwarded mail and an answer below the quote stay whole', () => {
  const forwarded = `发件人: 商场\n发送时间: 2026年3月2日\n收件人: guest\n主题: 投诉\n\n${QUOTED}`
  expect(splitReply(forwarded).said).toContain('我们已经安排退款')
  const below = `> ${QUOTED.replace('\n', '\n> ')}\n\n可以，谢谢。`
  expect(splitReply(below).said).toContain('可以，谢谢。')
})

test('a list, a dash and a date in a complaint are no quote', () => {
  const text = '3月1日在你们店里：\n- 奶茶太甜\n- 等了 40 分钟\n店员写道：“不退。”\n请处理。'
  expect(splitReply(text)).toEqual({ said: text, quoted: '' })
})

test('the line of a phone at the end is no word of the customer', () => {
  expect(splitReply('杯子漏了\n\n发自我的iPhone').said).toBe('杯子漏了')
})

test('HTML becomes words: nothing runs, nothing is fetched, the quote is known', () => {
  const html = `<html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script>
    <p>奶茶里有<b>头发</b>&nbsp;&amp; 很生气</p><img src="https://spy.test/1.gif" onerror="x()">
    <ul><li>订单 A1</li><li>订单 A2</li></ul><a href="https://x.cn/p">看图</a> <a href="javascript:x()">坏</a>
    <div style="display:none">preheader</div><table><tr><td>单号</td><td>123</td></tr></table>
    <div class="gmail_quote">On Mon, Mar 2, 2026 care wrote:<blockquote>老的话</blockquote></div></body></html>`
  const { said, quoted } = splitReply(textOfHtml(html))
  expect(said).toBe('奶茶里有头发 & 很生气\n\n- 订单 A1\n- 订单 A2\n看图 (https://x.cn/p) 坏\n\n单号 123')
  expect(quoted).toContain('老的话')
  expect(said + quoted).not.toMatch(/spy|alert|javascript|preheader|[<>]/)
})
