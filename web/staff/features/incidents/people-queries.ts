import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'

const FRESH_MS = 60_000

/** Whom somebody of the room can ring by hand, with what they are and where; numbers covered. */
export function useContacts(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['incidents', 'one', id, 'contacts'],
    queryFn: ({ signal }) => api.get('/api/incidents/{id}/contacts', { params: { path: { id } }, signal }),
    enabled: wanted,
    staleTime: FRESH_MS,
  })
}

/** One colleague's number, to be dialled; the audit keeps that it was asked for. */
export function useNumberOf(id: string) {
  return useMutation({
    mutationFn: (staffId: string) =>
      api.post('/api/incidents/{id}/contacts/{staffId}/number', { params: { path: { id, staffId } } }),
  })
}
