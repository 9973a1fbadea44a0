import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ConnectableKind } from '#contracts/channels/connect'

/** What happens in a conversation after its first words; `min` is how many minutes later. */
const Turn = z.union([
  z.strictObject({ customer: z.string(), min: z.number() }),
  z.strictObject({ reply: z.string(), min: z.number() }),
  /** The customer can't be reached from here on: the code of why. */
  z.strictObject({ unreachable: z.string(), min: z.number() }),
])
export type Turn = z.infer<typeof Turn>

const Talk = z.strictObject({
  kind: ConnectableKind,
  name: z.string(),
  contact: z.string().optional(),
  hoursAgo: z.number(),
  text: z.string(),
  stars: z.int().min(1).max(5).optional(),
  orderNumber: z.string().optional(),
  /** It stands in public: no acknowledgement goes there. */
  public: z.boolean().default(false),
  subject: z.string().optional(),
  turns: z.array(Turn).default([]),
})
export type Talk = z.infer<typeof Talk>

const DemoTalks = z.strictObject({
  channels: z.array(
    z.strictObject({
      kind: ConnectableKind,
      name: z.string(),
      on: z.boolean().default(true),
      fault: z.string().optional(),
    }),
  ),
  talks: z.array(Talk),
  /** Of the hotline; `talkS` of an answered one. */
  calls: z.array(
    z.strictObject({
      number: z.string(),
      minAgo: z.number(),
      talkS: z.number().optional(),
      note: z.string().optional(),
    }),
  ),
  strays: z.array(z.strictObject({ kind: ConnectableKind, minAgo: z.number(), raw: z.unknown() })),
  reviews: z.strictObject({ fileName: z.string(), rows: z.array(z.array(z.string())) }),
})
export type DemoTalks = z.infer<typeof DemoTalks>

/** What is said in a demo brand's connected channels; the file's name is the industry pack. */
export function readDemoTalks(pack: string): DemoTalks {
  const file = join(import.meta.dirname, 'talks', `${pack}.yaml`)
  const read = DemoTalks.safeParse(parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new Error(`demo/talks/${pack}.yaml: ${z.prettifyError(read.error)}`)
  return read.data
}
