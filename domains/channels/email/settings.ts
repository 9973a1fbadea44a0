import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

type Preset = { imap: string; smtp: string; smtpPort: number; smtpSecurity: 'tls' | 'starttls' }
const tls = (imap: string, smtp: string): Preset => ({ imap, smtp, smtpPort: 465, smtpSecurity: 'tls' })

/** Servers of the usual providers, as their help pages name them; IMAP is TLS on 993 with all of them. */
const PRESETS: Record<string, Preset> = {
  qq: tls('imap.qq.com', 'smtp.qq.com'),
  netease163: tls('imap.163.com', 'smtp.163.com'),
  netease126: tls('imap.126.com', 'smtp.126.com'),
  tencent: tls('imap.exmail.qq.com', 'smtp.exmail.qq.com'),
  aliyun: tls('imap.qiye.aliyun.com', 'smtp.qiye.aliyun.com'),
  gmail: tls('imap.gmail.com', 'smtp.gmail.com'),
  outlook: {
    imap: 'outlook.office365.com',
    smtp: 'smtp.office365.com',
    smtpPort: 587,
    smtpSecurity: 'starttls',
  },
}
const PROVIDERS = [...Object.keys(PRESETS), 'other']
const KNOWN_HOSTS = new Set(Object.values(PRESETS).flatMap((p) => [p.imap, p.smtp]))

const Security = z.enum(['tls', 'starttls', 'none'])
const port = z.coerce.number().int().min(1).max(65_535)
const host = z.string().trim().max(200)

const Given = z.object({
  provider: z.enum(PROVIDERS as [string, ...string[]]).default('other'),
  address: z
    .string()
    .trim()
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'address'),
  senderName: z.string().trim().max(60).default(''),
  user: z.string().trim().max(200).default(''),
  password: z.string().max(500).default(''),
  imapHost: host.default(''),
  imapPort: port.default(993),
  imapSecurity: Security.default('tls'),
  smtpHost: host.default(''),
  smtpPort: port.default(465),
  smtpSecurity: Security.default('tls'),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
  plus: z.boolean().default(false),
  emptySender: z.boolean().default(false),
  bulk: z.enum(['look', 'ticket', 'ignore']).default('look'),
  backDays: z.coerce.number().int().min(0).max(30).default(3),
  everyS: z.coerce.number().int().min(30).max(3600).default(300),
  mostPerHour: z.coerce.number().int().min(1).max(100_000).default(300),
  mostMb: z.coerce.number().int().min(1).max(50).default(25),
  ticketStop: z.coerce.number().int().min(1).max(1000).default(20),
  certificate: z.string().max(20_000).default(''),
  tenant: z.string().trim().max(100).default(''),
  clientId: z.string().trim().max(100).default(''),
  clientSecret: z.string().max(500).default(''),
  tokenUrl: z.string().trim().max(300).default('https://login.microsoftonline.com'),
})

/**
 * How a mailbox is reached. Shape: a provider fills in its servers; a server that was typed in counts more, unless it is another provider's
 * (the page sends back what a choice before had filled in). Errors: imapHost, smtpHost, password when nothing says them.
 */
export const Settings = Given.transform((s, ctx) => {
  const preset = PRESETS[s.provider]
  const own = (given: string) => given !== '' && !(preset && KNOWN_HOSTS.has(given))
  const full = { ...s, user: s.user || s.address }
  if (preset && !own(s.imapHost))
    Object.assign(full, { imapHost: preset.imap, imapPort: 993, imapSecurity: 'tls' })
  if (preset && !own(s.smtpHost))
    Object.assign(full, {
      smtpHost: preset.smtp,
      smtpPort: preset.smtpPort,
      smtpSecurity: preset.smtpSecurity,
    })
  for (const key of ['imapHost', 'smtpHost'] as const)
    if (!full[key]) ctx.addIssue({ code: 'custom', path: [key], message: key })
  if (!s.password && !byToken(s)) ctx.addIssue({ code: 'custom', path: ['password'], message: 'password' })
  return full
})
export type MailSettings = z.infer<typeof Settings>

/** Microsoft 365 takes no passwords for IMAP any more: the program signs in as an application of the tenant. */
export function byToken(s: Pick<MailSettings, 'tenant' | 'clientId' | 'clientSecret'>): boolean {
  return !!(s.tenant && s.clientId && s.clientSecret)
}

const SECURITY = ['tls', 'starttls', 'none']
export const FIELDS: readonly SetupField[] = [
  { key: 'provider', sort: 'choice', required: true, options: PROVIDERS },
  { key: 'address', sort: 'text', required: true },
  { key: 'password', sort: 'secret' },
  { key: 'senderName', sort: 'text' },
  { key: 'imapHost', sort: 'text', confirm: true, carries: ['password', 'clientSecret'] },
  { key: 'smtpHost', sort: 'text', confirm: true, carries: ['password', 'clientSecret'] },
  { key: 'bulk', sort: 'choice', options: ['look', 'ticket', 'ignore'] },
  { key: 'user', sort: 'text', advanced: true },
  { key: 'imapPort', sort: 'number', advanced: true, carries: ['password', 'clientSecret'] },
  { key: 'imapSecurity', sort: 'choice', options: SECURITY, advanced: true },
  { key: 'smtpPort', sort: 'number', advanced: true, carries: ['password', 'clientSecret'] },
  { key: 'smtpSecurity', sort: 'choice', options: SECURITY, advanced: true },
  { key: 'folder', sort: 'text', advanced: true },
  { key: 'backDays', sort: 'number', advanced: true },
  { key: 'everyS', sort: 'number', advanced: true },
  { key: 'mostMb', sort: 'number', advanced: true },
  { key: 'mostPerHour', sort: 'number', advanced: true, confirm: true },
  { key: 'ticketStop', sort: 'number', advanced: true },
  { key: 'plus', sort: 'switch', advanced: true, confirm: true },
  { key: 'emptySender', sort: 'switch', advanced: true, confirm: true },
  { key: 'certificate', sort: 'long', advanced: true },
  { key: 'tenant', sort: 'text', advanced: true, confirm: true },
  { key: 'clientId', sort: 'text', advanced: true, confirm: true },
  { key: 'clientSecret', sort: 'secret', advanced: true },
  { key: 'tokenUrl', sort: 'text', advanced: true, carries: ['clientSecret'] },
]
