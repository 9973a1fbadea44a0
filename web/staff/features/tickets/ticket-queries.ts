import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { Assignable as AssignableSchema } from '#contracts/people'
import type { EntryPage, TicketPage } from '#contracts/tickets'
import { api } from '../../app/api.ts'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useCan } from '../../app/session.ts'
import { fetchFound } from './search/search-queries.ts'
import type { TicketStep } from './ticket-steps.ts'

export type Page = z.infer<typeof TicketPage>
export type Assignable = z.infer<typeof AssignableSchema>
const PAGE_ROWS = 40

/** The filters as the server is asked them. */
export function askedIn({ ticket: _open, conditions, ...rest }: InboxSearch) {
  return { ...rest, ...(conditions ? { conditions: JSON.stringify(conditions) } : {}) }
}

const inboxQuery = ({ ticket: _open, view: named, ...filters }: InboxSearch) => {
  const view = named ?? (filters.saved ? undefined : 'mine')
  return infiniteQueryOptions({
    queryKey: ['tickets', 'list', { view: filters.q ? named : view, ...filters }] as const,
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      filters.q
        ? fetchFound({ view: named, ...filters }, { cursor: pageParam, limit: PAGE_ROWS, signal })
        : api.get('/api/tickets', {
            params: { query: { ...askedIn({ ...filters, view }), cursor: pageParam, limit: PAGE_ROWS } },
            signal,
          }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useInbox(search: InboxSearch) {
  return useInfiniteQuery(inboxQuery(search))
}

/** Back at the top of a long list only its first page is kept, so that a live change costs one request and not many. */
export function useTrimInbox(search: InboxSearch): () => void {
  const client = useQueryClient()
  return () =>
    client.setQueryData(inboxQuery(search).queryKey, (list) =>
      list && list.pages.length > 2
        ? { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) }
        : list,
    )
}

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id] as const,
    queryFn: ({ signal }) => api.get('/api/tickets/{id}', { params: { path: { id } }, signal }),
  })

export function useTicket(id: string) {
  return useQuery(ticketQuery(id))
}

/** Newest page last; earlier ones are fetched on demand and put before it. */
export function useEntries(id: string) {
  return useInfiniteQuery({
    queryKey: ['tickets', 'one', id, 'entries'],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof EntryPage>> =>
      api.get('/api/tickets/{id}/entries', {
        params: { path: { id }, query: { cursor: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.toReversed().flatMap((page) => page.entries),
  })
}

export function useAssignable(shopId: string | undefined, wanted: boolean) {
  return useQuery({
    queryKey: ['people', 'assignable', shopId ?? ''],
    queryFn: ({ signal }) => api.get('/api/assignable', { params: { query: { shopId } }, signal }),
    enabled: wanted,
  })
}

export function useCounts() {
  const can = useCan('tickets.read')
  return useQuery({
    queryKey: ['tickets', 'counts'],
    queryFn: ({ signal }) => api.get('/api/tickets/counts', { signal }),
    enabled: can,
    staleTime: 30_000,
    refetchInterval: 120_000,
  })
}

/** Counts are bounded on the server: from a thousand on it says 999+. */
export function countText(count: number | undefined): string | null {
  if (!count) return null
  return count > 999 ? '999+' : String(count)
}

/** My open tickets, for the navigation. */
export function useInboxCount(): string | null {
  return countText(useCounts().data?.mine)
}

/** Every step answers with the fresh ticket; whatever else shows it is fetched again. */
export function useTicketStep(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (step: TicketStep) => step(id),
    onSuccess: (ticket) => {
      client.setQueryData(ticketQuery(id).queryKey, ticket)
      for (const queryKey of [
        ['tickets', 'one', id, 'entries'],
        ['tickets', 'one', id, 'composer'],
        ['tickets', 'list'],
        ['tickets', 'counts'],
        ['home'],
      ]) {
        void client.invalidateQueries({ queryKey })
      }
    },
  })
}

export function useReveal(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/tickets/{id}/contact', { params: { path: { id } }, body: { reason } }),
  })
}

/** Takes the unread mark off, here at once and on the server. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.put('/api/tickets/{id}/read', { params: { path: { id } } }),
    onMutate: (id) => {
      client.setQueryData(ticketQuery(id).queryKey, (ticket) => ticket && { ...ticket, unread: false })
      client.setQueriesData<{ pages: Page[]; pageParams: unknown[] }>(
        { queryKey: ['tickets', 'list'] },
        (list) => (list?.pages ? { ...list, pages: list.pages.map((page) => readIn(page, id)) } : list),
      )
    },
  })
}

function readIn(page: Page, id: string): Page {
  return { ...page, rows: page.rows.map((row) => (row.id === id ? { ...row, unread: false } : row)) }
}
