import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Import,
  ImportEmergency,
  ImportMapping,
  ImportPreview,
  ImportSetup,
  ImportWhat,
  SaveImportState,
} from '#contracts/tickets/import'
import { api } from '../../app/api.ts'

/** The live stream says when a file has moved on; this is for when the stream is away. */
const WATCH_MS = 4000
const isMoving = (one: Import | undefined) => one?.state === 'reading' || one?.state === 'running'

export const importsQuery = queryOptions({
  queryKey: ['import', 'list'],
  queryFn: ({ signal }) => api.get('/api/imports', { signal }) as Promise<Import[]>,
  refetchInterval: ({ state }) => (state.data?.some(isMoving) ? WATCH_MS : false),
})

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', 'one', id],
    queryFn: ({ signal }) =>
      api.get('/api/imports/{id}', { params: { path: { id } }, signal }) as Promise<Import>,
    refetchInterval: ({ state }) => (isMoving(state.data) ? WATCH_MS : false),
  })

export const setupQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', 'setup', id],
    queryFn: ({ signal }) =>
      api.get('/api/imports/{id}/setup', { params: { path: { id } }, signal }) as Promise<ImportSetup>,
  })

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', 'preview', id],
    queryFn: ({ signal }) =>
      api.get('/api/imports/{id}/preview', { params: { path: { id } }, signal }) as Promise<ImportPreview>,
  })

export const emergenciesQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', 'emergencies', id],
    queryFn: ({ signal }) =>
      api.get('/api/imports/{id}/emergencies', { params: { path: { id } }, signal }) as Promise<
        ImportEmergency[]
      >,
  })

export function useUpload() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, what }: { file: File; what: ImportWhat }) => {
      const body = new FormData()
      body.append('file', file)
      // A form with a file stands in no JSON schema, so the document knows no body for this path.
      return api.post('/api/imports', { params: { query: { what } }, body } as never) as Promise<Import>
    },
    onSuccess: () => client.invalidateQueries({ queryKey: importsQuery.queryKey }),
  })
}

export function useSaveMapping(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ImportMapping) =>
      api.put('/api/imports/{id}/mapping', { params: { path: { id } }, body }) as Promise<ImportSetup>,
    onSuccess: (setup) => {
      client.setQueryData(setupQuery(id).queryKey, setup)
      return Promise.all([
        client.invalidateQueries({ queryKey: previewQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: importQuery(id).queryKey }),
      ])
    },
  })
}

export function useMoveImport(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (state: z.infer<typeof SaveImportState>['state']) =>
      api.put('/api/imports/{id}/state', { params: { path: { id } }, body: { state } }) as Promise<Import>,
    onSuccess: (one) => {
      client.setQueryData(importQuery(id).queryKey, one)
      return client.invalidateQueries({ queryKey: importsQuery.queryKey })
    },
  })
}
