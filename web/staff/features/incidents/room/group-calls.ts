import type { TimelineEntry } from '#contracts/incidents'

export type CallRound = { calls: TimelineEntry[] }
/** The same shops asked again for the same seal. */
export type ChaseRound = { chases: TimelineEntry[] }
type Line = TimelineEntry | CallRound | ChaseRound
const isCall = ({ fact }: TimelineEntry) => fact === 'called' || fact === 'called_again'
const TOGETHER_MS = 10 * 60_000

/**
 * One line for the calls that follow each other, one for a seal that is chased again and again: a room to which nobody answers would else
 * fill the screen with them.
 * Shape: entries newest first, as they came; calls within ten minutes of the newest of them stand together, those for one post however long it goes
 * on, chases of the same shops as long as nothing but calls came between.
 */
export function groupCalls(entries: readonly TimelineEntry[]): Line[] {
  const lines: Line[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (entry.fact === 'seal_chased') chased(lines, entry)
    else if (!isCall(entry)) lines.push(entry)
    else if (last && 'calls' in last && (near(last.calls[0]!, entry) || samePost(last.calls, entry)))
      last.calls.push(entry)
    else lines.push({ calls: [entry] })
  }
  return lines
}

const chaseOf = ({ data }: TimelineEntry) => JSON.stringify([data.seal, data.shops])

function chased(lines: Line[], entry: TimelineEntry): void {
  const since = lines.slice(lines.findLastIndex((line) => 'fact' in line) + 1)
  const same = since.find((line) => 'chases' in line && chaseOf(line.chases[0]!) === chaseOf(entry))
  if (same && 'chases' in same) same.chases.push(entry)
  else lines.push({ chases: [entry] })
}

const samePost = (calls: readonly TimelineEntry[], { data }: TimelineEntry) =>
  calls.every((one) => one.data.post === data.post)
const near = (a: TimelineEntry, b: TimelineEntry) => Date.parse(a.at) - Date.parse(b.at) < TOGETHER_MS
