import { XMLParser } from 'fast-xml-parser'
import { ChannelFault } from '../connect/channel-fault.ts'
import { fieldsOf, parseLossless, textOf } from '../platforms/lossless-json.ts'

const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true, processEntities: true })

/** What a push says, the same for JSON and XML. */
export type WeiboPush = {
  type: string
  sender: string
  receiver: string
  text: string
  createdAt: string
  id: string
  data: Record<string, unknown>
}

/** Errors: badBody; a DOCTYPE is never read. */
export function readPush(text: string): WeiboPush {
  const body = text.trimStart().startsWith('<') ? fromXml(text) : fromJson(text)
  return {
    type: textOf(body, 'type', 'MsgType').toLowerCase(),
    sender: textOf(body, 'sender_id', 'FromUserName'),
    receiver: textOf(body, 'receiver_id', 'ToUserName'),
    text: textOf(body, 'text', 'Content'),
    createdAt: textOf(body, 'created_at', 'CreateTime'),
    id: textOf(body, 'id', 'MsgId'),
    data: { ...xmlData(body), ...fieldsOf(body.data) },
  }
}

function fromJson(text: string): Record<string, unknown> {
  try {
    return fieldsOf(parseLossless(text))
  } catch {
    throw new ChannelFault('badBody')
  }
}

function fromXml(text: string): Record<string, unknown> {
  if (/<!DOCTYPE/i.test(text)) throw new ChannelFault('badBody')
  try {
    return fieldsOf(fieldsOf(xml.parse(text, true)).xml)
  } catch {
    throw new ChannelFault('badBody')
  }
}

/** XML has what JSON puts into `data` beside the rest. */
function xmlData(body: Record<string, unknown>): Record<string, unknown> {
  const subtype = textOf(body, 'Event').toLowerCase()
  return { ...(subtype ? { subtype } : {}), ...(body.EventKey ? { key: body.EventKey } : {}) }
}
