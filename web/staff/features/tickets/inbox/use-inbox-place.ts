import type { Sort, View } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import type { SavedView } from '#contracts/tickets/inbox'
import type { InboxSearch } from '../../../app/inbox-search.ts'
import { conditionsIn } from './condition-fields.ts'
import { useSavedView } from './inbox-queries.ts'

export type Place = {
  saved: SavedView | null
  /** The saved view that the address names is not there. */
  gone: boolean
  view: View
  conditions: Conditions
  sort: Sort
  /** The address says something else than the saved view. */
  changed: boolean
  /** The address with everything that the saved view says written out. */
  plain: InboxSearch
}

/** Where in the inbox an address leads: a view or a saved view, and what stands before it. */
export function useInboxPlace(search: InboxSearch): Place {
  const saved = useSavedView(search.saved)
  return placeOf(search, saved ?? null, saved === null)
}

export function placeOf(search: InboxSearch, saved: SavedView | null, gone: boolean): Place {
  const { saved: _saved, ...rest } = search
  const named = conditionsIn(search)
  const conditions = search.conditions === undefined ? [...(saved?.conditions ?? []), ...named] : named
  const view = search.view ?? saved?.view ?? 'mine'
  const sort = search.sort ?? saved?.sort ?? 'updated'
  const same =
    saved !== null &&
    view === saved.view &&
    sort === saved.sort &&
    JSON.stringify(conditions) === JSON.stringify(saved.conditions)
  const plain = saved ? { ...rest, view, sort, conditions } : search
  return { saved, gone, view, conditions, sort, changed: saved !== null && !same, plain }
}
