import { isIP } from 'node:net'
import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'

/** What a variable of a template may carry. `text` is what was written, `progress` the address of the progress page. */
export const CARRIES = ['text', 'number', 'title', 'progress', 'progressCode'] as const
export type Carries = (typeof CARRIES)[number]

/** Lines `name=what` or only `what`, in the order of the template's variables. */
const Variables = z.array(
  z
    .string()
    .trim()
    .regex(/^(?:\w{1,20}=)?(?:text|number|title|progress|progressCode)$/),
)
/** The same for what a call says. */
const Spoken = z.array(
  z
    .string()
    .trim()
    .regex(/^(?:\w{1,20}=)?(?:brand|what|shop)$/),
)
const endpoint = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default('')

export const SmsSettings = z
  .object({
    vendor: z.enum(['aliyun', 'tencent']).default('aliyun'),
    accessKeyId: z.string().min(1),
    accessKeySecret: z.string().min(1),
    appId: z.string().default(''),
    signName: z.string().trim().min(1).max(30),
    replyTemplate: z.string().trim().min(1),
    replyWords: z.string().max(1000).default(''),
    replyVariables: Variables.default(['text']),
    acknowledgementTemplate: z.string().trim().default(''),
    acknowledgementWords: z.string().max(1000).default(''),
    acknowledgementVariables: Variables.default(['number', 'progress']),
    noticeTemplate: z.string().trim().default(''),
    noticeWords: z.string().max(1000).default(''),
    noticeVariables: Variables.default(['text']),
    staffTemplate: z.string().trim().default(''),
    staffWords: z.string().max(1000).default(''),
    staffVariables: Variables.default(['text', 'number']),
    staffDailyMost: z.coerce.number().int().min(1).max(100_000).default(200),
    voiceTemplate: z.string().trim().max(60).default(''),
    voiceVariables: Spoken.default(['brand', 'what', 'shop']),
    voiceNumber: z.string().trim().max(20).default(''),
    voiceAppId: z.string().trim().max(40).default(''),
    voiceDailyMost: z.coerce.number().int().min(1).max(10_000).default(100),
    voiceEndpoint: endpoint,
    voiceVersion: z
      .string()
      .trim()
      .regex(/^(?:\d{4}-\d{2}-\d{2})?$/)
      .default(''),
    fallback: z.boolean().default(false),
    dailyMost: z.coerce.number().int().min(10).max(1_000_000).default(2000),
    mostPieces: z.coerce.number().int().min(1).max(8).default(4),
    variableMost: z.coerce.number().int().min(0).max(500).default(35),
    optOutWords: z
      .array(z.string().trim().min(1).max(20))
      .default(['R', 'T', 'TD', 'N', '退订', '拒收', 'TD退订']),
    ips: z.array(z.string().trim().refine(isAddress)).default([]),
    pullReplies: z.boolean().default(false),
    region: z.string().default('ap-guangzhou'),
    endpoint,
    timeoutMs: z.coerce.number().int().min(500).max(30_000).default(8000),
  })
  .refine((s) => s.vendor !== 'tencent' || s.appId !== '', { path: ['appId'] })
  .refine((s) => s.vendor !== 'tencent' || s.voiceTemplate === '' || s.voiceAppId !== '', {
    path: ['voiceAppId'],
  })
export type SmsSettings = z.infer<typeof SmsSettings>

export const SMS_FIELDS: readonly SetupField[] = [
  { key: 'vendor', sort: 'choice', required: true, options: ['aliyun', 'tencent'] },
  { key: 'accessKeyId', sort: 'text', required: true },
  { key: 'accessKeySecret', sort: 'secret', required: true },
  { key: 'appId', sort: 'text' },
  { key: 'signName', sort: 'text', required: true },
  { key: 'replyTemplate', sort: 'text', required: true },
  { key: 'replyWords', sort: 'long' },
  { key: 'replyVariables', sort: 'lines' },
  { key: 'acknowledgementTemplate', sort: 'text' },
  { key: 'acknowledgementWords', sort: 'long' },
  { key: 'acknowledgementVariables', sort: 'lines' },
  { key: 'noticeTemplate', sort: 'text' },
  { key: 'noticeWords', sort: 'long' },
  { key: 'noticeVariables', sort: 'lines' },
  { key: 'staffTemplate', sort: 'text' },
  { key: 'staffWords', sort: 'long' },
  { key: 'staffVariables', sort: 'lines' },
  { key: 'staffDailyMost', sort: 'number' },
  { key: 'voiceTemplate', sort: 'text' },
  { key: 'voiceVariables', sort: 'lines' },
  { key: 'voiceNumber', sort: 'text' },
  { key: 'voiceAppId', sort: 'text' },
  { key: 'voiceDailyMost', sort: 'number' },
  { key: 'fallback', sort: 'switch' },
  { key: 'dailyMost', sort: 'number' },
  { key: 'mostPieces', sort: 'number', advanced: true },
  { key: 'variableMost', sort: 'number', advanced: true, confirm: true },
  { key: 'optOutWords', sort: 'lines', advanced: true, confirm: true },
  { key: 'ips', sort: 'lines', advanced: true, confirm: true },
  { key: 'pullReplies', sort: 'switch', advanced: true, confirm: true },
  { key: 'region', sort: 'text', advanced: true },
  { key: 'endpoint', sort: 'text', advanced: true, carries: ['accessKeySecret'] },
  { key: 'voiceEndpoint', sort: 'text', advanced: true, carries: ['accessKeySecret'], confirm: true },
  { key: 'voiceVersion', sort: 'text', advanced: true, confirm: true },
  { key: 'timeoutMs', sort: 'number', advanced: true },
]

/** An address, or a net as `10.0.0.0/8`. */
function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (!family || more.length) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
