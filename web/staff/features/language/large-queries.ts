import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LargeSettings, LargeTest, SaveLarge, TryLarge } from '#contracts/language/large'
import { api } from '../../app/api.ts'

const KEY = ['large-model']

export function useLarge() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }): Promise<LargeSettings> => api.get('/api/large-model', { signal }),
  })
}

export function useSaveLarge() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SaveLarge): Promise<LargeSettings> => api.put('/api/large-model', { body }),
    onSuccess: (fresh) => {
      client.setQueryData(KEY, fresh)
      void client.invalidateQueries({ queryKey: ['large-uses'] })
    },
  })
}

export function useTryLarge() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TryLarge): Promise<LargeTest> => api.post('/api/large-model/test', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
