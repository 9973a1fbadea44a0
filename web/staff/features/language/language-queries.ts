import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TriageLearning, TriageQuality } from '#contracts/language'
import { api } from '../../app/api.ts'

export function useTriageQuality(weeks: number) {
  return useQuery({
    queryKey: ['triage-quality', weeks],
    queryFn: ({ signal }): Promise<TriageQuality> =>
      api.get('/api/triage-quality', { params: { query: { weeks } }, signal }),
  })
}

const LEARNING = ['triage-learning']

export function useTriageLearning() {
  return useQuery({
    queryKey: LEARNING,
    queryFn: ({ signal }): Promise<TriageLearning> => api.get('/api/triage-learning', { signal }),
  })
}

export type SteerDeed = 'back' | 'stop' | 'resume'

export function useSteer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: SteerDeed): Promise<TriageLearning> =>
      deed === 'back'
        ? api.delete('/api/triage-learning/version', {})
        : api.put('/api/triage-learning', { body: { stopped: deed === 'stop' } }),
    onSuccess: (fresh) => client.setQueryData(LEARNING, fresh),
  })
}
