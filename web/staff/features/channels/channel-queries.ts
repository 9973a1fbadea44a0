import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ApiKey,
  ApiKeyCreated,
  Channel,
  Code,
  CounterFeedback,
  CreateApiKey,
  CreateCodes,
  SaveChannel,
  SaveCode,
} from '#contracts/channels'
import { api } from '../../app/api.ts'

export type ChannelView = z.infer<typeof Channel>
export type CodeView = z.infer<typeof Code>
export type KeyView = z.infer<typeof ApiKey>
export type KeyCreated = z.infer<typeof ApiKeyCreated>
export type CounterBody = z.input<typeof CounterFeedback>

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  // No event tells of each message: whoever opens the page sees how it is now.
  staleTime: 0,
  queryFn: ({ signal }) => api.get('/api/channels', { signal }),
})

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => api.get('/api/codes', { signal }),
})

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => api.get('/api/api-keys', { signal }),
})

/** Where the picture of a code is; SVG, so it prints sharp at any size. */
export function qrPath(codeId: string): string {
  return `/api/codes/${codeId}/qr.svg`
}

export function useSaveChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: z.input<typeof SaveChannel> }) =>
      api.patch('/api/channels/{id}', { params: { path: { id } }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
}

export function useCreateCodes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof CreateCodes>) => api.post('/api/codes', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['codes'] }),
  })
}

export function useSaveCode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: z.input<typeof SaveCode> }) =>
      api.patch('/api/codes/{id}', { params: { path: { id } }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['codes'] }),
  })
}

export function useCreateKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof CreateApiKey>) => api.post('/api/api-keys', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/api-keys/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

/** Records what a customer said at the counter; the same `submissionId` twice changes nothing. */
export function useRecordCounter() {
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: CounterBody) => api.post('/api/counter/feedback', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
