import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HandOver } from '#contracts/tickets/hand-over'
import { api } from '../../../app/api.ts'

export function useHandOverState() {
  return useQuery({
    queryKey: ['tickets', 'handOver'],
    queryFn: ({ signal }) => api.get('/api/me/hand-over', { signal }),
    staleTime: 0,
  })
}

/** Hands over and fetches anew whatever shows what was handed over. */
export function useHandOver() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HandOver) => api.post('/api/me/hand-over', { body }),
    onSuccess: () => {
      for (const queryKey of [['tickets'], ['home'], ['todos']]) void client.invalidateQueries({ queryKey })
    },
  })
}
