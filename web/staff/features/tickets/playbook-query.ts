import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { learnTaiwan } from '../../ui/text-in.ts'

/** The published playbook: its categories, scales and matrix. */
export function usePlaybookDocument() {
  return useQuery({
    queryKey: ['playbook', 'document'],
    queryFn: async ({ signal }) => learnTaiwan(await api.get('/api/playbook', { signal })).document,
    staleTime: 300_000,
  })
}
