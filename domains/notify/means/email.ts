import { createTransport } from 'nodemailer'
import { findBrandName } from '#domains/people'
import type { Ctx } from '#platform/context'
import { refuseHost } from '#platform/http/refused-address'
import { SendFault } from '../send/send-fault.ts'
import type { PersonMeans } from './person-message.ts'
import { findSender, type SenderRow } from './sender-data.ts'

export type MailSettings = { host: string; port: number; tls: boolean; user: string; from: string }
const TIMEOUT_MS = 15_000

/** Sends by the brand's mailbox for notices. The message id is ours, so a repeat is known as one. */
export const sendByMail: PersonMeans = async (ctx, { addresses }, message) => {
  const { row, brand } = await ctx.transaction(async (tx) => ({
    row: await findSender(tx, 'email'),
    brand: await findBrandName(tx),
  }))
  if (!row?.on) throw new SendFault('meansOff')
  if (!addresses.email) throw new SendFault('noAddress')
  const { from, host } = row.settings as MailSettings
  await mustBeAllowed(host)
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') || 'huiyin'
  const transport = transportOf(ctx, row)
  try {
    await transport.sendMail({
      from,
      to: addresses.email,
      subject: message.title,
      text: [message.title, message.body, message.url, '', brand].filter((l) => l !== undefined).join('\n'),
      messageId: `<${message.id}.notice@${domain}>`,
      headers: { 'auto-submitted': 'auto-generated', ...(message.urgent ? { importance: 'high' } : {}) },
    })
  } catch (error) {
    throw mailFault(error)
  } finally {
    transport.close()
  }
}

/** Signs in at the mailbox and goes. Errors: SendFault. */
export async function checkMail(ctx: Ctx): Promise<void> {
  const row = await ctx.transaction((tx) => findSender(tx, 'email'))
  if (!row) throw new SendFault('meansOff')
  await mustBeAllowed((row.settings as MailSettings).host)
  const transport = transportOf(ctx, row)
  try {
    await transport.verify()
  } catch (error) {
    throw mailFault(error)
  } finally {
    transport.close()
  }
}

async function mustBeAllowed(host: string): Promise<void> {
  await refuseHost(host).catch(() => {
    throw new SendFault('refusedAddress', { data: { host } })
  })
}

function transportOf(ctx: Ctx, row: SenderRow) {
  const { host, port, tls, user } = row.settings as MailSettings
  const pass = ctx.keys.open(row.brand_id, row.secrets_enc)
  return createTransport({
    host,
    port,
    secure: tls,
    ...(user ? { auth: { user, pass } } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
}

function mailFault(error: unknown): SendFault {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string }
  const data = { code: responseCode ?? code ?? '', words: (message ?? '').slice(0, 200) }
  if (code === 'EAUTH') return new SendFault('mailSignIn', { data })
  if (code === 'ETIMEDOUT') return new SendFault('timedOut', { again: true, data })
  if (code === 'ESOCKET' || code === 'ECONNECTION' || code === 'EDNS' || code === 'ECONNREFUSED')
    return new SendFault('unreachable', { again: true, data })
  if (responseCode && responseCode >= 400 && responseCode < 500)
    return new SendFault('broken', { again: true, data })
  if (code === 'EENVELOPE') return new SendFault('personUnknown', { data })
  return new SendFault('refused', { data })
}
