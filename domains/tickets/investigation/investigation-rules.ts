import type { AddEvidence, SaveInvestigation } from '#contracts/tickets/investigation'

/** What an investigation says, without who and when. */
export type Findings = Omit<SaveInvestigation, 'seenAt'>
export const NOTHING: Findings = { whys: [], cause: null, causeNote: '', measure: '', conclusion: '' }

/** Names of the parts that differ, in the order of the form. */
export function partsChanged(before: Findings, after: Findings): (keyof Findings)[] {
  const parts = Object.keys(NOTHING) as (keyof Findings)[]
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

/**
 * The instant that stands for this version of the record: what the next writer must have seen.
 * Shape: two changes in the same millisecond still differ.
 */
export function nextVersionAt(now: Date, before: Date | null): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now
}

export type Hearing = { accused: boolean; stated: boolean; dueAt: Date | null }

/** Whether a conclusion needs a word on why the person complained about was not heard: asked, not answered, and there is still time. */
export function mustBeHeard(hearing: Hearing, now: Date): boolean {
  return hearing.accused && !hearing.stated && hearing.dueAt !== null && hearing.dueAt > now
}

/** The field without which such a piece of evidence says nothing; null when it says enough. */
export function missingPart(evidence: AddEvidence): keyof AddEvidence | null {
  const { kind } = evidence
  if (kind === 'photo') return evidence.photos.length ? null : 'photos'
  if (kind === 'statement') {
    if (!evidence.saidById) return 'saidById'
    return evidence.details || evidence.photos.length ? null : 'details'
  }
  if (kind === 'order' || kind === 'camera') return evidence.reference ? null : 'reference'
  if (kind === 'kitchen' || kind === 'treatment')
    return evidence.reference || evidence.details || evidence.photos.length ? null : 'reference'
  return evidence.title || evidence.details || evidence.photos.length ? null : 'title'
}

/** Whether the times can be true: nothing happens in the future or ends before it begins. */
export function timesHold({ happenedAt, untilAt }: AddEvidence, now: Date): boolean {
  const from = happenedAt ? Date.parse(happenedAt) : null
  const until = untilAt ? Date.parse(untilAt) : null
  if (from !== null && from > now.getTime()) return false
  if (until === null) return true
  return from !== null && until >= from && until <= now.getTime()
}
