import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ConnectableKind,
  CreateChannel,
  DeadLetter,
  SettingValues,
  StrayMessage,
} from '#contracts/channels/connect'
import { api } from '../../../app/api.ts'

export type Stray = z.infer<typeof StrayMessage>
export type Letter = z.infer<typeof DeadLetter>
export type { ConnectableKind }

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', 'connection', id] as const,
    queryFn: ({ signal }) => api.get('/api/channels/{id}/connection', { params: { path: { id } }, signal }),
  })

export const straysQuery = (channel: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['channels', 'strays', channel ?? ''] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/channels/strays', { params: { query: { channel, after: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const lettersQuery = infiniteQueryOptions({
  queryKey: ['channels', 'letters'] as const,
  queryFn: ({ pageParam, signal }) =>
    api.get('/api/channels/letters', { params: { query: { after: pageParam } }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
})

/** Everything about channels is fetched again: a change shows on the cards, the page and the lists alike. */
function useChannelsChanged() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['channels'] })
}

export function useCreateChannel() {
  return useMutation({
    mutationFn: (body: z.input<typeof CreateChannel>) => api.post('/api/channels', { body }),
    onSuccess: useChannelsChanged(),
  })
}

export function useSaveConnection(id: string) {
  const client = useQueryClient()
  const changed = useChannelsChanged()
  return useMutation({
    mutationFn: (settings: SettingValues) =>
      api.put('/api/channels/{id}/connection', { params: { path: { id } }, body: { settings } }),
    onSuccess: (saved) => {
      client.setQueryData(connectionQuery(id).queryKey, saved)
      return changed()
    },
  })
}

export function useTestConnection(id: string) {
  return useMutation({
    mutationFn: () => api.post('/api/channels/{id}/test', { params: { path: { id } } }),
    onSettled: useChannelsChanged(),
  })
}

export function useSettleStray() {
  return useMutation({
    mutationFn: ({ id, deed }: { id: string; deed: 'again' | 'dismiss' }) =>
      api.post('/api/channels/strays/{id}', { params: { path: { id } }, body: { deed } }),
    onSettled: useChannelsChanged(),
  })
}

export function useSettleLetter() {
  const client = useQueryClient()
  const changed = useChannelsChanged()
  return useMutation({
    mutationFn: ({ id, deed }: { id: string; deed: 'again' | 'drop' }) =>
      api.post('/api/channels/letters/{id}', { params: { path: { id } }, body: { deed } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['tickets', 'one'] })
      return changed()
    },
  })
}
