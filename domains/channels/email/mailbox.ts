import { ImapFlow, type MailboxObject } from 'imapflow'
import { mustBeAllowed } from '../connect/address-rule.ts'
import type { Tools } from '../connect/connector.ts'
import { wireFault } from './faults.ts'
import type { MailSettings } from './settings.ts'
import { type Credentials, credentialsOf } from './sign-in.ts'

const CONNECT_MS = 15_000
/** Servers end an IDLE after 30 minutes (RFC 2177). */
const RENEW_IDLE_MS = 28 * 60_000

export type Mailbox = { client: ImapFlow; box: MailboxObject; close: () => Promise<void> }

export function placeIn(s: MailSettings) {
  return { server: `${s.imapHost}:${s.imapPort}`, way: 'in' as const }
}

/** The certificate of a private authority counts beside the public ones. */
export function tlsOf(s: MailSettings) {
  return s.certificate ? { ca: s.certificate } : {}
}

/** A connection that is signed in; the client tells who it is (ID), without which 163 refuses to open a folder. Errors: wireFault. */
export async function signIn(tools: Tools<MailSettings>): Promise<ImapFlow> {
  const auth = await credentialsOf(tools)
  try {
    return await connect(tools.settings, auth)
  } catch (error) {
    const { authenticationFailed } = error as { authenticationFailed?: boolean }
    if (!auth.accessToken || !authenticationFailed) throw wireFault(error, placeIn(tools.settings))
  }
  const fresh = await credentialsOf(tools, auth.accessToken)
  return connect(tools.settings, fresh).catch((error: unknown) => {
    throw wireFault(error, placeIn(tools.settings))
  })
}

async function connect(s: MailSettings, auth: Credentials): Promise<ImapFlow> {
  await mustBeAllowed(s.imapHost)
  const client = new ImapFlow({
    host: s.imapHost,
    port: s.imapPort,
    secure: s.imapSecurity === 'tls',
    ...(s.imapSecurity === 'tls' ? {} : { doSTARTTLS: s.imapSecurity === 'starttls' }),
    auth,
    tls: tlsOf(s),
    clientInfo: { name: 'Huiyin', vendor: 'Huiyin', version: '1' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: RENEW_IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** The folder, opened for reading only: what is read here stays unread for the people who share the mailbox. */
export async function openFolder(client: ImapFlow, s: MailSettings): Promise<MailboxObject> {
  try {
    return await client.mailboxOpen(s.folder, { readOnly: true })
  } catch (error) {
    const fault = wireFault(error, placeIn(s))
    if (fault.code !== 'serverRefused') throw fault
    throw Object.assign(fault, { code: 'folderMissing', data: { ...fault.data, folder: s.folder } })
  }
}

export async function openMailbox(tools: Tools<MailSettings>): Promise<Mailbox> {
  const client = await signIn(tools)
  try {
    const box = await openFolder(client, tools.settings)
    const close = () => client.logout().catch(() => client.close())
    return { client, box, close }
  } catch (error) {
    client.close()
    throw error
  }
}
