import { createHash } from 'node:crypto'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ChannelFault } from '../connect/channel-fault.ts'

export type Body = Record<string, unknown>

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false })
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g

export const isJson = (source: string): boolean => source.trimStart().startsWith('{')

/**
 * A push as plain values.
 * Shape:  every value is text (MsgId is beyond 2^53), also in JSON; `List` and the like are objects or lists of them.
 * Errors: badBody for what is cut off or not well-formed; a DOCTYPE is refused, because entities can be turned against the reader.
 */
export function readBody(source: string): Body {
  if (isJson(source)) return readJson(source)
  if (/<!DOCTYPE|<!ENTITY/i.test(source.replace(CDATA, ''))) throw new ChannelFault('badBody')
  if (XMLValidator.validate(source) !== true) throw new ChannelFault('badBody')
  const { xml } = parser.parse(source) as { xml?: unknown }
  if (typeof xml !== 'object' || xml === null) throw new ChannelFault('badBody')
  return withoutBlanks(xml) as Body
}

/** JSON with every number as the text it was written in. Errors: badBody. */
export function readJson(source: string): Body {
  try {
    const value: unknown = JSON.parse(source, numbersAsText as (key: string, value: unknown) => unknown)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body
  } catch {
    // told below
  }
  throw new ChannelFault('badBody')
}

function numbersAsText(_key: string, value: unknown, context: { source?: string }): unknown {
  return typeof value === 'number' ? (context.source ?? String(value)) : value
}

/** Spaces between tags are no value. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) => (k === '#text' ? [] : [[k, withoutBlanks(v)]])),
  )
}

export function textOf(body: Body, key: string): string {
  const value = body[key]
  return typeof value === 'string' ? value : ''
}

/** The entries of a list that may be one object, several, or missing; XML wraps it in an element of its own, JSON need not. */
export function listOf(body: Body, wrapper: string): Body[] {
  const inner = body[wrapper] as Body | undefined
  const list = inner?.List ?? body.List ?? []
  return (Array.isArray(list) ? list : [list]).filter((one) => typeof one === 'object' && one !== null)
}

/**
 * By what a repeat is known: messages by MsgId, events by person, second and sort (§1.4).
 * Shape: several receipts may come for one person in the same second, so the id of what they are about is added.
 */
export function externalIdOf(body: Body): string {
  const id = textOf(body, 'MsgId')
  if (textOf(body, 'MsgType') !== 'event' && id) return `msg:${id}`
  const about = [
    textOf(body, 'MsgID'),
    textOf(body, 'OpenID'),
    ...listOf(body, 'SubscribeMsgSentEvent').map((one) => textOf(one, 'MsgID')),
  ].filter(Boolean)
  const key = ['FromUserName', 'CreateTime', 'Event'].map((name) => textOf(body, name)).join(':')
  if (textOf(body, 'Event')) return ['evt', key, ...about].join(':')
  return `raw:${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`
}
