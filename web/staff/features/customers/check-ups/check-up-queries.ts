import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CheckUpView } from '#contracts/customers/check-ups'
import { api } from '../../../app/api.ts'

/** Under `customers`, so that an answer of a customer is seen at once. */
const KEY = ['customers', 'check-ups'] as const

export function useCheckUps(view: CheckUpView) {
  return useInfiniteQuery({
    queryKey: [...KEY, view],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/customer-check-ups', {
        params: { query: { view, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export function useAsk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (customerIds: string[]) => api.post('/api/customer-check-ups', { body: { customerIds } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useCheckByHand() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.put('/api/customers/{id}/check', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers'] }),
  })
}
