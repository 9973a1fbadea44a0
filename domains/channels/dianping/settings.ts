import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)

/** Beijixing, the open platform of Dianping and Meituan in-store (integrations §4.3). What is marked "check" there is a setting. */
export const Settings = z.object({
  appKey: z.string().min(1),
  secret: z.string().min(1),
  refreshToken: z.string().min(1),
  shops: z.array(z.string()).default([]),
  shopField: z.enum(['open_shop_uuid', 'app_shop_id']).default('open_shop_uuid'),
  dianping: z.boolean().default(true),
  meituan: z.boolean().default(true),
  star: z.string().default('1'),
  paging: z.enum(['page', 'item']).default('page'),
  foldNames: z.boolean().default(false),
  everyMin: whole(10, 1440, 60),
  overlapDays: whole(1, 14, 2),
  spanDays: whole(1, 90, 30),
  perMinute: whole(2, 6000, 60),
  timeoutMs: whole(500, 60_000, 10_000),
  base: z.url().default('https://openapi.dianping.com/router'),
})
export type Settings = z.infer<typeof Settings>

export const fields: readonly SetupField[] = [
  { key: 'appKey', sort: 'text', required: true },
  { key: 'secret', sort: 'secret', required: true },
  { key: 'refreshToken', sort: 'secret', required: true },
  { key: 'shops', sort: 'lines', required: true },
  { key: 'dianping', sort: 'switch' },
  { key: 'meituan', sort: 'switch' },
  {
    key: 'shopField',
    sort: 'choice',
    options: ['open_shop_uuid', 'app_shop_id'],
    advanced: true,
    confirm: true,
  },
  { key: 'star', sort: 'text', advanced: true, confirm: true },
  { key: 'paging', sort: 'choice', options: ['page', 'item'], advanced: true, confirm: true },
  { key: 'foldNames', sort: 'switch', advanced: true, confirm: true },
  { key: 'everyMin', sort: 'number', advanced: true },
  { key: 'overlapDays', sort: 'number', advanced: true },
  { key: 'spanDays', sort: 'number', advanced: true },
  { key: 'perMinute', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'base', sort: 'text', advanced: true, carries: ['secret', 'refreshToken'] },
]
