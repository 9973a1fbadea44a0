import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const oneLine = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\r\n]*$/)
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default('')

export const PhoneSettings = z
  .object({
    mode: z.enum(['webhook', 'ami', 'ari']).default('webhook'),
    /** `8001=shen.zhixia`: the extension and the login name of whoever sits at it. */
    lines: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[\w*#+.-]{1,40}\s*=\s*\S{1,60}$/),
      )
      .default([]),
    secret: z.string().max(200).default(''),
    toleranceS: z.coerce.number().int().min(30).max(3600).default(300),
    host: oneLine.default(''),
    port: z.coerce.number().int().min(1).max(65_535).default(5038),
    tls: z.boolean().default(false),
    base: address,
    app: oneLine.default('huiyin'),
    user: oneLine.default(''),
    password: oneLine.default(''),
    recordingHosts: z
      .array(
        z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[a-z0-9.-]+(:\d{1,5})?$/),
      )
      .default([]),
    recordingBase: address,
    recordingAuthorization: oneLine.default(''),
    heartbeatS: z.coerce.number().min(0.1).max(300).default(30),
  })
  .refine((s) => s.mode !== 'webhook' || s.secret.length >= 12, { path: ['secret'] })
  .refine((s) => s.mode !== 'ami' || s.host !== '', { path: ['host'] })
  .refine((s) => s.mode !== 'ari' || s.base !== '', { path: ['base'] })
  .refine((s) => s.mode === 'webhook' || s.user !== '', { path: ['user'] })
  .refine((s) => s.mode === 'webhook' || s.password !== '', { path: ['password'] })
export type PhoneSettings = z.infer<typeof PhoneSettings>

export const PHONE_FIELDS: readonly SetupField[] = [
  { key: 'mode', sort: 'choice', required: true, options: ['webhook', 'ami', 'ari'] },
  { key: 'lines', sort: 'lines' },
  { key: 'secret', sort: 'secret' },
  { key: 'host', sort: 'text', carries: ['password'] },
  { key: 'port', sort: 'number', confirm: true, carries: ['password'] },
  { key: 'base', sort: 'text', confirm: true, carries: ['password'] },
  { key: 'user', sort: 'text' },
  { key: 'password', sort: 'secret' },
  { key: 'app', sort: 'text', advanced: true },
  { key: 'recordingHosts', sort: 'lines', carries: ['recordingAuthorization'] },
  { key: 'recordingBase', sort: 'text', confirm: true, carries: ['recordingAuthorization'] },
  { key: 'recordingAuthorization', sort: 'secret', advanced: true },
  { key: 'tls', sort: 'switch', advanced: true },
  { key: 'toleranceS', sort: 'number', advanced: true },
  { key: 'heartbeatS', sort: 'number', advanced: true, confirm: true },
]

/** Login name by extension. */
export function linesOf({ lines }: Pick<PhoneSettings, 'lines'>): Map<string, string> {
  return new Map(
    lines.map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
