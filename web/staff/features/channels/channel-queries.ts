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
  Receipt,
  SaveChannel,
  SaveCode,
} from '#contracts/channels'
import type { Shop, Staff } from '#contracts/people'
import type { Playbook, PlaybookVersion } from '#contracts/playbook'
import { request } from '../../app/api.ts'

export type ChannelView = z.infer<typeof Channel>
export type CodeView = z.infer<typeof Code>
export type KeyView = z.infer<typeof ApiKey>
export type KeyCreated = z.infer<typeof ApiKeyCreated>
export type CounterBody = z.input<typeof CounterFeedback>

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => request<ChannelView[]>('GET', '/channels', { signal }),
})

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => request<CodeView[]>('GET', '/codes', { signal }),
})

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => request<KeyView[]>('GET', '/api-keys', { signal }),
})

export const shopsQuery = queryOptions({
  queryKey: ['shops'],
  queryFn: ({ signal }) => request<Shop[]>('GET', '/shops', { signal }),
})

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => request<Staff[]>('GET', '/staff', { signal }),
})

/** The current playbook: its forms say what the counter asks and what a poster promises. */
export const playbookQuery = queryOptions({
  queryKey: ['playbook'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) =>
    request<{ version: z.infer<typeof PlaybookVersion>; document: Playbook }>('GET', '/playbook', { signal }),
})

/** Where the picture of a code is; SVG, so it prints sharp at any size. */
export function qrPath(codeId: string): string {
  return `/api/codes/${codeId}/qr.svg`
}

export function useSaveChannel() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: z.input<typeof SaveChannel> }) =>
      request<ChannelView>('PATCH', `/channels/${id}`, { body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
}

export function useCreateCodes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof CreateCodes>) => request<CodeView[]>('POST', '/codes', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['codes'] }),
  })
}

export function useSaveCode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: z.input<typeof SaveCode> }) =>
      request<CodeView>('PATCH', `/codes/${id}`, { body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['codes'] }),
  })
}

export function useCreateKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof CreateApiKey>) => request<KeyCreated>('POST', '/api-keys', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', `/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}

/** Records what a customer said at the counter; the same `submissionId` twice changes nothing. */
export function useRecordCounter() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CounterBody) =>
      request<z.infer<typeof Receipt>>('POST', '/counter/feedback', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
