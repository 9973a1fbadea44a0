import type { Kind, Priority } from '#contracts/playbook'
import type { TriageReason } from '#contracts/tickets/triage'
import type { Judged } from '#domains/language'
import type { ClockRow } from '../clocks/ticket-clocks.ts'
import type { JudgementRead } from './classify.ts'
import reliability from './reliability.json' with { type: 'json' }

/** What stands in `ticket.triage`; tickets from before the model have neither `sure` nor `read`. */
export type TriageKept = {
  by: 'rules' | 'model' | 'person'
  byName: string
  reasons: TriageReason[]
  /** Probability of the kind, 0 … 1. */
  sure?: number | null
  read?: JudgementRead | null
  /** What the system had said before a person spoke. */
  said?: Judged
  /** A connected large model has been asked (large/suggest-triage), and what it said; null when it said nothing of use. */
  asked?: true
  suggestion?: { kind: Kind; categories: string[]; severity: number } | null
  /** What was said later has made the ticket graver, and nobody has looked at it yet. */
  raised?: Raised
  /** A person has confirmed what later words made it: when those came. */
  heardAt?: string
}

/** The line of the timeline with the words that did it, and what it was before, to be given back when a person says so. */
export type Raised = {
  entryId: string
  at: string
  was: {
    kind: Kind
    categories: string[]
    severity: number
    impact: number
    priority: Priority
    rule_index: number
    title: string
    excerpt: string
  }
  clocks: ClockRow[]
  /** Who had it, and who had it once it was raised. */
  team: string
  holder: string | null
  given: string | null
  /** An alarm for something else was ringing already. */
  ringing?: boolean
  /** The first danger of another handling: what was heard in the one before is over. */
  anew?: boolean
  triage: TriageKept
}

/** When the words came that made it of this kind; undefined when it was so from its first words. */
export function sinceWhen(triage: TriageKept, kind: Kind): string | undefined {
  let at = triage.heardAt
  for (let one = triage.raised; one; one = one.triage.raised) {
    if (one.anew || one.was.kind !== kind) return one.at
    at = one.triage.heardAt ?? at
  }
  return at
}

/** Below this a person should look (待确认). */
export const SURE_FROM = reliability.sureFrom

export function isUnsure({ by, sure }: Pick<TriageKept, 'by' | 'sure'>): boolean {
  return by === 'model' && typeof sure === 'number' && sure < SURE_FROM
}

export const percentOf = (probability: number): number => Math.min(99, Math.round(probability * 100))
