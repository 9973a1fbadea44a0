import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { SetupField, Tools } from '../connect/connector.ts'

const pem = z.string().transform(wrapPem)

export const PaySettings = z.object({
  mchid: z
    .string()
    .trim()
    .regex(/^\d{6,20}$/),
  serialNo: z.string().trim().min(8).max(80),
  privateKey: pem.refine((text) => readable(() => createPrivateKey(text))),
  apiV3Key: z.string().refine((text) => Buffer.byteLength(text) === 32),
  publicKeyId: z.string().trim().default(''),
  publicKey: pem.default('').refine((text) => text === '' || readable(() => publicKeyOf(text))),
  acknowledge: z.boolean().default(false),
  answerHours: z.coerce.number().min(1).max(720).default(24),
  answerMost: z.coerce.number().int().min(50).max(500).default(200),
  jumpText: z.string().trim().max(10).default(''),
  oaepHash: z.enum(['sha1', 'sha256']).default('sha1'),
  historyPath: z
    .string()
    .trim()
    .regex(/^[\w-]+$/)
    .default('negotiation-historys'),
  refundPath: z
    .string()
    .trim()
    .regex(/^[\w-]+$/)
    .default('update-refund-progress'),
  pollDays: z.coerce.number().int().min(1).max(29).default(14),
  toleranceS: z.coerce.number().int().min(30).max(3600).default(300),
  baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.mch.weixin.qq.com'),
})
export type PaySettings = z.infer<typeof PaySettings>
export type PayTools = Tools<PaySettings>

export const PAY_FIELDS: readonly SetupField[] = [
  { key: 'mchid', sort: 'text', required: true },
  { key: 'serialNo', sort: 'text', required: true },
  { key: 'privateKey', sort: 'secret', required: true },
  { key: 'apiV3Key', sort: 'secret', required: true },
  { key: 'publicKeyId', sort: 'text' },
  { key: 'publicKey', sort: 'long' },
  { key: 'answerHours', sort: 'number', confirm: true },
  { key: 'acknowledge', sort: 'switch' },
  { key: 'answerMost', sort: 'number', advanced: true, confirm: true },
  { key: 'jumpText', sort: 'text', advanced: true, confirm: true },
  { key: 'oaepHash', sort: 'choice', options: ['sha1', 'sha256'], advanced: true, confirm: true },
  { key: 'historyPath', sort: 'text', advanced: true, confirm: true },
  { key: 'refundPath', sort: 'text', advanced: true, confirm: true },
  { key: 'pollDays', sort: 'number', advanced: true },
  { key: 'toleranceS', sort: 'number', advanced: true, confirm: true },
  { key: 'baseUrl', sort: 'text', advanced: true, carries: ['privateKey'] },
]

export function publicKeyOf(text: string) {
  return text.includes('CERTIFICATE') ? new X509Certificate(text).publicKey : createPublicKey(text)
}

/** A key file as it was pasted: one-line fields lose the line ends. */
function wrapPem(text: string): string {
  const match = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END \1-----/.exec(text)
  if (!match) return text.trim()
  const lines = match[2]!.replace(/\s+/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${match[1]}-----\n${lines.join('\n')}\n-----END ${match[1]}-----\n`
}

function readable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
