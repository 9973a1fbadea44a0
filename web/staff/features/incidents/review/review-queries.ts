import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { MeasureView } from '#contracts/incidents/measures'
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

/** What came of the reviews of all rooms that the reader answers for. */
export function useAllMeasures(view: MeasureView) {
  return useInfiniteQuery({
    queryKey: ['incidents', 'measures', view],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/measures', { params: { query: { view, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
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
