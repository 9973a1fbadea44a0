import { useReducer } from 'react'
import type { Investigation } from '#contracts/tickets/investigation'
import { type Findings, type FindingsDraft, findingsOf, merged, same } from './findings.ts'

/** Kept while the console is open, so that a look into the conversation loses nothing. */
const drafts = new Map<string, FindingsDraft>()

/**
 * The fields of one investigation: the record, or what is being written over it.
 * Shape: `clash` is true when somebody else changed the record since the writing began; then nothing is sent until one has chosen.
 */
export function useFindings(ticketId: string, record: Investigation) {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const stored = findingsOf(record)
  const draft = drafts.get(ticketId)
  const mine = draft?.mine ?? stored
  const keep = (next: FindingsDraft | null) => {
    if (next && !same(next.mine, next.base)) drafts.set(ticketId, next)
    else drafts.delete(ticketId)
    redraw()
  }
  return {
    mine,
    dirty: draft !== undefined,
    clash: draft !== undefined && draft.seenAt !== record.updatedAt && !same(draft.mine, stored),
    seenAt: draft?.seenAt ?? record.updatedAt,
    change: (part: Partial<Findings>) => {
      const base = draft ?? { base: stored, seenAt: record.updatedAt }
      keep({ base: base.base, seenAt: base.seenAt, mine: { ...mine, ...part } })
    },
    drop: () => keep(null),
    merge: () =>
      keep({
        base: stored,
        seenAt: record.updatedAt,
        mine: draft ? merged(draft.base, draft.mine, stored) : stored,
      }),
  }
}
export type FindingsState = ReturnType<typeof useFindings>
