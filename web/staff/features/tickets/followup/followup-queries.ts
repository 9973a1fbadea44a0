import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AddRevisit,
  RatingPage,
  RecordRevisit,
  RevisitPage,
  RevisitSheet,
  SatisfactionBy,
} from '#contracts/tickets/followup'
import { api } from '../../../app/api.ts'
import type { RevisitSearch } from '../../../app/revisit-search.ts'
import { useCan } from '../../../app/session.ts'
import { countText } from '../ticket-queries.ts'

export type Days = '7' | '30' | '90'

/** Calls and questions within reach; without `all` only the own ones. */
export function useRevisits({ view = 'due', all, shop }: RevisitSearch) {
  const mine = !all
  return useInfiniteQuery({
    queryKey: ['tickets', 'list', 'revisits', { view, mine, shop }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof RevisitPage>> =>
      api.get('/api/revisits', {
        params: { query: { view, mine: mine || undefined, shop, cursor: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useRevisitCounts() {
  const can = useCan('tickets.revisit')
  return useQuery({
    queryKey: ['tickets', 'counts', 'revisits'],
    queryFn: ({ signal }) => api.get('/api/revisits/counts', { signal }),
    enabled: can,
    staleTime: 30_000,
    refetchInterval: 120_000,
  })
}

const sheetKey = (id: string) => ['tickets', 'list', 'revisit', id]

export function useRevisitSheet(id: string) {
  return useQuery({
    queryKey: sheetKey(id),
    queryFn: ({ signal }): Promise<RevisitSheet> =>
      api.get('/api/revisits/{id}', { params: { path: { id } }, signal }),
  })
}

export function useTicketRevisits(ticketId: string) {
  return useQuery({
    queryKey: ['tickets', 'one', ticketId, 'revisits'],
    queryFn: ({ signal }) =>
      api.get('/api/tickets/{id}/revisits', { params: { path: { id: ticketId } }, signal }),
  })
}

export type RevisitDeed =
  | { deed: 'record'; body: RecordRevisit }
  | { deed: 'move'; at?: string }
  | { deed: 'cancel'; reason: string }

/** One deed on a revisit; everything that shows it is fetched again. */
export function useRevisitDeed(id: string, ticketId: string) {
  const client = useQueryClient()
  const params = { path: { id } }
  return useMutation({
    mutationFn: (given: RevisitDeed): Promise<RevisitSheet> => {
      if (given.deed === 'record') return api.put('/api/revisits/{id}/result', { params, body: given.body })
      if (given.deed === 'move')
        return api.put('/api/revisits/{id}/time', { params, body: given.at ? { at: given.at } : {} })
      return api.put('/api/revisits/{id}/cancellation', { params, body: { reason: given.reason } })
    },
    onSuccess: (sheet) => {
      client.setQueryData(sheetKey(id), sheet)
      for (const queryKey of [
        ['tickets', 'list', 'revisits'],
        ['tickets', 'counts'],
        ['tickets', 'one', ticketId],
        ['home'],
      ])
        void client.invalidateQueries({ queryKey })
    },
  })
}

export function useAddRevisit(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.infer<typeof AddRevisit>) =>
      api.post('/api/tickets/{id}/revisits', { params: { path: { id: ticketId } }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['tickets', 'one', ticketId] }),
  })
}

type Chosen = { days: Days; by: SatisfactionBy; shop?: string | undefined }

export function useSatisfaction({ days, by, shop }: Chosen) {
  return useQuery({
    queryKey: ['tickets', 'list', 'satisfaction', { days, by, shop }],
    queryFn: ({ signal }) => api.get('/api/satisfaction', { params: { query: { days, by, shop } }, signal }),
    placeholderData: (before) => before,
  })
}

/** The single ratings behind a row; without a row, all of them. */
export function useRatings({ days, by, shop }: Chosen, key: string | null) {
  return useInfiniteQuery({
    queryKey: ['tickets', 'list', 'ratings', { days, by, key, shop }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof RatingPage>> =>
      api.get('/api/satisfaction/ratings', {
        params: { query: { days, shop, ...(key === null ? {} : { by, key }), cursor: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useShopChoices() {
  return useQuery({
    queryKey: ['people', 'shops'],
    queryFn: ({ signal }) => api.get('/api/shops', { signal }),
    staleTime: 300_000,
    retry: false,
  })
}

/** My calls that wait, for the navigation. */
export function useRevisitCount(): string | null {
  const mine = useRevisitCounts().data?.mine
  return mine ? countText(mine) : null
}
