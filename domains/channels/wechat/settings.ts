import { z } from 'zod'
import { MenuButton } from '#contracts/channels/wechat'
import type { SetupField, Tools } from '../connect/connector.ts'

const AesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, { message: '43 letters and digits' })
const whole = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual)
const base = (usual: string) => z.url({ protocol: /^https?$/ }).default(usual)
const Line = z.string().regex(/^\s*[A-Za-z_]+\d*\s*=\s*\S.*$/, { message: 'thing1=title' })

const Values = z.object({
  appId: z.string().regex(/^wx[0-9A-Za-z]{6,30}$/, { message: 'wx…' }),
  appSecret: z.string().min(16).max(64),
  token: z.string().regex(/^[A-Za-z0-9]{3,32}$/, { message: '3-32 letters and digits' }),
  /** How the console of the account sends pushes. */
  mode: z.enum(['secure', 'compatible', 'plain']).default('secure'),
  aesKey: AesKey.optional(),
  /** The key before the last change: pushes sealed with it are still on their way. */
  aesKeyBefore: AesKey.optional(),
  welcome: z.string().max(600).default(''),
  templateSort: z.enum(['template', 'subscription']).default('template'),
  templateId: z.string().max(100).default(''),
  templateFields: z.array(Line).max(20).default([]),
  oauth: z.boolean().default(false),
  messageHours: whole(1, 168, 48),
  messageLeft: whole(1, 100, 5),
  tapWindowS: whole(10, 3600, 60),
  tapLeft: whole(1, 100, 3),
  textBytes: whole(100, 8192, 2048),
  toleranceS: whole(30, 86_400, 600),
  timeoutMs: whole(200, 60_000, 10_000),
  apiBase: base('https://api.weixin.qq.com'),
  authBase: base('https://open.weixin.qq.com'),
  pageBase: base('https://mp.weixin.qq.com'),
  /** Kept by its own page, not by the settings form. */
  menu: z.array(MenuButton).max(3).catch([]).default([]),
  menuPublishedAt: z.string().nullable().catch(null).default(null),
})
export type WechatSettings = z.infer<typeof Values>

export const Settings = Values.refine((s) => s.mode === 'plain' || s.aesKey !== undefined, {
  message: 'needed unless the mode is plain',
  path: ['aesKey'],
})

export type WechatTools = Tools<WechatSettings>

export const fields: readonly SetupField[] = [
  { key: 'appId', sort: 'text', required: true },
  { key: 'appSecret', sort: 'secret', required: true },
  { key: 'token', sort: 'secret', required: true },
  { key: 'mode', sort: 'choice', options: ['secure', 'compatible', 'plain'], required: true },
  { key: 'aesKey', sort: 'secret' },
  { key: 'welcome', sort: 'long' },
  { key: 'templateSort', sort: 'choice', options: ['template', 'subscription'] },
  { key: 'templateId', sort: 'text' },
  { key: 'templateFields', sort: 'lines' },
  { key: 'oauth', sort: 'switch' },
  { key: 'aesKeyBefore', sort: 'secret', advanced: true },
  { key: 'messageHours', sort: 'number', advanced: true },
  { key: 'messageLeft', sort: 'number', advanced: true },
  { key: 'tapWindowS', sort: 'number', advanced: true },
  { key: 'tapLeft', sort: 'number', advanced: true },
  { key: 'textBytes', sort: 'number', advanced: true, confirm: true },
  { key: 'toleranceS', sort: 'number', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'apiBase', sort: 'text', advanced: true, carries: ['appSecret'] },
  { key: 'authBase', sort: 'text', advanced: true },
  { key: 'pageBase', sort: 'text', advanced: true },
]
