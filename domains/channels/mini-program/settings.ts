import { z } from 'zod'
import type { SetupField, Tools } from '../connect/connector.ts'
import type { WechatTools } from '../wechat/settings.ts'

const AesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, { message: '43 letters and digits' })
const path = (usual: string) =>
  z
    .string()
    .trim()
    .regex(/^\/[\w/-]+$/)
    .default(usual)

export const MiniSettings = z
  .object({
    appId: z.string().regex(/^wx[0-9A-Za-z]{6,30}$/, { message: 'wx…' }),
    appSecret: z.string().min(16).max(64),
    token: z.string().regex(/^[A-Za-z0-9]{3,32}$/, { message: '3-32 letters and digits' }),
    mode: z.enum(['secure', 'compatible', 'plain']).default('secure'),
    aesKey: AesKey.optional(),
    aesKeyBefore: AesKey.optional(),
    reviews: z.boolean().default(true),
    answerHours: z.coerce.number().min(1).max(720).default(48),
    answerMost: z.coerce.number().int().min(20).max(1000).default(200),
    waitingStatuses: z.array(z.string().trim().min(1)).default(['201', '206']),
    finishedStatuses: z.array(z.string().trim().min(1)).default([]),
    reviewEveryMin: z.coerce.number().int().min(2).max(1440).default(10),
    reviewListPath: path('/wxaapi/comment/mpcommentlist/get'),
    reviewReplyPath: path('/wxaapi/comment/mpcommentreply/add'),
    respondPath: path('/wxaapi/minishop/bussiRespondComplaint'),
    proofPath: path('/wxaapi/minishop/bussiSupplyProof'),
    toleranceS: z.coerce.number().int().min(30).max(86_400).default(600),
    timeoutMs: z.coerce.number().int().min(200).max(60_000).default(10_000),
    apiBase: z.url({ protocol: /^https?$/ }).default('https://api.weixin.qq.com'),
  })
  .refine((s) => s.mode === 'plain' || s.aesKey !== undefined, {
    message: 'needed unless the mode is plain',
    path: ['aesKey'],
  })
export type MiniSettings = z.infer<typeof MiniSettings>
export type MiniTools = Tools<MiniSettings>

export const MINI_FIELDS: readonly SetupField[] = [
  { key: 'appId', sort: 'text', required: true },
  { key: 'appSecret', sort: 'secret', required: true },
  { key: 'token', sort: 'secret', required: true },
  { key: 'mode', sort: 'choice', options: ['secure', 'compatible', 'plain'], required: true },
  { key: 'aesKey', sort: 'secret' },
  { key: 'reviews', sort: 'switch' },
  { key: 'answerHours', sort: 'number' },
  { key: 'aesKeyBefore', sort: 'secret', advanced: true },
  { key: 'answerMost', sort: 'number', advanced: true, confirm: true },
  { key: 'waitingStatuses', sort: 'lines', advanced: true, confirm: true },
  { key: 'finishedStatuses', sort: 'lines', advanced: true, confirm: true },
  { key: 'reviewEveryMin', sort: 'number', advanced: true },
  { key: 'reviewListPath', sort: 'text', advanced: true, confirm: true },
  { key: 'reviewReplyPath', sort: 'text', advanced: true, confirm: true },
  { key: 'respondPath', sort: 'text', advanced: true, confirm: true },
  { key: 'proofPath', sort: 'text', advanced: true, confirm: true },
  { key: 'toleranceS', sort: 'number', advanced: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
  { key: 'apiBase', sort: 'text', advanced: true, carries: ['appSecret'] },
]

/** A mini program has the same token, envelope and error codes as an official account: of its settings those calls read only what both have. */
export function asWechat(tools: MiniTools): WechatTools {
  return tools as unknown as WechatTools
}
