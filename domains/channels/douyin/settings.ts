import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** integrations §5: comments on the account's own videos; permission is granted on application. */
export const Settings = z.object({
  clientKey: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Who authorised the application: the account itself. */
  openId: z.string().default(''),
  refreshToken: z.string().default(''),
  /** Videos whose comments are asked for as well, one id a line: pushes are not promised. */
  items: z.array(z.string()).default([]),
  everyMin: whole(10, 1440, 60),
  replyMost: whole(10, 1000, 100),
  perMinute: whole(1, 6000, 60),
  timeoutMs: whole(500, 60_000, 10_000),
  base: z.url().default('https://open.douyin.com'),
})
export type Settings = z.infer<typeof Settings>

export const fields: readonly SetupField[] = [
  { key: 'clientKey', sort: 'text', required: true },
  { key: 'clientSecret', sort: 'secret', required: true },
  { key: 'openId', sort: 'text' },
  { key: 'refreshToken', sort: 'secret' },
  { key: 'items', sort: 'lines' },
  { key: 'everyMin', sort: 'number', advanced: true },
  { key: 'replyMost', sort: 'number', advanced: true, confirm: true },
  { key: 'perMinute', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'base', sort: 'text', advanced: true, carries: ['clientSecret', 'refreshToken'] },
]
