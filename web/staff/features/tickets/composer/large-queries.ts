import { useMutation, useQuery } from '@tanstack/react-query'
import type { LargeUse } from '#contracts/language/large'
import { api } from '../../../app/api.ts'
import { useCan } from '../../../app/session.ts'

/** What a connected large model may be asked here; nothing until somebody connects one. */
export function useLargeUses(): readonly LargeUse[] {
  const can = useCan('language.use')
  const uses = useQuery({
    queryKey: ['large-uses'],
    queryFn: ({ signal }) => api.get('/api/large-model/uses', { signal }),
    enabled: can,
    staleTime: 300_000,
  })
  return uses.data?.uses ?? []
}

export function useLargeText(id: string, use: 'summary' | 'reply') {
  return useMutation({
    mutationFn: (): Promise<{ text: string }> =>
      use === 'summary'
        ? api.post('/api/tickets/{id}/summary', { params: { path: { id } } })
        : api.post('/api/tickets/{id}/reply-draft', { params: { path: { id } } }),
  })
}
