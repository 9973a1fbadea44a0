import { DateTime } from 'luxon'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Outgoing } from '../connect/connector.ts'

const ZONE = 'Asia/Shanghai'

/**
 * The fields of a template message, filled from the ticket (§1.6).
 * Shape:  a line is `thing1=title`: number, title, text, time, or words of one's own after the sign. What is too long for its sort is cut,
 *         what a sort can't carry at all is a fault before WeChat refuses it (47003).
 * Errors: templateField with the field's name; not to be tried again.
 */
export function fillFields(
  lines: readonly string[],
  message: Pick<Outgoing, 'text' | 'ticket'>,
  now: Date,
): Record<string, { value: string }> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      const key = line.slice(0, at).trim()
      const value = suited(key, meant(line.slice(at + 1).trim(), message, now))
      if (!value) throw new ChannelFault('templateField', { data: { field: key } })
      return [key, { value }]
    }),
  )
}

function meant(source: string, { text, ticket }: Pick<Outgoing, 'text' | 'ticket'>, now: Date): string {
  switch (source) {
    case 'number':
      return ticket?.number ?? ''
    case 'title':
      return ticket?.title || text
    case 'text':
      return text || ticket?.title || ''
    case 'time':
      return DateTime.fromJSDate(now, { zone: ZONE }).toFormat('yyyy年M月d日 HH:mm')
    default:
      return source
  }
}

/** Empty when the value is none of its sort. The sort is the key without its number. */
function suited(key: string, value: string): string {
  const line = value.toWellFormed().replace(/\s+/g, ' ').trim()
  switch (key.replace(/\d+$/, '')) {
    case 'thing':
      return short(line, 20)
    case 'phrase':
      return /^\p{Script=Han}{1,5}$/u.test(line) ? line : ''
    case 'character_string':
      return (line.match(/[\x21-\x7e]/g) ?? []).join('').slice(0, 32)
    case 'number':
      return /^-?[0-9.]{1,32}$/.test(line) ? line : ''
    case 'amount':
      return /^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/.test(line) ? line : ''
    case 'phone_number':
      return /^[0-9+-]{3,17}$/.test(line) ? line : ''
    case 'time':
    case 'date':
      return /\d/.test(line) ? line : ''
    default:
      return short(line, 200)
  }
}

function short(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}

/** The fields that a template's text asks for: `{{thing1.DATA}}`. */
export function fieldsAskedFor(content: string): string[] {
  return [...content.matchAll(/\{\{\s*(\w+)\.DATA\s*\}\}/g)].map((m) => m[1]!)
}
