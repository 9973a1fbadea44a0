import type { TimelineEntry } from '#contracts/incidents'

export type CallRound = { calls: TimelineEntry[] }
const isCall = ({ fact }: TimelineEntry) => fact === 'called' || fact === 'called_again'
const TOGETHER_MS = 10 * 60_000

/**
 * One line for the calls that follow each other: a room whose posts nobody takes would else fill the screen with them.
 * Shape: entries newest first, as they came; calls within ten minutes of the newest of them stand together unless something else came between.
 */
export function groupCalls(entries: readonly TimelineEntry[]): (TimelineEntry | CallRound)[] {
  const lines: (TimelineEntry | CallRound)[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (!isCall(entry)) lines.push(entry)
    else if (last && 'calls' in last && near(last.calls[0]!, entry)) last.calls.push(entry)
    else lines.push({ calls: [entry] })
  }
  return lines
}

const near = (a: TimelineEntry, b: TimelineEntry) => Date.parse(a.at) - Date.parse(b.at) < TOGETHER_MS
