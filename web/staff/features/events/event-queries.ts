import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { SalonForm } from '#contracts/channels/salon'
import type { EventState, SaveEvent } from '#contracts/loyalty/events'
import { api } from '../../app/api.ts'

export const eventsQuery = queryOptions({
  queryKey: ['events'],
  // People sign up while the page is open and no event tells of each.
  staleTime: 0,
  refetchInterval: 20_000,
  queryFn: ({ signal }) => api.get('/api/events', { signal }),
})
export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', id],
    queryFn: ({ signal }) => api.get('/api/events/{id}', { params: { path: { id } }, signal }),
  })
export const signUpsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['events', id, 'sign-ups'] as const,
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/events/{id}/sign-ups', {
        params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const ledgerQuery = infiniteQueryOptions({
  queryKey: ['events', 'ledger'] as const,
  staleTime: 0,
  queryFn: ({ pageParam, signal }) =>
    api.get('/api/event-rewards', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
})

function useChanged(key = 'events') {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [key] })
}

export function useSaveEvent(id: string | null) {
  return useMutation({
    mutationFn: (body: z.input<typeof SaveEvent>) =>
      id
        ? api.put('/api/events/{id}', { params: { path: { id } }, body })
        : api.post('/api/events', { body }),
    onSuccess: useChanged(),
  })
}
export function useEventState() {
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: EventState }) =>
      api.put('/api/events/{id}/state', { params: { path: { id } }, body: { state } }),
    onSuccess: useChanged(),
  })
}
type OneSignUp = { id: string; signUpId: string; reason: string }
export function useRevealSignUp() {
  return useMutation({
    mutationFn: ({ reason, ...path }: OneSignUp) =>
      api.post('/api/events/{id}/sign-ups/{signUpId}/contact', { params: { path }, body: { reason } }),
  })
}
export function useCancelSignUp() {
  return useMutation({
    mutationFn: ({ reason, ...path }: OneSignUp) =>
      api.post('/api/events/{id}/sign-ups/{signUpId}/cancellation', { params: { path }, body: { reason } }),
    onSuccess: useChanged(),
  })
}

/** The list as a file. Errors: the server's own sentence. */
export async function downloadSignUps(id: string, reason: string, language: string): Promise<void> {
  const answer = await fetch(`/api/events/${id}/sign-ups/export`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ reason }),
  })
  if (!answer.ok) {
    const known = (await answer.json().catch(() => null)) as { detail?: string } | null
    throw new Error(known?.detail ?? String(answer.status))
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = 'sign-ups.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export const salonFormQuery = queryOptions({
  queryKey: ['salon', 'form'],
  queryFn: ({ signal }) => api.get('/api/salon/form', { signal }),
})
export const salonDesksQuery = queryOptions({
  queryKey: ['salon', 'desks'],
  queryFn: ({ signal }) => api.get('/api/salon/desks', { signal }),
})
export function useSaveSalonForm() {
  return useMutation({
    mutationFn: (body: SalonForm) => api.put('/api/salon/form', { body }),
    onSuccess: useChanged('salon'),
  })
}
export function useCreateDesk() {
  return useMutation({
    mutationFn: (shopId: string) => api.post('/api/salon/desks', { body: { shopId } }),
    onSuccess: useChanged('salon'),
  })
}
export function useSwitchDesk() {
  return useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) =>
      api.patch('/api/salon/desks/{id}', { params: { path: { id } }, body: { on } }),
    onSuccess: useChanged('salon'),
  })
}
