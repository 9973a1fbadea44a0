import type { OpinionRow } from './assessment-data.ts'

type Asked = Pick<OpinionRow, 'stance' | 'given_at'>

/** Where a decision stands: `nobody` must not decide alone, `early` needs a reason, `ready` does not. */
export function readiness(opinions: readonly Asked[]): 'nobody' | 'early' | 'ready' {
  const given = opinions.filter((o) => o.given_at !== null).length
  if (given === 0) return 'nobody'
  return given < opinions.length ? 'early' : 'ready'
}

/** Opinions that are waited for: not one of somebody who turned out to be complained about. */
export function counted<T extends Pick<OpinionRow, 'staff_id' | 'given_at'>>(
  opinions: readonly T[],
  accusedId: string | null,
): T[] {
  return opinions.filter((o) => o.given_at !== null || o.staff_id !== accusedId)
}

/** Given after the deadline, or still owed after it. */
export function isLate(opinion: Pick<OpinionRow, 'given_at'>, dueAt: Date, now: Date): boolean {
  return (opinion.given_at ?? now) > dueAt
}

/** The first person who stands twice among those asked and the one who decides: nobody has two voices. */
export function namedTwice(accountableId: string, invited: readonly { staffId: string }[]): string | null {
  const seen = new Set([accountableId])
  for (const { staffId } of invited) {
    if (seen.has(staffId)) return staffId
    seen.add(staffId)
  }
  return null
}
