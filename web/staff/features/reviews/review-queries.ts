import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReviewMark } from '#contracts/orders/order-page'
import { api } from '../../app/api.ts'

export type ReviewView = 'open' | ReviewMark | 'all'
export const REVIEW_VIEWS: readonly ReviewView[] = ['open', 'bad', 'medium', 'good', 'all']

export const reviewsQuery = (view: ReviewView) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'reviews', view] as const,
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/reviews', {
        params: {
          query: {
            ...(view === 'open' ? { open: 'true' } : view === 'all' ? {} : { mark: view }),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export function useAnswerReview() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ orderId, text }: { orderId: string; text: string }) =>
      api.put('/api/orders/{id}/review-answer', { params: { path: { id: orderId } }, body: { text } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}
