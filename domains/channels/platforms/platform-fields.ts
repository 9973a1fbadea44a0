import { DateTime } from 'luxon'
import { fieldsOf, listOf, parseLossless, textOf } from './lossless-json.ts'

const MS_FROM = 100_000_000_000

/** A time as platforms write it: seconds, milliseconds, ISO or `yyyy-MM-dd HH:mm:ss` of Shanghai; undefined when it is none. */
export function timeOf(text: string): Date | undefined {
  if (!text) return undefined
  if (/^\d+$/.test(text) && text.length >= 10) {
    const n = Number(text)
    return new Date(n >= MS_FROM ? n : n * 1000)
  }
  const zone = 'Asia/Shanghai'
  const iso = DateTime.fromISO(text.replace(' ', 'T'), { zone })
  return iso.isValid ? iso.toJSDate() : undefined
}

/** Names in a list of texts or objects, in JSON text, or apart by commas. */
export function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return namesOf(jsonOr(value) ?? value.split(/[,，、;；]/))
  return listOf(value)
    .map((one) =>
      typeof one === 'string' ? one.trim() : textOf(one, 'name', 'food_name', 'foodName', 'itemName', 'url'),
    )
    .filter((name) => name !== '')
}

/** JSON that stands in a text; undefined when it is something else. */
export function jsonOr(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return parseLossless(text)
  } catch {
    return undefined
  }
}

/** Fields with something in them only. */
export function filled(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** An object that is written as JSON in a text field, or stands there as it is. */
export function objectIn(value: unknown): Record<string, unknown> {
  return fieldsOf(typeof value === 'string' ? jsonOr(value) : value)
}
