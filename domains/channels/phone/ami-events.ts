import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Ears, Heard, Raw, Tools } from '../connect/connector.ts'
import { type Block, openManager } from './ami.ts'
import { begun, dialled, ended, queued, recorded, type Told, taken } from './legs.ts'
import { linesOf, type PhoneSettings } from './settings.ts'

const Kept = z.object({
  from: z.literal('ami'),
  block: z.record(z.string(), z.string()),
  heardAt: z.iso.datetime(),
})

/** Hears what Asterisk's manager tells of calls, until the line is cut. Errors: those of openManager. */
export async function listenToManager(
  tools: Tools<PhoneSettings>,
  ears: Ears,
  stopped: AbortSignal,
): Promise<void> {
  const manager = await openManager(tools.settings, stopped)
  try {
    await ears.ready()
    for await (const blocks of manager.blocks) {
      const raw = blocks.filter(isWanted).map((block) => rawOf(block, tools.ctx.now()))
      if (raw.length) await ears.hear(raw)
    }
  } finally {
    manager.close()
  }
}

const ALWAYS = ['DialBegin', 'DialEnd', 'QueueCallerJoin', 'AgentConnect']

/** Legs come and go by the dozen; of most only the first one of a call says anything about it. */
function isWanted(block: Block): boolean {
  if (block.garbage) return true
  const { Event = '', Linkedid, Uniqueid, Variable } = block
  if (!Linkedid && !block.DestLinkedid) return false
  if (Event === 'Newchannel' || Event === 'Hangup') return Linkedid === Uniqueid
  if (Event === 'VarSet') return Variable === 'MIXMONITOR_FILENAME'
  return ALWAYS.includes(Event)
}

/** Two workers that hear the same line for a moment make one of it: the id comes from the event itself. */
function rawOf(block: Block, now: Date): Raw {
  const { Event = '?', Uniqueid, DestUniqueid, DialStatus, Queue, Value, garbage } = block
  const callId = callOf(block)
  const key = [callId, Uniqueid, DestUniqueid, DialStatus, Queue, Value, garbage].join(' ')
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 40)
  return {
    externalId: `ami:${Event.slice(0, 40)}:${hash}`,
    thread: callId ? `call:${callId}` : '',
    payload: { from: 'ami', block, heardAt: now.toISOString() },
  }
}

const callOf = (block: Block) => block.Linkedid ?? block.DestLinkedid ?? ''

/** Errors: unreadable. */
export function readManagerEvent(settings: PhoneSettings, payload: unknown): Heard[] {
  const kept = Kept.safeParse(payload)
  if (!kept.success || kept.data.block.garbage) throw new ChannelFault('unreadable')
  const block = kept.data.block as Block
  const at = new Date(kept.data.heardAt)
  const told: Told = { callId: callOf(block), at, seq: at.getTime(), lines: linesOf(settings) }
  if (!told.callId) throw new ChannelFault('unreadable')
  const from = { name: block.Channel ?? '', caller: block.CallerIDNum ?? '', exten: block.Exten ?? '' }
  switch (block.Event) {
    case 'Newchannel':
      return begun(told, from)
    case 'QueueCallerJoin':
      return queued(told, from.caller, block.Queue ?? '')
    case 'DialBegin':
    case 'DialEnd':
      return dialled(
        told,
        from,
        { name: block.DestChannel ?? '', caller: '', exten: '' },
        block.Event === 'DialBegin' ? '' : (block.DialStatus ?? 'CANCEL'),
      )
    case 'AgentConnect':
      return taken(told, block.DestChannel ?? block.Interface ?? '')
    case 'VarSet':
      return recorded(told, basename(block.Value ?? ''))
    case 'Hangup':
      return ended(told)
    default:
      throw new ChannelFault('unreadable')
  }
}
