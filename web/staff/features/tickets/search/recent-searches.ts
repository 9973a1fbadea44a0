const MOST = 8
const keyOf = (staffId: string) => `huiyin.searches.${staffId}`

/** What this person searched for on this machine, newest first. */
export function recentSearches(staffId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(staffId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** Keeps a search that led somewhere. Phones, e-mail addresses and what else may be a person's number stay on no machine. */
export function keepSearch(staffId: string, q: string): void {
  if (!q || /@|\d{7}/.test(q.replace(/[\s-]/g, ''))) return
  const others = recentSearches(staffId).filter((kept) => kept !== q)
  localStorage.setItem(keyOf(staffId), JSON.stringify([q, ...others].slice(0, MOST)))
}

export function forgetSearches(staffId: string): void {
  localStorage.removeItem(keyOf(staffId))
}
