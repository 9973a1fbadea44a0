import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AffectedQuery, AffectedState, CalledByHand, WriteAffected } from '#contracts/incidents/affected'
import { api } from '../../../app/api.ts'
import type { Deed } from '../incident-queries.ts'

type Query = z.input<typeof AffectedQuery>
const on = (id: string) => ({ params: { path: { id } } })

export const affectedDeeds = {
  find:
    (body: Query): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/affected', { ...on(id), body }),
  write:
    (body: z.input<typeof WriteAffected>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/affected/message', { ...on(id), body }),
  decide:
    (version: number, approve: boolean, why = ''): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/affected/approval', { ...on(id), body: { version, approve, why } }),
  threadAgain:
    (ticketId: string): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/lost-replies/{ticketId}/tries', { params: { path: { id, ticketId } } }),
  called:
    (affectedId: string, body: z.input<typeof CalledByHand>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/affected/{affectedId}/call', {
        params: { path: { id, affectedId } },
        body,
      }),
}

/** The numbers of one customer, to ring them; who looked and why stands in the audit. */
export function useNumbers(customerId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      api
        .post('/api/customers/{id}/reveal', { params: { path: { id: customerId } }, body: { reason } })
        .then(({ identities }) =>
          identities.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
        ),
    gcTime: 0,
  })
}

/** How many it would be, before anybody is held on to. */
export function usePreview(id: string) {
  return useMutation({
    mutationFn: (body: Query) => api.post('/api/incidents/{id}/affected/preview', { ...on(id), body }),
  })
}

export function useAffected(id: string, state: AffectedState | undefined) {
  return useInfiniteQuery({
    queryKey: ['incidents', 'one', id, 'affected', state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/incidents/{id}/affected', {
        params: { path: { id }, query: { ...(state ? { state } : {}), cursor: pageParam } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}
