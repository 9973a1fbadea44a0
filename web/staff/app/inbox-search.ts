import type { TicketQuery } from '#contracts/tickets'

/** What stands in the address of the inbox: view, filters, search words, and the ticket open in the pane. */
export type InboxSearch = Partial<Omit<TicketQuery, 'cursor' | 'limit'>> & {
  ticket?: string
  /** Conditions of the filter language, as JSON. */
  conditions?: string
}

const KEYS = [
  'view',
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
  'conditions',
  'ticket',
] as const

/** Keeps the known keys that are words, or yes and no; the server checks their values and names a wrong one. */
export function InboxSearch(search: Record<string, unknown>): InboxSearch {
  const kept = KEYS.flatMap((key): [string, string | boolean][] => {
    const value = search[key]
    if (typeof value === 'boolean') return [[key, value]]
    return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : []
  })
  return Object.fromEntries(kept) as InboxSearch
}
