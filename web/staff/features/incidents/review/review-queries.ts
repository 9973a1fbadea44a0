import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'
import { useCan } from '../../../app/session.ts'

/** What came of reviews and falls to me. */
export function useMyMeasures() {
  return useQuery({
    queryKey: ['incidents', 'my-measures'],
    queryFn: ({ signal }) => api.get('/api/measures/mine', { signal }),
    enabled: useCan('incidents.measures'),
  })
}

export function useFinishMeasure() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      api.put('/api/measures/{id}/result', { params: { path: { id } }, body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  })
}
