import EmailReplyParser from 'email-reply-parser'

/** Marks where the HTML of a mail begins to quote. */
export const QUOTE_MARK = '\u001e'

const RULED =
  /^[\s>*]*-{2,}\s*(原始邮件|原邮件|回复的原邮件|回复的邮件|转发的邮件|原始訊息|原始郵件|original message)\s*-{2,}/i
const WROTE = /^.{6,200}(写道|寫道|wrote|schrieb|a écrit)\s*[:：]?\s*$/i
const FROM = /^[\s>*|]*(发件人|寄件者|寄件人|from)\s*\**\s*[:：|]/i
const OTHER_HEAD =
  /^[\s>*|]*(发送时间|發送時間|时间|日\s*期|收件人|收件者|主\s*题|主旨|寄件日期|sent|date|to|subject)\s*\**\s*[:：|]/i
const SENT_WITH = /^\s*(发自|發自|从我的|來自|来自|发送自|sent from|get outlook for)\s*.{0,40}$/i
const MOST_PARSED = 10_000
const HAS_DATE = /\d{4}|\d{1,2}[月/:.-]\d/

/**
 * What somebody says in a mail, without what it repeats of earlier ones.
 * Shape: `said` and `quoted` together hold all words; a mail in which nothing stands before the quote (an answer below it, a forwarded mail) is left whole.
 */
export function splitReply(text: string): { said: string; quoted: string } {
  const plain = text.replaceAll('\r\n', '\n').replace(/\u00a0/g, ' ')
  const lines = plain.split('\n')
  const cut = lines.findIndex((_, i) => beginsQuote(lines, i))
  const before = (cut < 0 ? plain : lines.slice(0, cut).join('\n')).replace(/\n[-_=]{10,}\s*$/, '')
  const after = cut < 0 ? '' : lines.slice(cut).join('\n')
  const clean = (s: string) => s.replaceAll(QUOTE_MARK, '').trim()
  if (!clean(before)) return { said: clean(plain), quoted: '' }
  const visible = withoutDevice(withoutTail(clean(before)))
  if (!visible) return { said: clean(before), quoted: clean(after) }
  const rest = clean(before).startsWith(visible) ? clean(before).slice(visible.length) : ''
  return { said: visible, quoted: clean(`${rest}\n${after}`) }
}

/** Quoted lines and signatures at the end. The library's patterns grow with the square of the length, so what is too long for a mail by hand is left alone. */
function withoutTail(text: string): string {
  if (text.length > MOST_PARSED) return text
  return new EmailReplyParser().read(text).getVisibleText().trim()
}

function beginsQuote(lines: string[], i: number): boolean {
  const line = lines[i]!
  if (line.includes(QUOTE_MARK) || RULED.test(line)) return true
  if (WROTE.test(line) && HAS_DATE.test(line)) return true
  const two = `${line} ${lines[i + 1] ?? ''}`
  if (/^\s*(on|at|在|于|於)\s/i.test(line) && WROTE.test(two) && HAS_DATE.test(line)) return true
  return FROM.test(line) && lines.slice(i + 1, i + 6).filter((l) => OTHER_HEAD.test(l)).length >= 2
}

/** "发自我的iPhone" and the like at the end. */
function withoutDevice(text: string): string {
  const lines = text.split('\n')
  while (lines.length > 1 && (SENT_WITH.test(lines.at(-1)!) || !lines.at(-1)!.trim())) lines.pop()
  return lines.join('\n').trimEnd()
}
