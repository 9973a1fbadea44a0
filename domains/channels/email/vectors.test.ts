import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBounce } from './bounce.ts'
import { sortMail } from './classify.ts'
import { type Mail, parseMail } from './parse-mail.ts'

type Case = { name: string; raw: string; expect: Record<string, unknown> }
const file = new URL('../../../test/vectors/email.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }
const own = { addresses: ['care@brand.test'], mark: 'mark' }

/** What the vectors say of a mail, read by ours. Their ids carry no check, so the number is read as it stands; `references.test.ts` is about the checks. */
function seen(mail: Mail) {
  const { kind, mayAnswer } = sortMail(mail, own)
  const bounce = kind === 'bounce' ? readBounce(mail) : null
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()].join(' ')
  const ticket = /<t\.(T[\d-]+)\./.exec(ids)?.[1] ?? /\[#(T[\d-]+)\]/.exec(mail.subject)?.[1] ?? null
  return {
    ticket,
    kind,
    subject: mail.subject,
    text: mail.text,
    permanent: bounce?.permanent,
    recipient: bounce?.recipients[0],
    action: bounce?.action,
    status: bounce?.status,
    originalMessageId: bounce?.originalMessageId,
    attachToTicket: ticket,
    autoReplyAllowed: mayAnswer,
    reopensTicket: kind !== 'auto',
    stopsResponseClock: kind !== 'auto',
    by: 'In-Reply-To, then References from the end, then the subject tag',
  }
}

describe('the published mails are read as the reference says', () => {
  for (const { name, raw, expect: expected } of cases)
    test(name, async () => {
      expect(seen(await parseMail(Buffer.from(raw)))).toMatchObject(expected)
    })
})
