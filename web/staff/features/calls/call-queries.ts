import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { CallFeedback, CallView, ContinueTicket } from '#contracts/tickets/calls'
import { api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'

/** Marked stale by the live stream (`tickets.callChanged`); asked again now and then, because a phone that rings can't wait for a lost stream. */
const myCallsQuery = queryOptions({
  queryKey: ['calls', 'one', 'mine'],
  queryFn: ({ signal }) => api.get('/api/calls/mine', { signal }),
  refetchInterval: 30_000,
})

export function useMyCalls() {
  return useQuery({ ...myCallsQuery, enabled: useCan('tickets.enter') })
}

const callsQuery = (view: CallView) =>
  infiniteQueryOptions({
    queryKey: ['calls', 'list', view],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/calls', {
        params: { query: { view, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const useCalls = (view: CallView) => useInfiniteQuery(callsQuery(view))

function useStale() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['calls'] }),
      client.invalidateQueries({ queryKey: ['tickets'] }),
    ])
}

/** The same `submissionId` twice changes nothing. */
export function useNoteCall(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof CallFeedback>) =>
      api.post('/api/calls/{id}/ticket', { params: { path: { id } }, body }),
  })
}

export function useContinueTicket(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof ContinueTicket>) =>
      api.put('/api/calls/{id}/ticket', { params: { path: { id } }, body }),
  })
}

export function usePutAway(id: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: () => api.put('/api/calls/{id}/dismissal', { params: { path: { id } } }),
    onSuccess: stale,
  })
}

/** The list and the panel look again: after something was written down, and read. */
export const useCallsStale = useStale

export function useNumber(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/calls/{id}/number', { params: { path: { id } }, body: { reason } }),
    gcTime: 0,
  })
}
