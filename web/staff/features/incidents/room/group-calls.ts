import type { TimelineEntry } from '#contracts/incidents'

export type CallRound = { calls: TimelineEntry[] }
/** The same shops asked again for the same seal. */
export type ChaseRound = { chases: TimelineEntry[] }
type Line = TimelineEntry | CallRound | ChaseRound
const isCall = ({ fact }: TimelineEntry) => fact === 'called' || fact === 'called_again'

/**
 * One line for the calls that follow each other, one for a seal that is chased again and again: a room to which nobody answers would else
 * bury what has happened.
 * Shape: entries newest first, as they came; calls stand together as long as nothing but chases came between, chases of the same shops as long as
 * nothing but calls did.
 */
export function groupCalls(entries: readonly TimelineEntry[]): Line[] {
  const lines: Line[] = []
  for (const entry of entries) {
    if (entry.fact === 'seal_chased') chased(lines, entry)
    else if (!isCall(entry)) lines.push(entry)
    else called(lines, entry)
  }
  return lines
}

const chaseOf = ({ data }: TimelineEntry) => JSON.stringify([data.seal, data.shops])

const sinceFact = (lines: readonly Line[]) => lines.slice(lines.findLastIndex((line) => 'fact' in line) + 1)

function called(lines: Line[], entry: TimelineEntry): void {
  const same = sinceFact(lines).find((line) => 'calls' in line)
  if (same && 'calls' in same) same.calls.push(entry)
  else lines.push({ calls: [entry] })
}

function chased(lines: Line[], entry: TimelineEntry): void {
  const since = sinceFact(lines)
  const same = since.find((line) => 'chases' in line && chaseOf(line.chases[0]!) === chaseOf(entry))
  if (same && 'chases' in same) same.chases.push(entry)
  else lines.push({ chases: [entry] })
}
