import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'

/** The orders that a ticket speaks of; whoever may not see orders sees none. */
export const orderCardsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', 'cards', ticketId] as const,
    queryFn: ({ signal }) => api.get('/api/orders/cards', { params: { query: { ticketId } }, signal }),
  })

const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id] as const,
    queryFn: ({ signal }) => api.get('/api/orders/{id}', { params: { path: { id } }, signal }),
  })
export type TracedOrder = Awaited<ReturnType<NonNullable<ReturnType<typeof orderQuery>['queryFn']>>>

/** Puts the trace of an order to the ticket's evidence, as `write` words it. */
export function useTraceAsEvidence(ticketId: string, write: (order: TracedOrder) => string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (orderId: string) => {
      const order = await client.fetchQuery({ ...orderQuery(orderId), staleTime: 0 })
      return api.post('/api/tickets/{id}/evidence', {
        params: { path: { id: ticketId } },
        body: {
          kind: 'order',
          reference: order.number,
          details: write(order),
          happenedAt: order.placedAt,
          photos: [],
        },
      })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
