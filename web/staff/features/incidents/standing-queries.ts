import { useQuery } from '@tanstack/react-query'
import type { IncidentStanding } from '#contracts/incidents/standing'
import { api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'

/** Without a live stream it is asked for anew at least this often. */
const AGAIN_MS = 60_000
const QUIET: IncidentStanding = { reach: 'own', open: 0, sealed: null, law: null, rooms: [] }

/** How emergencies stand for the reader; quiet until it is known, and for those who never read rooms. */
export function useStanding(): IncidentStanding {
  const { data } = useQuery({
    queryKey: ['incidents', 'standing'],
    queryFn: ({ signal }) => api.get('/api/incidents/standing', { signal }),
    enabled: useCan('incidents.read'),
    refetchInterval: AGAIN_MS,
  })
  return data ?? QUIET
}
