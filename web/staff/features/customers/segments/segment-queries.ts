import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { SaveSegment, SegmentRule } from '#contracts/customers/segments'
import { api } from '../../../app/api.ts'

const listQuery = queryOptions({
  queryKey: ['segments', 'list'],
  queryFn: ({ signal }) => api.get('/api/customer-segments', { signal }),
})

export const useSegments = () => useQuery(listQuery)

/** What a rule means now, while it is being written. */
export function usePreview(rule: SegmentRule) {
  return useQuery({
    queryKey: ['segments', 'preview', rule],
    queryFn: ({ signal }) => api.post('/api/customer-segments/preview', { body: { rule }, signal }),
    placeholderData: keepPreviousData,
  })
}

export function useCount(id: string) {
  return useQuery({
    queryKey: ['segments', 'count', id],
    queryFn: ({ signal }) =>
      api.get('/api/customer-segments/{id}/count', { params: { path: { id } }, signal }),
  })
}

export function useMembers(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['segments', 'members', id],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customer-segments/{id}/members', {
        params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  })
}

export function useSaveSegment(id: string | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof SaveSegment>) =>
      id
        ? api.put('/api/customer-segments/{id}', { params: { path: { id } }, body })
        : api.post('/api/customer-segments', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  })
}

export function useRemoveSegment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/customer-segments/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: listQuery.queryKey }),
  })
}
