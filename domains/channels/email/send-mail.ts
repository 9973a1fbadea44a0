import { createTransport, type SendMailOptions } from 'nodemailer'
import { mustBeAllowed } from '../connect/address-rule.ts'
import type { Outgoing, Sent, Tools } from '../connect/connector.ts'
import { problemOf } from './bounce.ts'
import { slowDown, wireFault } from './faults.ts'
import { tlsOf } from './mailbox.ts'
import * as refs from './references.ts'
import type { MailSettings } from './settings.ts'
import { credentialsOf } from './sign-in.ts'

const DAY_MS = 86_400_000
const HOUR_S = 3600
const TIMEOUT_MS = 20_000
const MOST_SUBJECT = 150

/** `to`: where answers are wanted, sealed, when that is elsewhere. */
type Thread = { id?: string; references?: string[]; subject?: string; to?: string }
/** What the conversation remembers of automatic mails: when the last answer went out, and how many each ticket has had. */
type Automatic = { answeredAt?: string; count?: Record<string, number> }
type Tool = Tools<MailSettings>

/**
 * Sends one mail in the customer's own thread.
 * Shape:  `externalId` is the message's own id, which comes back in a bounce. A machine is not answered by machine, nobody twice a day, and no ticket for ever.
 * Errors: loopStop, quota, a code of problemOf for this address, wireFault for the server.
 */
export async function sendMail(tools: Tool, message: Outgoing): Promise<Sent> {
  const { settings: s, ctx, fault } = tools
  const stopped = leftUnsent(tools, message)
  if (stopped) return { externalId: null, dropped: stopped }
  if (!(await tools.take('mails', s.mostPerHour, HOUR_S)))
    throw new fault('quota', {
      again: true,
      afterS: HOUR_S - (Math.floor(ctx.now().getTime() / 1000) % HOUR_S),
    })
  await deliver(tools, mailOf(tools, message))
  return { externalId: message.id, ...remember(tools, message) }
}

/** The rules against loops, for what no person has written. Returns why it is not sent; empty when it is. */
function leftUnsent({ settings, ctx, fault }: Tool, { purpose, to, ticket }: Outgoing): string {
  if (purpose === 'reply') return ''
  if (to.state.machine) return 'machineSender'
  const { answeredAt, count = {} } = (to.state.automatic ?? {}) as Automatic
  if ((count[ticket?.number ?? ''] ?? 0) >= settings.ticketStop) throw new fault('loopStop')
  const lately = answeredAt && ctx.now().getTime() - Date.parse(answeredAt) < DAY_MS
  return purpose === 'acknowledgement' && lately ? 'answeredToday' : ''
}

const MOST_COUNTED = 20

function remember({ ctx }: Tool, { purpose, to, ticket }: Outgoing): Partial<Sent> {
  if (purpose === 'reply') return {}
  const { answeredAt, count = {} } = (to.state.automatic ?? {}) as Automatic
  const number = ticket?.number ?? ''
  const others = Object.entries(count).filter(([key]) => key !== number)
  const automatic: Automatic = {
    answeredAt: purpose === 'acknowledgement' ? ctx.now().toISOString() : answeredAt,
    count: Object.fromEntries([...others.slice(1 - MOST_COUNTED), [number, (count[number] ?? 0) + 1]]),
  }
  return { state: { automatic } }
}

