import type { Review, ReviewQuestion } from '#contracts/incidents'

/** Words begun on an answer in the version `read`: what a colleague saves meanwhile is another one. */
export type Draft = { text: string; read: number }
export type Drafts = Partial<Record<ReviewQuestion, Draft>>

export type Stored = { text: string; version: number; by: string; at: string | null }

export function storedOf(review: Review | null, key: ReviewQuestion): Stored {
  return { text: review?.[key] ?? '', ...(review?.versions[key] ?? { version: 0, by: '', at: null }) }
}

/** A colleague has saved other words since: the writer is to decide. */
export const isOvertaken = (draft: Draft | undefined, { text, version }: Stored): boolean =>
  draft !== undefined && version > draft.read && text !== draft.text.trim()

/** What is sent: the words, and the version of each that was read. */
export function toSave(drafts: Drafts): Partial<Record<ReviewQuestion, string>> & {
  read: Partial<Record<ReviewQuestion, number>>
} {
  const entries = Object.entries(drafts)
  return {
    ...Object.fromEntries(entries.map(([key, { text }]) => [key, text])),
    read: Object.fromEntries(entries.map(([key, { read }]) => [key, read])),
  }
}

/** What is still to be saved after `sent` was, on the version that came of it. */
export function leftAfter(now: Drafts, sent: Drafts, review: Review | null): Drafts {
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, draft]) => {
      const saved = sent[key as ReviewQuestion]
      if (!saved) return [[key, draft]]
      if (saved.text === draft.text) return []
      const same = storedOf(review, key as ReviewQuestion).text === saved.text.trim()
      return [[key, { ...draft, read: same ? draft.read : saved.read + 1 }]]
    }),
  )
}
