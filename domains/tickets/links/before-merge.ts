import type { ClockRow } from '../clocks/ticket-clocks.ts'
import type { Snapshot } from '../handling/snapshot.ts'
import type { Judged } from './merge-rules.ts'

/** What a merge keeps, so that a split can give it back. */
export type BeforeMerge = {
  source: Snapshot
  /** Tasks that went along. */
  tasks: string[]
  /** People who take part in the target only because of them. */
  joined: string[]
  /** The target was of nobody known and got the source's customer. */
  customer: { id: string; name: string; was: string } | null
  lent: Lent | null
  /** Dangers that the target knows of only because of the source; absent in merges from before they were kept. */
  dangers?: string[]
}

/** The urgency that the target has only because of the source. */
export type Lent = {
  was: Standing
  became: Standing
  clocks: ClockRow[]
  alarm: boolean
  assignee: { was: string | null; became: string } | null
}
export type Standing = Judged & { rule_index: number }
