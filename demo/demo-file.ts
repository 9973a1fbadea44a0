import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Mood } from '#contracts/channels'
import { Point } from '#contracts/kit'
import { Role, Week } from '#contracts/people'
import { Kind } from '#contracts/playbook'

/** One thing that happens to a ticket after it was opened. Exactly one of the first group of keys is there. */
const Step = z.union([
  z.strictObject({ reply: z.string() }),
  z.strictObject({ ask: z.string() }),
  z.strictObject({ customer: z.string() }),
  z.strictObject({ note: z.string() }),
  z.strictObject({ propose: z.string() }),
  z.strictObject({
    accept: z.literal(true),
    stars: z.int().min(1).max(5).optional(),
    words: z.string().optional(),
  }),
  z.strictObject({ reject: z.string(), words: z.string().optional() }),
  z.strictObject({ silent: z.literal(true) }),
])
export type Step = z.infer<typeof Step>

export const DemoFeedback = z.object({
  text: z.string(),
  channel: z.enum(['qr', 'counter', 'website', 'api']),
  mood: Mood.optional(),
  stars: z.int().min(1).max(5).optional(),
  kind: Kind,
  category: z.string(),
  contact: z.boolean().default(false),
  photos: z.int().min(0).max(3).default(0),
  wants: z.string().optional(),
  story: z.array(Step).default([]),
})
export type DemoFeedback = z.infer<typeof DemoFeedback>

export const DemoBrand = z.object({
  brand: z.object({ name: z.string(), login: z.string(), zone: z.string(), service: z.string() }),
  regions: z.array(z.object({ key: z.string(), name: z.string() })),
  shops: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      region: z.string(),
      address: z.string(),
      point: Point,
      hours: Week,
      tables: z.int().default(0),
    }),
  ),
  staff: z.array(
    z.object({ name: z.string(), login: z.string(), role: Role, extent: z.string(), duty: Week }),
  ),
  customers: z.array(z.object({ name: z.string(), phone: z.string() })),
  feedback: z.array(DemoFeedback),
})
export type DemoBrand = z.infer<typeof DemoBrand> & { pack: string }

const FOLDER = join(import.meta.dirname, 'brands')

/** All demo brands; the file's name is its industry pack. A mistake in a file names the file. */
export function readDemoBrands(): DemoBrand[] {
  return readdirSync(FOLDER)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const raw = flat(parse(readFileSync(join(FOLDER, file), 'utf8')))
      const read = DemoBrand.safeParse(raw)
      if (!read.success) throw new Error(`demo/brands/${file}: ${z.prettifyError(read.error)}`)
      return { ...read.data, pack: file.replace('.yaml', '') }
    })
}

/** `brand: { name, login, zone, service, regions, … }` and the flat form are both understood. */
function flat(raw: Record<string, unknown>): unknown {
  const { brand } = raw
  if (!brand || typeof brand !== 'object')
    return { ...raw, brand: { name: brand, login: raw.login, zone: raw.zone, service: raw.service } }
  return { ...(brand as object), ...raw, brand }
}
