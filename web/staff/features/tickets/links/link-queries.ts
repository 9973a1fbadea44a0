import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type {
  Cycle,
  DetachMessage,
  LinkedTicket,
  MergeTicket,
  TagList,
  TicketLinks,
} from '#contracts/tickets/links'
import { api } from '../../../app/api.ts'

const on = (id: string) => ({ params: { path: { id } } })

/** Under the ticket's key, so that a live change fetches it again. */
export function useLinks(id: string) {
  return useQuery({
    queryKey: ['tickets', 'one', id, 'links'],
    queryFn: ({ signal }): Promise<TicketLinks> => api.get('/api/tickets/{id}/links', { ...on(id), signal }),
  })
}

export function useFound(id: string, q: string) {
  return useQuery({
    queryKey: ['tickets', 'one', id, 'found', q],
    queryFn: ({ signal }): Promise<LinkedTicket[]> =>
      api.get('/api/tickets/{id}/links/found', { params: { path: { id }, query: { q } }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

export function useCycles(id: string) {
  return useQuery({
    queryKey: ['tickets', 'one', id, 'cycles'],
    queryFn: ({ signal }): Promise<Cycle[]> => api.get('/api/tickets/{id}/cycles', { ...on(id), signal }),
  })
}

export function useTags(q: string, wanted: boolean) {
  return useQuery({
    queryKey: ['tickets', 'tags', q],
    queryFn: ({ signal }): Promise<z.infer<typeof TagList>> =>
      api.get('/api/tags', { params: { query: { q } }, signal }),
    enabled: wanted,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
}

/** Both tickets and the lists are fetched again. */
export function useDetach(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof DetachMessage>): Promise<Ticket> =>
      api.post('/api/tickets/{id}/detached', { ...on(id), body }),
    onSuccess: () => {
      for (const queryKey of [['tickets'], ['home']]) void client.invalidateQueries({ queryKey })
    },
  })
}

type Deed = () => Promise<unknown>

/** What is done to links and tags, ready to be done. */
export const linkDeeds = {
  merge:
    (source: string, body: z.input<typeof MergeTicket>): Deed =>
    () =>
      api.put('/api/tickets/{id}/merge', { ...on(source), body }),
  split:
    (source: string, reason: string): Deed =>
    () =>
      api.delete('/api/tickets/{id}/merge', { ...on(source), body: { reason } }),
  relate:
    (id: string, otherId: string, note: string): Deed =>
    () =>
      api.put('/api/tickets/{id}/relations/{otherId}', { params: { path: { id, otherId } }, body: { note } }),
  unrelate:
    (id: string, otherId: string): Deed =>
    () =>
      api.delete('/api/tickets/{id}/relations/{otherId}', { params: { path: { id, otherId } } }),
  refuse:
    (id: string, otherId: string): Deed =>
    () =>
      api.delete('/api/tickets/{id}/matters/{otherId}', { params: { path: { id, otherId } } }),
  tag:
    (id: string, tags: string[]): Deed =>
    () =>
      api.put('/api/tickets/{id}/tags', { ...on(id), body: { tags } }),
}

/** A deed changes two tickets and the lists: all of them are fetched again. */
export function useLinkDeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: Deed) => deed(),
    onSuccess: () => {
      for (const queryKey of [['tickets'], ['home']]) void client.invalidateQueries({ queryKey })
    },
  })
}
