import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlatformCase, PlatformDeed } from '#contracts/tickets/platform-case'
import { api } from '../../../app/api.ts'

/** A decision on its way is looked after until the platform has it. */
const UNDER_WAY_MS = 3000
const on = (id: string) => ({ params: { path: { id } } })
const keyOf = (ticketId: string) => ['tickets', 'one', ticketId, 'platform-case'] as const

/** The complaint at a platform that a ticket is about; a live change of the ticket fetches it again. */
export function usePlatformCase(ticketId: string) {
  return useQuery({
    queryKey: keyOf(ticketId),
    queryFn: async ({ signal }): Promise<PlatformCase | null> =>
      (await api.get('/api/tickets/{id}/platform-case', { ...on(ticketId), signal })).case,
    refetchInterval: ({ state }) =>
      state.data?.done.some((one) => one.state === 'queued') ? UNDER_WAY_MS : false,
  })
}

export function useDecideCase(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { deed: PlatformDeed; reason: string }): Promise<PlatformCase> =>
      api.put('/api/tickets/{id}/platform-case/decision', { ...on(ticketId), body }),
    onSuccess: (now) => client.setQueryData(keyOf(ticketId), now),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets', 'one', ticketId] }),
  })
}
