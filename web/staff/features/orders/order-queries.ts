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
import type {
  CancelOrder,
  ChangeOrder,
  ConfirmOrder,
  ContactOrder,
  HandOverOrder,
  OrderQuery,
  PlaceOrder,
  PromiseOrder,
  RefundOrder,
} from '#contracts/orders'
import { api } from '../../app/api.ts'

type Filters = Partial<Omit<z.input<typeof OrderQuery>, 'cursor' | 'limit'>>

const listQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      api.get('/api/orders', {
        params: { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

export const useOrders = (filters: Filters, enabled = true) =>
  useInfiniteQuery({ ...listQuery(filters), enabled })

export const useStages = () =>
  useQuery({
    queryKey: ['orders', 'stages'],
    queryFn: ({ signal }) => api.get('/api/orders/stages', { signal }),
  })

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => api.get('/api/orders/{id}', { params: { path: { id } }, signal }),
  })

export const useOrder = (id: string) => useQuery(orderQuery(id))

/** The menu as this shop sells it now; without a shop the brand's. */
export const useMenu = (shopId: string, enabled = true) =>
  useQuery({
    queryKey: ['orders', 'menu', shopId],
    queryFn: ({ signal }) => api.get('/api/menu', { params: { query: shopId ? { shopId } : {} }, signal }),
    enabled,
  })

export type OrderDeedCall =
  | { do: 'confirm'; body: z.input<typeof ConfirmOrder> }
  | { do: 'contacted'; body: z.input<typeof ContactOrder> }
  | { do: 'handOver'; body: z.input<typeof HandOverOrder> }
  | { do: 'promise'; body: z.input<typeof PromiseOrder> }
  | { do: 'cancel'; body: z.input<typeof CancelOrder> }
  | { do: 'refund'; body: z.input<typeof RefundOrder> }
  | { do: 'change'; body: z.input<typeof ChangeOrder> }

/** One deed on one order; the answer is the order as it stands then. */
export function useOrderDeed(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: OrderDeedCall) => run(id, deed),
    onSuccess: (order) => {
      client.setQueryData(orderQuery(id).queryKey, order)
      void client.invalidateQueries({ queryKey: ['orders', 'list'] })
      void client.invalidateQueries({ queryKey: ['orders', 'stages'] })
    },
  })
}

function run(id: string, deed: OrderDeedCall) {
  const params = { path: { id } }
  switch (deed.do) {
    case 'confirm':
      return api.put('/api/orders/{id}/confirmation', { params, body: deed.body })
    case 'contacted':
      return api.post('/api/orders/{id}/contacts', { params, body: deed.body })
    case 'handOver':
      return api.put('/api/orders/{id}/hand-over', { params, body: deed.body })
    case 'promise':
      return api.put('/api/orders/{id}/promise', { params, body: deed.body })
    case 'cancel':
      return api.put('/api/orders/{id}/cancellation', { params, body: deed.body })
    case 'refund':
      return api.post('/api/orders/{id}/refunds', { params, body: deed.body })
    case 'change':
      return api.put('/api/orders/{id}', { params, body: deed.body })
  }
}

export function usePlaceOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof PlaceOrder>) => api.post('/api/orders', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export function useRevealOrder(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/orders/{id}/contact-data', { params: { path: { id } }, body: { reason } }),
    gcTime: 0,
  })
}

/** How it was carried, with the picture of the door; each look is kept, so it is asked for only when somebody looks. */
export const useDeliveryFacts = (id: string) =>
  useQuery({
    queryKey: ['orders', 'proof', id],
    queryFn: ({ signal }) => api.get('/api/orders/{id}/delivery', { params: { path: { id } }, signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** The items of an order that is had once more. */
export function useRepeat() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (id: string) => client.fetchQuery(orderQuery(id)) })
}
