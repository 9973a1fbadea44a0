import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  CalendarYear,
  CalendarYearView,
  DraftState,
  PlaybookVersion,
  TradePlans as TradePlansView,
} from '#contracts/playbook/versions'
import { ApiProblem, api } from '../../app/api.ts'
import { learnTaiwan } from '../../ui/text-in.ts'

export type VersionView = z.infer<typeof PlaybookVersion>
export type Draft = z.infer<typeof DraftState>
type TradePlans = z.infer<typeof TradePlansView>
export type YearView = z.infer<typeof CalendarYearView>

export const playbookQuery = queryOptions({
  queryKey: ['playbook'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => learnTaiwan(await api.get('/api/playbook', { signal })),
})

export const versionsQuery = queryOptions({
  queryKey: ['playbook', 'versions'],
  queryFn: ({ signal }) => api.get('/api/playbook/versions', { signal }),
})

export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: ['playbook', 'versions', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      learnTaiwan(await api.get('/api/playbook/versions/{id}', { params: { path: { id } }, signal })),
  })

/** Null: nobody has begun a draft. */
export const draftQuery = queryOptions({
  queryKey: ['playbook', 'draft'],
  queryFn: async ({ signal }): Promise<Draft | null> => {
    try {
      return learnTaiwan(await api.get('/api/playbook/draft', { signal }))
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) return null
      throw error
    }
  },
})

/** The emergency plans of the brand's trade; null where the trade has no pack. */
export const tradePlansQuery = queryOptions({
  queryKey: ['playbook', 'trade-plans'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<TradePlans | null> => {
    try {
      return learnTaiwan(await api.get('/api/playbook/trade-plans', { signal }))
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 422) return null
      throw error
    }
  },
})

export const yearsQuery = queryOptions({
  queryKey: ['playbook', 'calendar-years'],
  queryFn: ({ signal }) => api.get('/api/playbook/calendar-years', { signal }),
})

/** Saves the whole draft document; the answer carries its mistakes and what it changes. */
export function useSaveDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: { document: unknown; note?: string }) =>
      learnTaiwan(await api.put('/api/playbook/draft', { body: { note: '', ...body } })),
    onSuccess: (draft) => client.setQueryData(draftQuery.queryKey, draft),
  })
}

export function useDiscardDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.delete('/api/playbook/draft'),
    onSuccess: () => client.setQueryData(draftQuery.queryKey, null),
  })
}

export function usePublishDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: string) => api.post('/api/playbook/publication', { body: { note } }),
    onSuccess: () => {
      client.setQueryData(draftQuery.queryKey, null)
      return client.invalidateQueries({ queryKey: ['playbook'] })
    },
  })
}

export function useSaveYear() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CalendarYear) =>
      api.put('/api/playbook/calendar-years/{year}', { params: { path: { year: body.year } }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['playbook', 'calendar-years'] }),
  })
}
