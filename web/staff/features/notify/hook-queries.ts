import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CreateEndpoint, HookCall, ReplaySpan, SaveEndpoint } from '#contracts/notify/webhooks'
import { api } from '../../app/api.ts'

export type CallState = HookCall['state']

export const endpointsQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => api.get('/api/webhooks', { signal }),
})
export const callsQuery = (id: string, state: CallState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'calls', state ?? ''] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/webhooks/{id}/calls', {
        params: { path: { id }, query: { state, after: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

function useChanged() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['webhooks'] })
}

export function useCreateEndpoint() {
  return useMutation({
    mutationFn: (body: z.input<typeof CreateEndpoint>) => api.post('/api/webhooks', { body }),
    onSuccess: useChanged(),
  })
}
export function useSaveEndpoint(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveEndpoint>) =>
      api.put('/api/webhooks/{id}', { params: { path: { id } }, body }),
    onSuccess: useChanged(),
  })
}
export function useRemoveEndpoint() {
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/webhooks/{id}', { params: { path: { id } } }),
    onSuccess: useChanged(),
  })
}
export function useRotateSecret(id: string) {
  return useMutation({
    mutationFn: (overlapHours: number) =>
      api.post('/api/webhooks/{id}/secret', { params: { path: { id } }, body: { overlapHours } }),
    onSuccess: useChanged(),
  })
}
export function usePing(id: string) {
  return useMutation({
    mutationFn: () => api.post('/api/webhooks/{id}/ping', { params: { path: { id } } }),
    onSuccess: useChanged(),
  })
}
export function useReplayCall() {
  return useMutation({
    mutationFn: (id: string) => api.post('/api/webhook-calls/{id}/replay', { params: { path: { id } } }),
    onSuccess: useChanged(),
  })
}
export function useReplaySpan(id: string) {
  return useMutation({
    mutationFn: (body: z.input<typeof ReplaySpan>) =>
      api.post('/api/webhooks/{id}/replay', { params: { path: { id } }, body }),
    onSuccess: useChanged(),
  })
}
