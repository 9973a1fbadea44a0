import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  HeldQuery,
  SaveBatch,
  SaveItem,
  SaveShopItem,
  SaveStation,
  StopSale,
} from '#contracts/orders/menu'
import { api } from '../../app/api.ts'

/** What is sold out until a time comes back by itself, and nobody tells of it. */
const AGAIN_MS = 60_000

/** The menu as this shop sells it now; without a shop the brand's. */
export const useMenu = (shopId: string) =>
  useQuery({
    queryKey: ['orders', 'menu', shopId],
    queryFn: ({ signal }) => api.get('/api/menu', { params: { query: shopId ? { shopId } : {} }, signal }),
    refetchInterval: AGAIN_MS,
  })

export const useMenuShops = () =>
  useQuery({
    queryKey: ['orders', 'menu-shops'],
    queryFn: ({ signal }) => api.get('/api/menu/shops', { signal }),
  })

export const useStops = () =>
  useQuery({
    queryKey: ['orders', 'stops'],
    queryFn: ({ signal }) => api.get('/api/stop-sales', { signal }),
  })

export const useBatchesInUse = () =>
  useQuery({
    queryKey: ['orders', 'batches-in-use'],
    queryFn: ({ signal }) => api.get('/api/stop-sales/batches', { signal }),
  })

/** The shops that have it now; nobody is asked while nothing is `wanted`. */
export const useHeldAt = (wanted: HeldQuery | null) =>
  useQuery({
    queryKey: ['orders', 'held-at', wanted],
    queryFn: ({ signal }) => api.get('/api/stop-sales/shops', { params: { query: wanted ?? {} }, signal }),
    enabled: wanted !== null,
  })

const path = (id: string) => ({ params: { path: { id } } })

export const useStations = (shopId: string) =>
  useQuery({
    queryKey: ['orders', 'stations', shopId],
    queryFn: ({ signal }) => api.get('/api/shops/{id}/stations', { ...path(shopId), signal }),
  })

export const useBatches = (shopId: string) =>
  useQuery({
    queryKey: ['orders', 'batches', shopId],
    queryFn: ({ signal }) => api.get('/api/shops/{id}/batches', { ...path(shopId), signal }),
  })

export function useSaveItem(id: string | null) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveItem>) =>
      id ? api.put('/api/menu/{id}', { ...path(id), body }) : api.post('/api/menu', { body }),
    onSuccess: useChanged(),
  })
}

type ShopItem = { shopId: string; itemId: string; body: z.input<typeof SaveShopItem> }
export function useSaveShopItem() {
  return useMutation({
    mutationFn: ({ shopId, itemId, body }: ShopItem) =>
      api.put('/api/shops/{id}/menu/{itemId}', { params: { path: { id: shopId, itemId } }, body }),
    onSuccess: useChanged(),
  })
}

export function useSaveStation(shopId: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveStation>) =>
      api.put('/api/shops/{id}/stations', { ...path(shopId), body }),
    onSuccess: useChanged(),
  })
}

export function useCloseStation(shopId: string) {
  return useMutation({
    mutationFn: (key: string) =>
      api.delete('/api/shops/{id}/stations/{key}', { params: { path: { id: shopId, key } } }),
    onSuccess: useChanged(),
  })
}

export function useOpenBatch(shopId: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveBatch>) =>
      api.post('/api/shops/{id}/batches', { ...path(shopId), body }),
    onSuccess: useChanged(),
  })
}

export function useCloseBatch(shopId: string) {
  return useMutation({
    mutationFn: (batchId: string) =>
      api.delete('/api/shops/{id}/batches/{batchId}', { params: { path: { id: shopId, batchId } } }),
    onSuccess: useChanged(),
  })
}

export function useStopSale() {
  return useMutation({
    mutationFn: (body: StopSale) => api.post('/api/stop-sales', { body }),
    onSuccess: useChanged(),
  })
}

export function useLiftStop() {
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/stop-sales/{id}', path(id)),
    onSuccess: useChanged(),
  })
}

/** What a shop sells, makes and has open hangs together: all of it is asked for anew. */
function useChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['menu', 'stops', 'stations', 'batches', 'batches-in-use'].map((part) =>
        client.invalidateQueries({ queryKey: ['orders', part] }),
      ),
    )
}
