import type { TicketQuery } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'

/**
 * What stands in the address of the inbox: view or saved view, conditions, search words, sort, and the ticket open in the pane.
 * Shape: whatever stands beside a saved view goes before what the view says.
 */
export type InboxSearch = Partial<Omit<TicketQuery, 'cursor' | 'limit'>> & {
  ticket?: string
  conditions?: Conditions
  /** Id of a saved view. */
  saved?: string
}

const KEYS = [
  'view',
  'saved',
  'shop',
  'kind',
  'priority',
  'status',
  'category',
  'channel',
  'assignee',
  'reopened',
  'q',
  'sort',
  'ticket',
] as const

/** Keeps the known keys that are words, or yes and no; the server checks their values and names a wrong one. */
export function InboxSearch(search: Record<string, unknown>): InboxSearch {
  const kept = KEYS.flatMap((key): [string, string | boolean][] => {
    const value = search[key]
    if (typeof value === 'boolean') return [[key, value]]
    return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : []
  })
  const conditions = conditionsOf(search.conditions)
  return { ...Object.fromEntries(kept), ...(conditions ? { conditions } : {}) } as InboxSearch
}

/** A list, or the text of one as somebody may have pasted it; anything else is left out. */
function conditionsOf(value: unknown): unknown[] | null {
  if (typeof value !== 'string') return Array.isArray(value) ? value : null
  try {
    return conditionsOf(JSON.parse(value))
  } catch {
    return null
  }
}
