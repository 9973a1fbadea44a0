import { z } from 'zod'
import type { SetupField } from '../connect/connector.ts'
import { parseHours } from './hours.ts'

/** A setting of several lines, typed as a text or given as a list. */
const Lines = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat().flatMap((text) => text.split(/[\s,，]*\n[\s,，]*/)))
  .transform((lines) => lines.map((line) => line.trim()).filter(Boolean))

export const ChatSettings = z.object({
  /** Websites on which the widget may stand, as a browser names them: `https://www.brand.com`. */
  origins: Lines.refine((lines) => lines.every((line) => originOf(line) !== null)).transform((lines) => [
    ...new Set(lines.map((line) => originOf(line)!)),
  ]),
  greeting: z.string().max(300).default(''),
  /** The brand's code of the shop whose website this is: its hours count and its tickets are. Empty: the whole brand. */
  shopCode: z.string().trim().max(20).default(''),
  /** `1-5 09:00-18:00`, a line each, Monday is 1; they stand for the calendar of the shop or the brand's office. */
  hours: Lines.refine((lines) => parseHours(lines) !== null),
  answerWithinMin: z.coerce.number().int().min(1).max(120).default(5),
  /** Signs who a visitor is; without it every visitor is a stranger. */
  identitySecret: z.string().min(32).max(200).optional(),
})
export type ChatSettings = z.infer<typeof ChatSettings>

export const CHAT_FIELDS: readonly SetupField[] = [
  { key: 'origins', sort: 'lines', required: true },
  { key: 'greeting', sort: 'long' },
  { key: 'hours', sort: 'lines' },
  { key: 'answerWithinMin', sort: 'number' },
  { key: 'shopCode', sort: 'text', advanced: true },
  { key: 'identitySecret', sort: 'secret', advanced: true },
]

/** `https://host[:port]`; null for anything else. A path that was pasted along is cut off; plain http counts for tries on one's own machine. */
export function originOf(line: string): string | null {
  const url = URL.canParse(line) ? new URL(line) : null
  return url && ['https:', 'http:'].includes(url.protocol) && url.hostname ? url.origin : null
}
