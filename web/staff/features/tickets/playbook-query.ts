import { useQuery } from '@tanstack/react-query'
import type { Playbook } from '#contracts/playbook'
import { request } from '../../app/api.ts'

/** The published playbook: its categories, scales and matrix. */
export function usePlaybookDocument() {
  return useQuery({
    queryKey: ['playbook', 'document'],
    queryFn: async ({ signal }) =>
      (await request<{ document: Playbook }>('GET', '/playbook', { signal })).document,
    staleTime: 300_000,
  })
}
