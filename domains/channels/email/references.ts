import { timingSafeEqual } from 'node:crypto'
import type { Tools } from '../connect/connector.ts'

type Maker = Pick<Tools<unknown>, 'ctx' | 'channel'>
/** What one of our mails says about itself: for which ticket, which message of the outbox, and to whom (as a keyed mark). */
export type Reference = { ticket: number; message: string; to: string }

const CHECK = 16
const MARK = 8

/**
 * Our Message-ID, `<t.HY-<ticket>.<message>.<mark of the recipient>.<check>@domain>`. Strangers can't make one: the check is keyed.
 * Shape: made again from the same message it is the same, so a mail that went out twice is one to every mail program.
 */
export function messageIdOf(tools: Maker, ref: Reference, domain: string): string {
  return `<t.HY-${ref.ticket}.${shortId(ref.message)}.${ref.to}.${checkOf(tools, 'id', ref)}@${domain}>`
}

/** What our own ids in these texts say, in their order; forged ones are left out. */
export function readIds(tools: Maker, texts: readonly string[]): Reference[] {
  return texts.flatMap((text) =>
    [...text.matchAll(/t\.HY-(\d{1,15})\.([0-9a-z]{20,25})\.([0-9a-f]{8})\.([0-9a-f]{16})@/gi)].flatMap(
      ([, ticket, short, to, check]) => {
        const ref = { ticket: Number(ticket), message: longId(short!), to: to!.toLowerCase() }
        return same(checkOf(tools, 'id', ref), check!) ? [ref] : []
      },
    ),
  )
}

/** Address for replies, `care+t1234-<check>@…`: says the ticket to programs that drop every header. */
export function replyAddressOf(tools: Maker, address: string, ticket: number): string {
  return plus(address, `t${ticket}-${checkOf(tools, 'reply', { ticket, message: '', to: '' })}`)
}

/** Address that a bounce comes back to, `care+b-<message>-<mark>-<check>@…`. */
export function bounceAddressOf(tools: Maker, address: string, ref: Reference): string {
  const check = checkOf(tools, 'bounce', { ...ref, ticket: 0 })
  return plus(address, `b-${shortId(ref.message)}-${ref.to}-${check}`)
}

export function readReplyAddresses(tools: Maker, addresses: readonly string[]): number[] {
  return addresses.flatMap((a) => {
    const [, number, check] = /\+t(\d{1,15})-([0-9a-f]{16})@/i.exec(a) ?? []
    const ticket = Number(number)
    return check && same(checkOf(tools, 'reply', { ticket, message: '', to: '' }), check) ? [ticket] : []
  })
}

export function readBounceAddresses(tools: Maker, addresses: readonly string[]): Reference[] {
  return addresses.flatMap((a) => {
    const [, short, to, check] = /\+b-([0-9a-z]{20,25})-([0-9a-f]{8})-([0-9a-f]{16})@/i.exec(a) ?? []
    if (!check) return []
    const ref = { ticket: 0, message: longId(short!), to: to!.toLowerCase() }
    return same(checkOf(tools, 'bounce', ref), check) ? [ref] : []
  })
}

/** `[#HY-1234]` in a subject: no proof, anybody can write it. */
export function readTag(subject: string): number | undefined {
  const found = /\[#HY-(\d{1,15})\]/i.exec(subject)
  return found ? Number(found[1]) : undefined
}

/** Tells whether a bounce is about the one whom we wrote to, without carrying the address around. */
export function markOf(tools: Maker, address: string): string {
  return keyed(tools, 'mail recipient', address.trim().toLowerCase(), MARK)
}

/** In the header of everything we send: what carries it comes from this very channel. */
export function ownMark(tools: Maker): string {
  return keyed(tools, 'mail mark', '', CHECK)
}

function checkOf(tools: Maker, use: string, { ticket, message, to }: Reference): string {
  return keyed(tools, `mail ${use}`, `${ticket} ${message} ${to}`, CHECK)
}

function keyed({ ctx, channel }: Maker, use: string, value: string, signs: number): string {
  const index = ctx.keys.blindIndex(ctx.actor.brandId, use, `${channel.id} ${value}`)
  return index.toString('hex').slice(0, signs)
}

function same(a: string, b: string): boolean {
  const given = Buffer.from(b.toLowerCase())
  return given.length === a.length && timingSafeEqual(Buffer.from(a), given)
}

function plus(address: string, tag: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}

/** A message's UUID in 25 signs: the part before the @ of an address has room for 64. */
function shortId(id: string): string {
  return BigInt(`0x${id.replaceAll('-', '')}`)
    .toString(36)
    .padStart(25, '0')
}

function longId(short: string): string {
  let value = 0n
  for (const sign of short.toLowerCase()) value = value * 36n + BigInt(Number.parseInt(sign, 36))
  const hex = value.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
