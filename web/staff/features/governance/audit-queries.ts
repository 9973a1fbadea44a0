import { infiniteQueryOptions, useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AuditEntry, AuditQuery } from '#contracts/governance'
import { api } from '../../app/api.ts'

export type AuditRow = z.infer<typeof AuditEntry>
export type AuditFilter = Omit<z.infer<typeof AuditQuery>, 'cursor'>

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/audit', { params: { query: { ...filter, cursor: pageParam } }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** Walks the whole chain on the server; asked for by a person, never on its own. */
export function useVerifyAudit() {
  return useMutation({
    mutationFn: () => api.get('/api/audit/verification'),
  })
}

/** Whose entries are shown, when one subject was tapped. */
export type Subject = { id: string; name: string }
