import { z } from 'zod'

/** Languages that every page, error and customer text exists in. */
export const Locale = z.enum(['zh-CN', 'zh-TW', 'en'])
export type Locale = z.infer<typeof Locale>

/**
 * Words a person reads, as the playbook keeps them. A plain string is zh-CN; zh-TW is converted when it is absent,
 * English falls back to zh-CN, so whatever a customer sees should carry `en`.
 */
export const Text = z.union([
  z.string().min(1).max(2000),
  z.strictObject({
    'zh-CN': z.string().min(1).max(2000),
    'zh-TW': z.string().min(1).max(2000).optional(),
    en: z.string().min(1).max(2000).optional(),
  }),
])
export type Text = z.infer<typeof Text>

export const Id = z.uuid()
export const IdParam = z.strictObject({ id: Id })
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
/** A keyset cursor: opaque to the reader, made by the server. */
export const Cursor = z.string().max(300)
export const Empty = z.strictObject({})
/** A place on the map, in degrees. */
export const Point = z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
export type Point = z.infer<typeof Point>

export type EventContract<T extends z.ZodType = z.ZodType> = { name: string; body: T }

/** A domain event: past tense, carries ids and not copies. The name is `<domain>.<what happened>`. */
export function defineEvent<T extends z.ZodType>(name: string, body: T): EventContract<T> {
  return { name, body }
}

/** RFC 9457 problem document; `code` is stable, `detail` is a sentence in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>
