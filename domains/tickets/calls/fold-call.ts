import type { CallState } from '#contracts/tickets/calls'
import type { HeardCall } from '#domains/channels'
import type { CallRow } from './call-data.ts'

/**
 * What one event changes about a call. Events may come in any order and any number of times: the result is the same.
 * Shape: of instants the earliest counts, of extensions that of whoever answered, else the latest; `staffId` sits at the event's extension.
 */
export function foldCall(row: CallRow, event: HeardCall, staffId: string | null): CallRow {
  const next: CallRow = { ...row, ...saidOnce(row, event) }
  if (event.event === 'ringing') {
    next.started_at = earlier(row.started_at, event.at)
    if (staffId) next.ringing = [...new Set([...row.ringing, staffId])]
  }
  if (event.event === 'released' && staffId) next.ringing = row.ringing.filter((id) => id !== staffId)
  if (event.event === 'answered') {
    next.answered_at = row.answered_at ? earlier(row.answered_at, event.at) : event.at
    next.started_at = earlier(row.started_at, event.at)
  }
  if (event.event === 'ended') {
    next.ended_at = row.ended_at ? earlier(row.ended_at, event.at) : event.at
    if (event.talkS) next.answered_at ??= new Date(event.at.getTime() - event.talkS * 1000)
  }
  if (event.talkS !== undefined) next.talk_s = event.talkS
  if (event.recording) next.recording = event.recording
  seat(next, row, event, staffId)
  next.state = stateOf(next)
  if (next.talk_s === null && next.answered_at && next.ended_at)
    next.talk_s = Math.max(0, Math.round((next.ended_at.getTime() - next.answered_at.getTime()) / 1000))
  return next
}

/** Direction and lines stand from the first event that tells them. */
function saidOnce(row: CallRow, event: HeardCall): Partial<CallRow> {
  return {
    ...(event.direction ? { direction: event.direction } : {}),
    dialled: row.dialled || (event.dialled ?? ''),
    queue: event.queue || row.queue,
  }
}

const ANSWER_COUNTS = 1e15

/** Who has it: whoever answered; while it rings, whoever it rang at last. */
function seat(next: CallRow, row: CallRow, event: HeardCall, staffId: string | null): void {
  if (!event.extension || !['ringing', 'answered'].includes(event.event)) return
  const weight = event.seq + (event.event === 'answered' ? ANSWER_COUNTS : 0)
  if (row.extension && weight < row.extension_seq) return
  Object.assign(next, { extension: event.extension, extension_seq: weight })
  if (event.event === 'answered' || next.direction === 'outbound') next.staff_id = staffId
}

/** An outbound call that nobody took is not a missed one: nobody is owed anything. */
export function stateOf(row: Pick<CallRow, 'answered_at' | 'ended_at' | 'direction'>): CallState {
  if (!row.ended_at) return row.answered_at ? 'answered' : 'ringing'
  return row.answered_at || row.direction === 'outbound' ? 'ended' : 'missed'
}

function earlier(a: Date, b: Date): Date {
  return a <= b ? a : b
}
