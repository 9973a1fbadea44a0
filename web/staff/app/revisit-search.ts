import type { RevisitView } from '#contracts/tickets/followup'

/** What stands in the address of 回访: the view, whose, which shop, and the one that is open. */
export type RevisitSearch = { view?: RevisitView; all?: boolean; shop?: string; open?: string }

export function RevisitSearch(search: Record<string, unknown>): RevisitSearch {
  const word = (key: string) => (typeof search[key] === 'string' ? { [key]: search[key] } : {})
  return { ...word('view'), ...word('shop'), ...word('open'), ...(search.all === true ? { all: true } : {}) }
}
