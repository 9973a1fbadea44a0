import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { DraftStatement, SaveStatement, Statement } from '#contracts/incidents/statements'
import { api } from '../../../app/api.ts'
import type { Deed } from '../incident-queries.ts'

/** The version that stands on the screen. */
type Read = Pick<Statement, 'id' | 'version'>
const at = (id: string, statementId: string) => ({ params: { path: { id, statementId } } })

export const statementDeeds = {
  draft:
    (body: z.input<typeof DraftStatement>): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/statements', { params: { path: { id } }, body }),
  save:
    (statementId: string, body: z.input<typeof SaveStatement>): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/statements/{statementId}', { ...at(id, statementId), body }),
  ask:
    (statementId: string): Deed =>
    (id) =>
      api.post('/api/incidents/{id}/statements/{statementId}/asks', at(id, statementId)),
  decide:
    ({ id: statementId, version }: Read, approve: boolean, why = '', gapsSeen = false): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/statements/{statementId}/approval', {
        ...at(id, statementId),
        body: { version, approve, why, gapsSeen },
      }),
  release:
    ({ id: statementId, version }: Read, where: string): Deed =>
    (id) =>
      api.put('/api/incidents/{id}/statements/{statementId}/release', {
        ...at(id, statementId),
        body: { version, where },
      }),
}

/** The plan's texts with the room's facts filled in. */
export function useOffers(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['incidents', 'one', id, 'offers'],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/{id}/statements/offers', { params: { path: { id } }, signal }),
    enabled: wanted,
  })
}
