import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard } from '../connect/connector.ts'

/** Fields of what is heard that are instants: JSON kept them as text. */
const INSTANTS = new Set(['at', 'answerBy', 'endsAt'])

/** What a demo channel's stored message says: it was kept as a connector would have understood it. Errors: unreadable. */
export function demoHeard(payload: unknown): Heard[] {
  if (!Array.isArray(payload)) throw new ChannelFault('unreadable')
  return JSON.parse(JSON.stringify(payload), (key, value) =>
    INSTANTS.has(key) && typeof value === 'string' ? new Date(value) : value,
  ) as Heard[]
}
