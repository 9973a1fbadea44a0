import { createHmac, timingSafeEqual } from 'node:crypto'
import { DateTime } from 'luxon'
import { SLIP_LIMIT, type Slip, type SlipFault, type SlipLink } from '#contracts/channels/box'

/** 128 bits: what a till may cut its signature to, so that the printed code stays coarse. */
const SHORTEST_SIGNATURE = 32
const TIMES = ['yyyyMMddHHmm', 'yyyyMMddHHmmss', "yyyyMMdd'T'HHmm", "yyyyMMdd'T'HHmmss"]
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a number must not hold
const UNFIT = /[\u0000-\u001f\u007f|]/

/** The text that a till signs: the code's slug and the parts as they stand in the link, a part left out being empty. `|` stands in none of them. */
export function slipText(slug: string, { r, t = '', a = '' }: SlipLink): string {
  return [slug, r, t, a].join('|')
}

/** Hexadecimal HMAC-SHA256; the key is the text itself, not something to be decoded first. */
export function signSlip(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('hex')
}

/** Whether a signature fits under one of these keys; it may be cut to its first 32 signs, in either case. */
export function fits(secrets: readonly string[], text: string, signature: string | undefined): boolean {
  const given = (signature ?? '').toLowerCase()
  if (!/^[0-9a-f]{32,64}$/.test(given)) return false
  return secrets.some((secret) => {
    const right = signSlip(secret, text).slice(0, given.length)
    return timingSafeEqual(Buffer.from(given), Buffer.from(right))
  })
}

/**
 * What a slip's link says.
 * Shape:  null without a usable number (nothing but white space, over 64 signs, control characters, `|`): the form then opens as if nothing had been said.
 *         A time or an amount that cannot be read is left out; a number whose signature does not fit is kept and unproven.
 * Units:  `t` without a zone is the wall clock of `zone`; ten or thirteen digits are seconds or milliseconds since 1970; `a` is in yuan.
 */
export function readSlip(
  link: SlipLink,
  given: { slug: string; secrets: readonly string[]; zone: string },
): Slip | null {
  const number = link.r.trim()
  if (!number || number.length > SLIP_LIMIT.number || UNFIT.test(number)) return null
  const text = slipText(given.slug, link)
  const whole = ![link.t, link.a].some((part) => part?.includes('|'))
  return {
    number,
    at: timeOf(link.t, given.zone)?.toISOString() ?? null,
    amountMinor: amountOf(link.a),
    proven: whole && fits(given.secrets, text, link.s),
  }
}

function timeOf(said: string | undefined, zone: string): Date | null {
  const text = (said ?? '').trim()
  if (!text || text.length > SLIP_LIMIT.time) return null
  if (/^\d{10}$/.test(text)) return inReason(DateTime.fromSeconds(Number(text)))
  if (/^\d{13}$/.test(text)) return inReason(DateTime.fromMillis(Number(text)))
  for (const format of TIMES) {
    const at = DateTime.fromFormat(text, format, { zone })
    if (at.isValid) return inReason(at)
  }
  return inReason(DateTime.fromISO(text.replace(' ', 'T'), { zone }))
}

function inReason(at: DateTime): Date | null {
  return at.isValid && at.year >= 2000 && at.year < 2100 ? at.toJSDate() : null
}

function amountOf(said: string | undefined): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec((said ?? '').trim())
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null
}

/**
 * Why a signature does not fit, as far as it can be told: the usual mistakes of a first try, each tried out.
 * Shape: empty when it fits; `forged` when it is none of them.
 */
export function faultsOfSignature(
  slug: string,
  link: SlipLink,
  keys: { now: string | null; before: string | null; over: string | null },
): SlipFault[] {
  const { s = '' } = link
  const text = slipText(slug, link)
  if (!keys.now) return ['noKey']
  if (!s) return ['unsigned']
  if (!/^[0-9a-f]+$/i.test(s)) return ['notHex']
  if (s.length < SHORTEST_SIGNATURE) return ['tooShort']
  if (fits([keys.now], text, s)) return []
  if (keys.before && fits([keys.before], text, s)) return ['keyBefore']
  if (keys.over && fits([keys.over], text, s)) return ['keyOver']
  const parts = [slug, link.r, link.t ?? '', link.a ?? '']
  const tries: [SlipFault, string[]][] = [
    ['withoutCode', [parts.slice(1).join('|'), link.r]],
    ['noDividers', [parts.join(''), parts.join('\n'), parts.join('&'), parts.join(',')]],
    ['partsLeftOut', [parts.filter(Boolean).join('|'), parts.slice(0, 2).join('|')]],
  ]
  const now = keys.now
  const mistake = tries.find(([, texts]) => texts.some((one) => fits([now], one, s)))
  if (mistake) return [mistake[0]]
  const decoded = createHmac('sha256', Buffer.from(now, 'base64url')).update(text).digest('hex')
  return [decoded.startsWith(s.toLowerCase()) ? 'keyDecoded' : 'forged']
}
