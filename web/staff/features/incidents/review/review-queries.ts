import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'
import { useCan } from '../../../app/session.ts'

/** What came of reviews, falls to me and is not done yet. */
export function useMyMeasures() {
  const { data } = useQuery({
    queryKey: ['incidents', 'my-measures'],
    queryFn: ({ signal }) => api.get('/api/measures/mine', { signal }),
    enabled: useCan('incidents.measures'),
  })
  return (data ?? []).filter(({ doneAt }) => !doneAt)
}

export function useFinishMeasure() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      api.put('/api/measures/{id}/result', { params: { path: { id } }, body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  })
}
