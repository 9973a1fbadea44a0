import type { Attachment } from 'mailparser'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HeardMessage, Raw, Tools } from '../connect/connector.ts'
import { readBounce } from './bounce.ts'
import { sortMail } from './classify.ts'
import { type Mail, parseMail } from './parse-mail.ts'
import { StoredMail } from './read-new.ts'
import * as refs from './references.ts'
import { splitReply } from './reply-text.ts'
import type { MailSettings } from './settings.ts'

const MOST_SIGNS = 10_000
const MOST_QUOTED = 20_000
const MOST_REFERENCES = 12
/** Signatures and counters are small pictures inside the text. */
const LOGO_BYTES = 4096
const REPLY_PREFIX = /^\s*(re|aw|sv|回复|答复|回覆|答覆)\s*(\[\d+\])?\s*[:：]/i

/** What one raw mail says. Errors: ChannelFault unreadable, bulkMail and bounceUnknown, which go to "needs a look". */
export async function readMail(tools: Tools<MailSettings>, raw: Raw): Promise<Heard[]> {
  const stored = StoredMail.safeParse(raw.payload)
  if (!stored.success) throw new ChannelFault('unreadable')
  const mail = await parseMail(Buffer.from(stored.data.mime, 'base64'))
  const addresses = [tools.settings.address, tools.settings.user].map((a) => a.toLowerCase())
  const { kind, mayAnswer } = sortMail(mail, { addresses, mark: refs.ownMark(tools) })
  if (kind === 'own') return ownMail(tools, mail, stored.data, addresses)
  if (kind === 'bounce') return bounced(tools, mail)
  const ticket = ticketOf(tools, mail)
  if (kind === 'auto') return [{ ...messageOf(mail, stored.data, ticket), automatic: true }]
  const { bulk } = tools.settings
  if (kind === 'bulk' && ticket.ticketNumber === undefined) {
    if (bulk === 'ignore') return [{ sort: 'noted', what: 'bulk' }]
    if (bulk === 'look') throw new ChannelFault('bulkMail')
  }
  return [said(tools, mail, stored.data, ticket, mayAnswer)]
}

/** A form on the brand's website writes in our own name, with the customer in Reply-To; everything else of our own is a copy. */
function ownMail(tools: Tools<MailSettings>, mail: Mail, stored: Stored, addresses: string[]): Heard[] {
  const isForm = mail.replyTo && !addresses.includes(mail.replyTo) && !mail.header('x-huiyin-channel')
  if (!isForm) return [{ sort: 'noted', what: 'own' }]
  const from = { address: mail.replyTo, name: '' }
  return [said(tools, { ...mail, from }, stored, ticketOf(tools, mail), true)]
}

type Named = { ticketNumber?: number; ticketHint?: number; fresh?: boolean }

/** Which ticket a mail is about, in the order of the proofs: In-Reply-To, References from the end, the address it went to, the subject's tag. */
function ticketOf(tools: Tools<MailSettings>, mail: Mail): Named {
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()]
  const [proven] = refs.readIds(tools, ids).map((r) => r.ticket)
  const number = proven ?? refs.readReplyAddresses(tools, mail.to)[0]
  if (number !== undefined) return { ticketNumber: number }
  const hint = refs.readTag(mail.subject)
  if (hint !== undefined) return { ticketHint: hint }
  return ids.length || REPLY_PREFIX.test(mail.subject) ? {} : { fresh: true }
}

function said(
  { ctx }: Tools<MailSettings>,
  mail: Mail,
  stored: Stored,
  ticket: Named,
  mayAnswer: boolean,
): HeardMessage {
  const references = [...mail.references, mail.messageId].filter(Boolean)
  const elsewhere = mail.replyTo !== mail.from.address ? mail.replyTo : ''
  const sealed = ctx.keys.seal(ctx.actor.brandId, elsewhere)
  return {
    ...messageOf(mail, stored, ticket),
    state: { machine: !mayAnswer },
    answerTo: {
      id: mail.messageId,
      references: [...references.slice(0, 1), ...references.slice(1).slice(1 - MOST_REFERENCES)],
      subject: mail.subject.slice(0, 250),
      to: sealed?.toString('base64'),
    },
  }
}

type Stored = { at: string; cut: boolean }

function messageOf(mail: Mail, stored: Stored, ticket: Named): HeardMessage {
  const { said: words, quoted } = splitReply(mail.text)
  const text = words || mail.subject
  const { address, name } = mail.from
  if (!address) throw new ChannelFault('unreadable')
  const over = text.length > MOST_SIGNS ? `${text.slice(MOST_SIGNS)}\n` : ''
  return {
    sort: 'message',
    from: { address, name: name || undefined, contact: address },
    text: text.slice(0, MOST_SIGNS),
    quoted: `${over}${quoted}`.slice(0, MOST_QUOTED) || undefined,
    media: mediaOf(mail.attachments),
    ...whenOf(mail, stored),
    about: {
      ...(mail.subject ? { subject: mail.subject.slice(0, 250) } : {}),
      ...(stored.cut ? { cut: 'true' } : {}),
    },
    ...ticket,
  }
}

/** The server's clock counts: that of the sender may say anything. */
function whenOf(mail: Mail, stored: Stored): { at?: Date } {
  const at = stored.at ? new Date(stored.at) : mail.date
  return at && !Number.isNaN(at.getTime()) ? { at } : {}
}

function mediaOf(attachments: Attachment[]) {
  return attachments
    .filter((a) => !(a.related && a.size < LOGO_BYTES))
    .map((a) => ({
      name: (a.filename ?? '').slice(0, 120),
      mime: a.contentType,
      fetch: async () => a.content,
    }))
}

/** A bounce counts only when it carries a mark of ours: anybody can write that a mail did not arrive. */
async function bounced(tools: Tools<MailSettings>, mail: Mail): Promise<Heard[]> {
  const bounce = readBounce(mail)
  const held = mail.attachments.map((a) => a.content.toString('latin1'))
  const [ref] = [
    ...refs.readBounceAddresses(tools, mail.to),
    ...refs.readIds(tools, [
      bounce.originalMessageId,
      mail.header('references'),
      mail.source,
      mail.text,
      ...held,
    ]),
  ]
  if (!ref) {
    if (['delayed', 'delivered', 'relayed', 'expanded'].includes(bounce.action))
      return [{ sort: 'noted', what: 'bounce' }]
    throw new ChannelFault('bounceUnknown')
  }
  if (bounce.action === 'delivered') return [{ sort: 'receipt', externalId: ref.message, state: 'delivered' }]
  if (!bounce.permanent) return [{ sort: 'noted', what: 'bounce' }]
  const failed: Heard = {
    sort: 'receipt',
    externalId: ref.message,
    state: 'failed',
    problem: bounce.problem,
  }
  const gone = bounce.recipients.find((address) => refs.markOf(tools, address) === ref.to)
  if (!bounce.addressGone || !gone) return [failed]
  return [failed, { sort: 'contact', from: { address: gone }, unreachable: bounce.problem }]
}
