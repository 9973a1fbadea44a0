import { randomUUID } from 'node:crypto'
import { z } from 'zod'

type Json = {
  type?: string
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: Json
  prefixItems?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
  $ref?: string
  $defs?: Record<string, Json>
}
/** What a field of this name should hold, for example an existing shop for `shopId`. */
export type Known = Record<string, unknown>

const WORDS = ['123456', '09:00', 'sample', 'sample.key', '#a1b2c3', '13800001234', '2026-03-02', 'a1', 'A']

/** The smallest input that a schema accepts: required fields only, the first of several choices. */
export function sampleOf(schema: z.ZodType, known: Known = {}): unknown {
  const json = jsonOf(schema)
  return inputOf(json, known, json, '')
}

const asJson = new WeakMap<z.ZodType, Json>()

function jsonOf(schema: z.ZodType): Json {
  const json = asJson.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json)
  asJson.set(schema, json)
  return json
}

function inputOf(json: Json, known: Known, root: Json, name: string): unknown {
  // A name of an object is another thing than a name that is a word.
  if (name in known && (json.type !== 'object' || typeof known[name] === 'object')) return known[name]
  if (json.$ref) return inputOf(resolve(json.$ref, root), known, root, name)
  if (json.const !== undefined) return json.const
  if (json.enum) return json.enum[0]
  const choice = json.anyOf?.[0] ?? json.oneOf?.[0] ?? json.allOf?.[0]
  if (choice) return inputOf(choice, known, root, name)
  switch (json.type) {
    case 'object':
      return Object.fromEntries(
        (json.required ?? []).map((key) => [key, inputOf(json.properties?.[key] ?? {}, known, root, key)]),
      )
    case 'array':
      return json.prefixItems
        ? json.prefixItems.map((item) => inputOf(item, known, root, ''))
        : Array.from({ length: json.minItems ?? 0 }, () => inputOf(json.items ?? {}, known, root, ''))
    case 'integer':
    case 'number':
      return Math.max(json.minimum ?? 1, Number.MIN_SAFE_INTEGER)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return stringOf(json)
  }
}

function stringOf(json: Json): string {
  if (json.format === 'uuid') return randomUUID()
  if (json.format === 'uri') return 'https://hooks.example.com/sample'
  if (json.format === 'date-time') return '2026-03-02T01:00:00Z'
  const fits = (word: string) =>
    word.length >= (json.minLength ?? 0) && (!json.pattern || new RegExp(json.pattern).test(word))
  return WORDS.find(fits) ?? 'sample '.repeat(10)
}

function resolve(ref: string, root: Json): Json {
  if (ref === '#') return root
  return root.$defs?.[ref.split('/').at(-1) ?? ''] ?? {}
}
