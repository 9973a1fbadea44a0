import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  BeginVisit,
  BookVisit,
  FinishVisit,
  MoveVisit,
  NoShow,
  NoteAftercare,
  SaveRecord,
} from '#contracts/orders/visits'
import { api } from '../../app/api.ts'

/** That a treatment goes on beyond its end is no event: the clock alone brings it. */
const LOOK_AGAIN_MS = 60_000

export const useVisitBoard = (shopId: string, on: string) =>
  useQuery({
    queryKey: ['orders', 'visits', shopId, on],
    queryFn: ({ signal }) =>
      api.get('/api/visits', {
        params: { query: { ...(shopId ? { shopId } : {}), ...(on ? { on } : {}) } },
        signal,
      }),
    placeholderData: (before) => before,
    refetchInterval: LOOK_AGAIN_MS,
  })

const visitQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['orders', 'one', orderId, 'visit'],
    queryFn: ({ signal }) => api.get('/api/orders/{id}/visit', { params: { path: { id: orderId } }, signal }),
  })
export const useVisit = (orderId: string) => useQuery({ ...visitQuery(orderId), retry: false })

export const useTreatments = (shopId: string) =>
  useQuery({
    queryKey: ['orders', 'menu', shopId],
    queryFn: ({ signal }) => api.get('/api/menu', { params: { query: { shopId } }, signal }),
    enabled: shopId !== '',
    select: (menu) => menu.filter((item) => item.kind === 'treatment'),
  })

export function useBook() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof BookVisit>) => api.post('/api/visits', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
}

export type VisitDeedCall =
  | { do: 'arrive' }
  | { do: 'move'; body: z.input<typeof MoveVisit> }
  | { do: 'noShow'; body: z.input<typeof NoShow> }
  | { do: 'begin'; body: z.input<typeof BeginVisit> }
  | { do: 'record'; body: z.input<typeof SaveRecord> }
  | { do: 'finish'; body: z.input<typeof FinishVisit> }
  | { do: 'noteAftercare'; aftercareId: string; body: z.input<typeof NoteAftercare> }

/** One deed on one appointment; the answer is the appointment as it stands then. */
export function useVisitDeed(orderId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: VisitDeedCall) => run(orderId, deed),
    onSuccess: (visit) => {
      client.setQueryData(visitQuery(orderId).queryKey, visit)
      void client.invalidateQueries({ queryKey: ['orders'] })
    },
  })
}

function run(id: string, deed: VisitDeedCall) {
  const params = { path: { id } }
  switch (deed.do) {
    case 'arrive':
      return api.put('/api/orders/{id}/visit/arrival', { params, body: {} })
    case 'move':
      return api.put('/api/orders/{id}/visit', { params, body: deed.body })
    case 'noShow':
      return api.put('/api/orders/{id}/visit/no-show', { params, body: deed.body })
    case 'begin':
      return api.put('/api/orders/{id}/visit/begin', { params, body: deed.body })
    case 'record':
      return api.put('/api/orders/{id}/visit/record', { params, body: deed.body })
    case 'finish':
      return api.put('/api/orders/{id}/visit/finish', { params, body: deed.body })
    case 'noteAftercare':
      return api.put('/api/orders/{id}/aftercare/{aftercareId}', {
        params: { path: { id, aftercareId: deed.aftercareId } },
        body: deed.body,
      })
  }
}

/** What is in it concerns somebody's body: kept only while it is looked at. */
export function useReadRecord(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api.post('/api/orders/{id}/record-readings', { params: { path: { id } }, body: { reason } }),
    gcTime: 0,
  })
}

export const useOpenProducts = (id: string) =>
  useQuery({
    queryKey: ['orders', 'one', id, 'products'],
    queryFn: ({ signal }) => api.get('/api/orders/{id}/visit/products', { params: { path: { id } }, signal }),
  })

export const useBatchVisits = (id: string) =>
  useQuery({
    queryKey: ['orders', 'batch-visits', id],
    queryFn: ({ signal }) => api.get('/api/batches/{id}/visits', { params: { path: { id } }, signal }),
  })
