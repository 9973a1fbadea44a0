import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** The fans service of a verified account (integrations §5). How long and how often a person may be answered: check. */
export const Settings = z.object({
  appSecret: z.string().min(1),
  accessToken: z.string().default(''),
  windowHours: whole(1, 168, 72),
  replies: whole(1, 100, 3),
  replyMost: whole(10, 2000, 300),
  toleranceMin: whole(1, 1440, 10),
  encoding: z.enum(['once', 'twice']).default('once'),
  perMinute: whole(1, 6000, 60),
  timeoutMs: whole(500, 60_000, 10_000),
  base: z.url().default('https://m.api.weibo.com'),
  accountBase: z.url().default('https://api.weibo.com'),
  fileBase: z.url().default('https://upload.api.weibo.com'),
})
export type Settings = z.infer<typeof Settings>

export const fields: readonly SetupField[] = [
  { key: 'appSecret', sort: 'secret', required: true },
  { key: 'accessToken', sort: 'secret' },
  { key: 'windowHours', sort: 'number', advanced: true, confirm: true },
  { key: 'replies', sort: 'number', advanced: true, confirm: true },
  { key: 'replyMost', sort: 'number', advanced: true, confirm: true },
  { key: 'toleranceMin', sort: 'number', advanced: true },
  { key: 'encoding', sort: 'choice', options: ['once', 'twice'], advanced: true, confirm: true },
  { key: 'perMinute', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'base', sort: 'text', advanced: true, carries: ['appSecret', 'accessToken'] },
  { key: 'accountBase', sort: 'text', advanced: true, carries: ['appSecret', 'accessToken'] },
  { key: 'fileBase', sort: 'text', advanced: true, carries: ['appSecret', 'accessToken'] },
]
