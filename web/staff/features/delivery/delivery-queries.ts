import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RoundView, SetPosition, SettleStop } from '#contracts/orders/delivery'
import { api } from '../../app/api.ts'

/** Riders move without saying so: what the live stream does not tell is asked for. */
const LOOK_AGAIN_MS = 15_000

const boardQuery = (shopId: string) =>
  queryOptions({
    queryKey: ['orders', 'dispatch', shopId],
    queryFn: ({ signal }) =>
      api.get('/api/dispatch', { params: { query: shopId ? { shopId } : {} }, signal }),
    refetchInterval: LOOK_AGAIN_MS,
    placeholderData: (before) => before,
  })
export const useBoard = (shopId: string) => useQuery(boardQuery(shopId))

function useBoardDeed<T>(work: (given: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => client.invalidateQueries({ queryKey: ['orders', 'dispatch'] }),
  })
}

export function useAssign() {
  return useBoardDeed(({ id, riderId }: { id: string; riderId: string }) =>
    api.put('/api/dispatch/stops/{id}/rider', { params: { path: { id } }, body: { riderId } }),
  )
}

export function useRelease() {
  return useBoardDeed(({ id }: { id: string }) =>
    api.delete('/api/dispatch/stops/{id}/rider', { params: { path: { id } } }),
  )
}

export function useSettle() {
  return useBoardDeed(({ id, ...body }: z.infer<typeof SettleStop> & { id: string }) =>
    api.put('/api/dispatch/stops/{id}/outcome', { params: { path: { id } }, body }),
  )
}

export const roundQuery = queryOptions({
  queryKey: ['orders', 'round'],
  queryFn: ({ signal }) => api.get('/api/round', { signal }),
  refetchInterval: LOOK_AGAIN_MS,
})
export const useRound = () => useQuery(roundQuery)

export function useDuty() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (on: boolean) => api.put('/api/round/duty', { body: { on } }),
    onSuccess: (round: RoundView) => client.setQueryData(roundQuery.queryKey, round),
  })
}

export function sendPosition(body: z.input<typeof SetPosition>): Promise<unknown> {
  return api.put('/api/round/position', { body })
}
