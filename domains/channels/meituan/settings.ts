import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const Lines = z.array(z.string()).default([])
const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/**
 * Two ways to the same platform: `direct` with the brand's own application, `gateway` with the developer account of a software vendor.
 * What the reference marks "check" is a setting here (integrations §4.1, §4.2).
 */
export const Settings = z
  .object({
    mode: z.enum(['direct', 'gateway']).default('direct'),
    appId: z.string().default(''),
    secret: z.string().default(''),
    accessToken: z.string().default(''),
    developerId: z.string().default(''),
    signKey: z.string().default(''),
    /** `门店号=令牌` or `门店号=令牌|刷新令牌`, apart by spaces, commas or lines. */
    shopTokens: z.string().default(''),
    shops: Lines,
    everyMin: whole(10, 1440, 60),
    overlapDays: whole(1, 14, 2),
    spanDays: whole(1, 30, 30),
    replyMost: whole(20, 1000, 300),
    /** Values of logistics_code with which the shop brings it itself. */
    ownDelivery: z.array(z.string()).default(['0000', '0002']),
    encoding: z.enum(['auto', 'once', 'twice']).default('auto'),
    toleranceMin: whole(5, 10_080, 1440),
    gatewayTimes: z.enum(['date', 'seconds']).default('date'),
    perMinute: whole(1, 6000, 120),
    timeoutMs: whole(500, 60_000, 10_000),
    base: z.url().default('https://waimaiopen.meituan.com'),
    gatewayBase: z.url().default('https://api-open-cater.meituan.com'),
    businessId: z.string().default('2'),
    pushBase: z.union([z.literal(''), z.url()]).default(''),
  })
  .superRefine((s, check) => {
    const wanted =
      s.mode === 'direct' ? (['appId', 'secret'] as const) : (['developerId', 'signKey'] as const)
    for (const key of wanted) if (!s[key]) check.addIssue({ code: 'custom', path: [key], message: 'needed' })
  })
export type Settings = z.infer<typeof Settings>

export const fields: readonly SetupField[] = [
  { key: 'mode', sort: 'choice', required: true, options: ['direct', 'gateway'] },
  { key: 'appId', sort: 'text' },
  { key: 'secret', sort: 'secret' },
  { key: 'accessToken', sort: 'secret', advanced: true },
  { key: 'developerId', sort: 'text' },
  { key: 'signKey', sort: 'secret' },
  { key: 'shopTokens', sort: 'secret' },
  { key: 'shops', sort: 'lines', required: true },
  { key: 'everyMin', sort: 'number', advanced: true },
  { key: 'overlapDays', sort: 'number', advanced: true },
  { key: 'spanDays', sort: 'number', advanced: true },
  { key: 'replyMost', sort: 'number', advanced: true, confirm: true },
  { key: 'ownDelivery', sort: 'lines', advanced: true, confirm: true },
  { key: 'encoding', sort: 'choice', options: ['auto', 'once', 'twice'], advanced: true, confirm: true },
  { key: 'toleranceMin', sort: 'number', advanced: true, confirm: true },
  { key: 'gatewayTimes', sort: 'choice', options: ['date', 'seconds'], advanced: true, confirm: true },
  { key: 'perMinute', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'base', sort: 'text', advanced: true, carries: ['secret', 'accessToken'] },
  { key: 'gatewayBase', sort: 'text', advanced: true, carries: ['signKey', 'shopTokens'] },
  { key: 'businessId', sort: 'text', advanced: true },
  { key: 'pushBase', sort: 'text', advanced: true },
]
