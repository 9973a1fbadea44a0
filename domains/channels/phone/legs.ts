import type { Heard, HeardCall } from '../connect/connector.ts'
import { readNumber } from './number.ts'

/** What Asterisk calls a channel, in either of its languages: one leg of a call. */
export type Leg = { name: string; caller: string; exten: string }
/** The call a leg belongs to, when it was heard, and who sits at which extension. */
export type Told = { callId: string; at: Date; seq: number; lines: ReadonlyMap<string, string> }

/** `PJSIP/8001-0000001a` and `Local/8001@from-queue-0000001a;1` are extension 8001. */
export function extensionOf(channel: string | undefined): string {
  return (channel ?? '')
    .replace(/^\w+\//, '')
    .replace(/-[0-9a-f]{6,}(;\d)?$/i, '')
    .replace(/@.*$/, '')
}

const common = ({ callId, at, seq }: Told) => ({ sort: 'call' as const, callId, at, seq })
const seat = (told: Told, extension: string) => ({ extension, login: told.lines.get(extension) ?? '' })
const noted = (what: string): Heard[] => [{ sort: 'noted', what }]

/** The first leg of a call: from outside it rings at us, from one of our extensions we call; between two extensions it is nobody's business. */
export function begun(told: Told, leg: Leg): Heard[] {
  const own = extensionOf(leg.name)
  if (!told.lines.has(own))
    return [
      {
        ...common(told),
        event: 'ringing',
        direction: 'inbound',
        number: readNumber(leg.caller),
        dialled: readNumber(leg.exten),
      },
    ]
  if (told.lines.has(leg.exten) || !readNumber(leg.exten)) return noted('internal')
  const call = { direction: 'outbound' as const, number: readNumber(leg.exten), dialled: own }
  return [{ ...common(told), event: 'ringing', ...call, ...seat(told, own) }]
}

/** One leg dials another: it rings at an extension of ours, is answered, or gives up. */
export function dialled(told: Told, from: Leg, to: Leg, status: string): Heard[] {
  const [caller, callee] = [extensionOf(from.name), extensionOf(to.name)]
  const outwards = told.lines.has(caller)
  if (outwards === told.lines.has(callee)) return noted('internal')
  const here = seat(told, outwards ? caller : callee)
  if (status === 'ANSWER') return [{ ...common(told), event: 'answered', ...here, opens: !outwards }]
  if (outwards) return noted(status)
  if (!['', 'RINGING', 'PROGRESS', 'PROCEEDING'].includes(status))
    return [{ ...common(told), event: 'released', ...here, opens: false }]
  const number = readNumber(from.caller)
  return [{ ...common(told), event: 'ringing', direction: 'inbound', ...(number ? { number } : {}), ...here }]
}

export function ended(told: Told): Heard[] {
  return [{ ...common(told), event: 'ended', opens: false }]
}

export function recorded(told: Told, name: string): Heard[] {
  return [{ ...common(told), event: 'recording', recording: { name }, opens: false }]
}

/** An agent of a queue has taken the call. */
export function taken(told: Told, channel: string): Heard[] {
  return [{ ...common(told), event: 'answered', ...seat(told, extensionOf(channel)) }]
}

export function queued(told: Told, caller: string, queue: string): HeardCall[] {
  return [{ ...common(told), event: 'ringing', direction: 'inbound', number: readNumber(caller), queue }]
}
