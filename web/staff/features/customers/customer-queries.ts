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
import type { AddAddress, AddTrait, EditCustomer, GiveConsent } from '#contracts/customers/file'
import type { MergeFiles } from '#contracts/customers/merge'
import { api } from '../../app/api.ts'
import type { CustomerSearch } from '../../app/customer-search.ts'

const listQuery = ({ pairs: _pairs, ...filters }: CustomerSearch) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customers', {
        params: { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

export const useCustomers = (search: CustomerSearch) => useInfiniteQuery(listQuery(search))

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => api.get('/api/customers/{id}', { params: { path: { id } }, signal }),
  })

export const useCustomer = (id: string) => useQuery(fileQuery(id))

const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'one', id, 'history'],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customers/{id}/history', {
        params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const useHistory = (id: string) => useInfiniteQuery(historyQuery(id))

const changesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'one', id, 'changes'],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customers/{id}/changes', {
        params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const useChanges = (id: string) => useInfiniteQuery(changesQuery(id))

/** Pairs that probably are one person; of one file, or of the whole brand. */
export function useMatches(customer: string | undefined, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['customers', 'matches', customer ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customer-matches', {
        params: { query: { ...(customer ? { customer } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  })
}

export function useComparison(id: string, otherId: string) {
  return useQuery({
    queryKey: ['customers', 'comparison', id, otherId],
    queryFn: ({ signal }) =>
      api.get('/api/customers/{id}/comparison/{otherId}', { params: { path: { id, otherId } }, signal }),
  })
}

function useStale() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['customers'] }),
      client.invalidateQueries({ queryKey: ['tickets'] }),
    ])
}

export function useReveal(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/customers/{id}/reveal', { params: { path: { id } }, body: { reason } }),
    gcTime: 0,
  })
}

/** Every change of one file; all of them answer with the file as it is then. */
export type FileDeed =
  | { do: 'edit'; body: z.input<typeof EditCustomer> }
  | { do: 'addTrait'; body: z.input<typeof AddTrait> }
  | { do: 'endTrait'; partId: string }
  | { do: 'addAddress'; body: z.input<typeof AddAddress> }
  | { do: 'endAddress'; partId: string }
  | { do: 'chooseAddress'; partId: string }
  | { do: 'addConsent'; body: z.input<typeof GiveConsent> }
  | { do: 'endConsent'; partId: string }
  | { do: 'addNote'; text: string }
  | { do: 'decide'; partId: string; decision: 'confirm' | 'reject' }

export function useFileDeed(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: FileDeed) => run(id, deed),
    onSuccess: (file) => {
      client.setQueryData(fileQuery(id).queryKey, file)
      void client.invalidateQueries({ queryKey: ['customers', 'one', id, 'changes'] })
      void client.invalidateQueries({ queryKey: ['customers', 'list'] })
    },
  })
}

function run(id: string, deed: FileDeed) {
  const path = { id }
  const part = (partId: string) => ({ params: { path: { id, partId } } })
  switch (deed.do) {
    case 'edit':
      return api.put('/api/customers/{id}', { params: { path }, body: deed.body })
    case 'addTrait':
      return api.post('/api/customers/{id}/traits', { params: { path }, body: deed.body })
    case 'endTrait':
      return api.delete('/api/customers/{id}/traits/{partId}', part(deed.partId))
    case 'addAddress':
      return api.post('/api/customers/{id}/addresses', { params: { path }, body: deed.body })
    case 'endAddress':
      return api.delete('/api/customers/{id}/addresses/{partId}', part(deed.partId))
    case 'chooseAddress':
      return api.put('/api/customers/{id}/addresses/{partId}/default', part(deed.partId))
    case 'addConsent':
      return api.post('/api/customers/{id}/consents', { params: { path }, body: deed.body })
    case 'endConsent':
      return api.delete('/api/customers/{id}/consents/{partId}', part(deed.partId))
    case 'addNote':
      return api.post('/api/customers/{id}/notes', { params: { path }, body: { text: deed.text } })
    case 'decide':
      return api.put('/api/customers/{id}/proposals/{partId}/decision', {
        ...part(deed.partId),
        body: { decision: deed.decision },
      })
  }
}

export function useMerge(id: string, otherId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (body: z.input<typeof MergeFiles>) =>
      api.put('/api/customers/{id}/merged/{otherId}', { params: { path: { id, otherId } }, body }),
    onSuccess: stale,
  })
}

export function useUndoMerge(mergeId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (reason: string) =>
      api.put('/api/customer-merges/{id}/undoing', { params: { path: { id: mergeId } }, body: { reason } }),
    onSuccess: stale,
  })
}

export function useRejectMatch(matchId: string) {
  const stale = useStale()
  return useMutation({
    mutationFn: (reason: string) =>
      api.put('/api/customer-matches/{id}/rejection', {
        params: { path: { id: matchId } },
        body: { reason },
      }),
    onSuccess: stale,
  })
}