function mailOf(tools: Tool, message: Outgoing): SendMailOptions {
  const { settings: s, channel, ctx } = tools
  const thread = (message.to.answerTo ?? {}) as Thread
  const elsewhere = thread.to ? ctx.keys.open(ctx.actor.brandId, Buffer.from(thread.to, 'base64')) : ''
  const to = elsewhere || message.to.address
  const number = Number(/^HY-(\d+)$/.exec(message.ticket?.number ?? '')?.[1] ?? 0)
  const ref = { ticket: number, message: message.id, to: refs.markOf(tools, to) }
  const domain = s.address.slice(s.address.lastIndexOf('@') + 1)
  const automatic = message.purpose !== 'reply'
  const sender = s.plus ? refs.bounceAddressOf(tools, s.address, ref) : s.address
  return {
    from: { name: s.senderName || channel.name, address: s.address },
    to,
    subject: subjectOf(thread.subject ?? '', message),
    text: textOf(message),
    date: ctx.now(),
    messageId: refs.messageIdOf(tools, ref, domain),
    ...(thread.id ? { inReplyTo: thread.id, references: thread.references ?? [thread.id] } : {}),
    ...(s.plus && number ? { replyTo: refs.replyAddressOf(tools, s.address, number) } : {}),
    envelope: { from: s.emptySender && message.purpose === 'acknowledgement' ? '' : sender, to },
    headers: {
      'X-Huiyin-Channel': refs.ownMark(tools),
      ...(automatic
        ? {
            'Auto-Submitted': message.purpose === 'acknowledgement' ? 'auto-replied' : 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
          }
        : {}),
    },
    attachments: message.photos.map((p) => ({ filename: p.name, content: p.bytes, contentType: p.mime })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** `Re: <their subject> [#HY-12]`: the number stays when everything else of the thread is dropped. */
function subjectOf(theirs: string, { ticket }: Outgoing): string {
  const tag = ticket ? ` [#${ticket.number}]` : ''
  const bare = theirs
    .replace(/\s*\[#HY-\d+\]/gi, '')
    .replace(/^(\s*(re|回复|答复|回覆|答覆)\s*[:：])+\s*/i, '')
  const words = (bare ? `Re: ${bare}` : (ticket?.title ?? '')).replace(/\s+/g, ' ').trim()
  return `${[...words].slice(0, MOST_SUBJECT).join('')}${tag}`.trim()
}

/** Under the words, where mail programs expect a signature: the number and the customer's own page. */
function textOf({ text, ticket }: Outgoing): string {
  if (!ticket || text.includes(ticket.progress)) return text
  return `${text}\n\n-- \n${ticket.number} · ${ticket.progress}`
}

type Refusal = { code?: string; responseCode?: number; response?: string; rejected?: string[] }

async function deliver(tools: Tool, mail: SendMailOptions): Promise<void> {
  const auth = await credentialsOf(tools)
  try {
    return await post(tools, mail, auth)
  } catch (error) {
    if (!auth.accessToken || (error as Refusal).code !== 'EAUTH') throw refusalOf(tools, error)
  }
  const fresh = await credentialsOf(tools, auth.accessToken)
  await post(tools, mail, fresh).catch((error: unknown) => {
    throw refusalOf(tools, error)
  })
}

async function post(tools: Tool, mail: SendMailOptions, auth: Awaited<ReturnType<typeof credentialsOf>>) {
  await mustBeAllowed(tools.settings.smtpHost)
  const transport = transportOf(tools.settings, auth)
  try {
    await transport.sendMail(mail)
  } finally {
    transport.close()
  }
}

export function placeOut(s: MailSettings) {
  return { server: `${s.smtpHost}:${s.smtpPort}`, way: 'out' as const }
}

export function transportOf(s: MailSettings, auth: Awaited<ReturnType<typeof credentialsOf>>) {
  const { user, pass, accessToken } = auth
  return createTransport({
    host: s.smtpHost,
    port: s.smtpPort,
    secure: s.smtpSecurity === 'tls',
    requireTLS: s.smtpSecurity === 'starttls',
    ignoreTLS: s.smtpSecurity === 'none',
    tls: tlsOf(s),
    auth: accessToken ? { type: 'OAuth2', user, accessToken } : { user, pass },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS * 3,
  })
}

/** A refused mail is the mail's fault, a refused connection the channel's. */
function refusalOf({ settings, fault }: Tool, error: unknown): Error {
  const { responseCode = 0, response = '', code } = error as Refusal
  if (code === 'EAUTH' || !responseCode || !['EENVELOPE', 'EMESSAGE', 'ESTREAM'].includes(code ?? ''))
    return wireFault(error, placeOut(settings))
  const data = { ...placeOut(settings), said: response.slice(0, 200) }
  if (slowDown(response)) return new fault('quota', { again: true, afterS: 900, data })
  if (responseCode < 500) return new fault('mailDelayed', { again: true, afterS: 300, data, cause: error })
  const status = /\b(5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? ''
  const problem = problemOf(status, response)
  return new fault(problem, { data, cause: error, unreachable: problem === 'addressUnknown' })
}
