import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** What the reference marks "check" is a setting (integrations §4.4). Without a refresh token the application is the brand's own (client_credentials). */
export const Settings = z.object({
  appKey: z.string().min(1),
  secret: z.string().min(1),
  refreshToken: z.string().default(''),
  shops: z.array(z.string()).default([]),
  everyMin: whole(10, 1440, 60),
  overlapDays: whole(1, 14, 2),
  spanDays: whole(1, 90, 30),
  missedMin: whole(1, 1440, 10),
  replyMost: whole(20, 1000, 300),
  urgeMost: whole(5, 200, 30),
  refundHours: whole(1, 168, 24),
  /** The shops bring their orders themselves; otherwise the platform's riders take them. */
  ownDelivery: z.boolean().default(false),
  toleranceMin: whole(5, 10_080, 1440),
  perMinute: whole(1, 6000, 300),
  timeoutMs: whole(500, 60_000, 10_000),
  dataType: z.string().default(''),
  base: z.url().default('https://open-api.shop.ele.me'),
})
export type Settings = z.infer<typeof Settings>

export const fields: readonly SetupField[] = [
  { key: 'appKey', sort: 'text', required: true },
  { key: 'secret', sort: 'secret', required: true },
  { key: 'refreshToken', sort: 'secret' },
  { key: 'shops', sort: 'lines', required: true },
  { key: 'everyMin', sort: 'number', advanced: true },
  { key: 'overlapDays', sort: 'number', advanced: true },
  { key: 'spanDays', sort: 'number', advanced: true },
  { key: 'missedMin', sort: 'number', advanced: true },
  { key: 'replyMost', sort: 'number', advanced: true, confirm: true },
  { key: 'urgeMost', sort: 'number', advanced: true, confirm: true },
  { key: 'refundHours', sort: 'number', advanced: true, confirm: true },
  { key: 'ownDelivery', sort: 'switch', advanced: true },
  { key: 'toleranceMin', sort: 'number', advanced: true, confirm: true },
  { key: 'perMinute', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'dataType', sort: 'text', advanced: true, confirm: true },
  { key: 'base', sort: 'text', advanced: true, confirm: true, carries: ['secret', 'refreshToken'] },
]
