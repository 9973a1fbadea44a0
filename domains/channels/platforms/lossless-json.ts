type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown

/** TypeScript's library does not know the third argument yet; Node 24 gives it. */
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

const isWhole = /^-?\d+$/

/**
 * JSON whose whole numbers beyond 2^53 become text, digit for digit: platforms write ids of 18 and more digits as numbers.
 * Errors: SyntaxError.
 */
export function parseLossless(text: string): unknown {
  return parse(text, (_, value, { source = '' }) =>
    typeof value === 'number' && isWhole.test(source) && !Number.isSafeInteger(value) ? source : value,
  )
}

/**
 * JSON whose numbers and truth values become the text that stood there: what a signature is made of.
 * Errors: SyntaxError.
 */
export function parseSources(text: string): unknown {
  return parse(text, (_, value, { source }) =>
    typeof value === 'number' || typeof value === 'boolean' ? source : value,
  )
}

/** An object of unknown fields; empty when it is none. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** A list; empty when it is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The first of these fields that says something, as text: platforms and their versions spell fields differently. */
export function textOf(value: unknown, ...names: string[]): string {
  const fields = fieldsOf(value)
  for (const name of names) {
    const one = fields[name]
    if (typeof one === 'string' && one.trim()) return one.trim()
    if (typeof one === 'number' || typeof one === 'boolean') return String(one)
  }
  return ''
}

/** The first of these fields that is a number, also one in text. */
export function numberOf(value: unknown, ...names: string[]): number | undefined {
  const text = textOf(value, ...names)
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
}
