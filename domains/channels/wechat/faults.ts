import { ChannelFault } from '../connect/channel-fault.ts'
import { type Body, textOf } from './body.ts'

type More = ConstructorParameters<typeof ChannelFault>[1]

const CONFIG: More = { again: true, afterS: 900, side: 'channel' }
const GONE: More = { unreachable: true }
export const TOKEN_REFUSED = [40001, 40014, 41001, 42001]

/** What WeChat's codes mean to us (§1.9, and the neighbours of those codes). */
const FAULTS: Record<number, [code: string, more?: More]> = {
  [-1]: ['busy', { again: true }],
  40003: ['openidUnknown', GONE],
  43004: ['notFollowing', GONE],
  43019: ['blocked', GONE],
  40007: ['mediaGone'],
  40013: ['badAppId', CONFIG],
  40125: ['badSecret', CONFIG],
  41002: ['badAppId', CONFIG],
  41004: ['badSecret', CONFIG],
  40164: ['ipNotAllowed', CONFIG],
  48001: ['notAuthorised', CONFIG],
  50002: ['restricted', CONFIG],
  40029: ['codeUsed'],
  40163: ['codeUsed'],
  40037: ['templateUnknown'],
  47003: ['templateField'],
  43101: ['noSubscription'],
  44004: ['empty'],
  45002: ['tooLong'],
  40033: ['badCharacters'],
  45011: ['quota', { again: true, afterS: 60 }],
  45015: ['windowClosed'],
  45047: ['windowUsed'],
}
for (const code of TOKEN_REFUSED) FAULTS[code] = ['tokenRefused', { ...CONFIG, afterS: 60 }]

/**
 * The fault in an answer; null when there is none.
 * Shape: WeChat answers 200 with `errcode`; `errmsg` carries the trace id (rid) that its support asks for. A day's allowance begins anew at midnight in China.
 */
export function faultIn(answer: Body, now: Date): ChannelFault | null {
  const code = Number(textOf(answer, 'errcode') || 0)
  if (!code) return null
  const message = textOf(answer, 'errmsg').slice(0, 300)
  const data = { code, message, ...ipIn(code, message) }
  if (code === 45009)
    return new ChannelFault('quota', { again: true, afterS: untilMidnight(now), side: 'channel', data })
  const [name, more] = FAULTS[code] ?? ['refused']
  return new ChannelFault(name, { ...more, data })
}

/** The address that must be entered into the allow list, as WeChat saw it. */
function ipIn(code: number, message: string): { ip?: string } {
  const ip = code === 40164 ? /invalid ip ([0-9a-fA-F.:]+)/.exec(message)?.[1] : undefined
  return ip ? { ip } : {}
}

const ZONE_S = 8 * 3600
const DAY_S = 86_400
const LONGEST_WAIT_S = 3600

/** Not longer than an hour: the account's owner can have the count set back any time. */
function untilMidnight(now: Date): number {
  const left = DAY_S - ((Math.floor(now.getTime() / 1000) + ZONE_S) % DAY_S)
  return Math.min(left, LONGEST_WAIT_S)
}
