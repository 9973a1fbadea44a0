import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KitchenBoard, KitchenTap, SlowOrder } from '#contracts/orders/kitchen'
import { ApiProblem, api } from '../../app/api.ts'
import { setServerClock } from './server-clock.ts'

const KEPT_BOARD = 'huiyin.kitchen.board.'
/** The live stream tells of changes; this is for when it is silent. */
const EVERY_MS = 20_000
/** A network that swallows a call is no network. */
const PATIENCE_MS = 10_000

export type Seen = { board: KitchenBoard /** From before the network broke off. */; kept: boolean }

/** The board of a shop; without a network the one seen last on this machine. */
const boardQuery = (shopId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', 'kitchen', shopId],
    queryFn: async ({ signal }): Promise<Seen> => {
      try {
        const board = await api.get('/api/shops/{id}/kitchen', {
          params: { path: { id: shopId } },
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
        })
        setServerClock(board.now)
        localStorage.setItem(KEPT_BOARD + shopId, JSON.stringify(board))
        return { board, kept: false }
      } catch (error) {
        const last = localStorage.getItem(KEPT_BOARD + shopId)
        if (!isOffline(error) || signal.aborted || !last) throw error
        return { board: JSON.parse(last) as KitchenBoard, kept: true }
      }
    },
    refetchInterval: EVERY_MS,
    retry: false,
  })

export const useBoard = (shopId: string) => useQuery(boardQuery(shopId))

export function useRefreshBoard(shopId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: boardQuery(shopId).queryKey })
}

/** Errors: whatever the call meets; `isOffline` says whether to try again. */
export async function sendTaps(shopId: string, taps: KitchenTap[]) {
  const answer = await api.post('/api/shops/{id}/kitchen/taps', {
    params: { path: { id: shopId } },
    body: { taps },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  setServerClock(answer.now)
  return answer.results
}

/** Tells the customer the time that can be kept. */
export function usePromise(shopId: string) {
  const refresh = useRefreshBoard(shopId)
  return useMutation({
    mutationFn: (slow: SlowOrder & { proposedAt: string }) =>
      api.put('/api/orders/{id}/promise', {
        params: { path: { id: slow.orderId } },
        body: { promisedAt: slow.proposedAt, reason: slow.reason, tell: true },
      }),
    onSettled: refresh,
  })
}

/** The server was not reached, or not able: what was sent may be sent again. */
export function isOffline(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.status === 0 || error.status >= 500 || error.status === 429
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
}
