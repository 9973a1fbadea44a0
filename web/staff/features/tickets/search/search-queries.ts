import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TicketPage } from '#contracts/tickets'
import type { SearchPage } from '#contracts/tickets/search'
import { api } from '../../../app/api.ts'
import type { InboxSearch } from '../../../app/inbox-search.ts'

const PANEL_ROWS = 8

/** The best few for what is being typed; an answer that is no longer wanted is taken back. */
export function useFound(q: string) {
  return useQuery({
    queryKey: ['tickets', 'search', q],
    queryFn: ({ signal }): Promise<SearchPage> =>
      api.get('/api/search', { params: { query: { q, limit: PANEL_ROWS } }, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

/** One page of the inbox when words stand in its address: found in everything unless a view is named. */
export async function fetchFound(
  { ticket: _open, sort: _sort, saved: _saved, conditions, q = '', ...plain }: InboxSearch,
  page: { cursor: string | undefined; limit: number; signal: AbortSignal },
): Promise<z.infer<typeof TicketPage>> {
  const { signal, ...rest } = page
  const filters = { ...plain, ...(conditions ? { conditions: JSON.stringify(conditions) } : {}) }
  const found = await api.get('/api/search', { params: { query: { ...filters, q, ...rest } }, signal })
  return { ...found, lookedTo: null }
}
