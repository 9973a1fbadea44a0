import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Bulk, Export, SavedView, SaveView, StartBulk, StartExport } from '#contracts/tickets/inbox'
import { api } from '../../../app/api.ts'
import type { InboxSearch } from '../../../app/inbox-search.ts'
import { useCan } from '../../../app/session.ts'
import { askedIn } from '../ticket-queries.ts'

export const choicesQuery = queryOptions({
  queryKey: ['tickets', 'choices'],
  queryFn: ({ signal }) => api.get('/api/tickets/filter-choices', { signal }),
  staleTime: 120_000,
})

const viewsQuery = queryOptions({
  queryKey: ['tickets', 'saved-views'],
  queryFn: ({ signal }): Promise<SavedView[]> =>
    api.get('/api/saved-views', { signal }) as Promise<SavedView[]>,
  staleTime: 60_000,
})

export function useSavedViews(): SavedView[] {
  const can = useCan('tickets.read')
  return useQuery({ ...viewsQuery, enabled: can }).data ?? []
}

/** The saved view that the address names; undefined while it is not known, null when there is none of it. */
export function useSavedView(id: string | undefined): SavedView | null | undefined {
  const can = useCan('tickets.read')
  const views = useQuery({ ...viewsQuery, enabled: can && id !== undefined })
  if (id === undefined) return undefined
  return views.data ? (views.data.find((view) => view.id === id) ?? null) : undefined
}

export function useSavedCounts() {
  const can = useCan('tickets.read')
  return useQuery({
    queryKey: ['tickets', 'counts', 'saved'],
    queryFn: ({ signal }) => api.get('/api/saved-views/counts', { signal }),
    enabled: can,
    staleTime: 30_000,
    refetchInterval: 120_000,
  }).data
}

/** As far as was counted; a plus where there may be more. */
export function savedCountText(counted: { count: number; more: boolean } | undefined): string | null {
  if (!counted?.count) return null
  if (counted.count > 999) return '999+'
  return counted.more ? `${counted.count}+` : String(counted.count)
}

type ViewForm = z.input<typeof SaveView>

export function useSaveView() {
  const refresh = useRefreshViews()
  return useMutation({
    mutationFn: ({ id, view }: { id: string | null; view: ViewForm }) =>
      (id
        ? api.put('/api/saved-views/{id}', { params: { path: { id } }, body: view })
        : api.post('/api/saved-views', { body: view })) as Promise<SavedView>,
    onSuccess: refresh,
  })
}

export function useDeleteView() {
  const refresh = useRefreshViews()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/saved-views/{id}', { params: { path: { id } } }),
    onSuccess: refresh,
  })
}

export function useOrderViews() {
  const refresh = useRefreshViews()
  return useMutation({
    mutationFn: (ids: string[]) => api.put('/api/saved-views/order', { body: { ids } }),
    onSuccess: refresh,
  })
}

function useRefreshViews() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: viewsQuery.queryKey })
    void client.invalidateQueries({ queryKey: ['tickets', 'counts', 'saved'] })
  }
}

/** How many tickets the whole list has, for somebody who is about to do something with all of them. */
export function useFilterCount(search: InboxSearch, wanted: boolean) {
  const asked = askedIn(search)
  return useQuery({
    queryKey: ['tickets', 'filter-count', asked],
    queryFn: ({ signal }) => api.get('/api/tickets/filter-count', { params: { query: asked }, signal }),
    enabled: wanted,
    staleTime: 10_000,
    retry: false,
  })
}

const WATCH_MS = 1000
const bulksKey = ['tickets', 'bulks'] as const
const exportsKey = ['tickets', 'exports'] as const

/** My deeds on many tickets, looked at every second while one is on its way. */
export function useBulks() {
  const can = useCan('tickets.bulk')
  const client = useQueryClient()
  return useQuery({
    queryKey: bulksKey,
    queryFn: async ({ signal }) => {
      const bulks = (await api.get('/api/bulks', { signal })) as Bulk[]
      const before = client.getQueryData<Bulk[]>(bulksKey) ?? []
      if (before.some((one) => isMoving(one) && !isMoving(bulks.find((b) => b.id === one.id)))) {
        for (const queryKey of [['tickets', 'list'], ['tickets', 'counts'], ['home']])
          void client.invalidateQueries({ queryKey })
      }
      return bulks
    },
    enabled: can,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? WATCH_MS : false),
  })
}

export function isMoving(one: Pick<Bulk, 'state'> | undefined): boolean {
  return one?.state === 'running' || one?.state === 'undoing'
}

export function useStartBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (bulk: z.input<typeof StartBulk>) => api.post('/api/bulks', { body: bulk }),
    onSuccess: () => client.invalidateQueries({ queryKey: bulksKey }),
  })
}

export function useUndoBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.put('/api/bulks/{id}/undo', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: bulksKey }),
  })
}

/** My files, looked at every second while one is being written. */
export function useExports() {
  const can = useCan('tickets.export')
  return useQuery({
    queryKey: exportsKey,
    queryFn: ({ signal }) => api.get('/api/exports', { signal }) as Promise<Export[]>,
    enabled: can,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? WATCH_MS : false),
  })
}

export function useStartExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: z.input<typeof StartExport>) => api.post('/api/exports', { body: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey }),
  })
}

export function useRemoveExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete('/api/exports/{id}', { params: { path: { id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsKey }),
  })
}
