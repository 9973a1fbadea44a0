import { useQuery } from '@tanstack/react-query'
import type { IncidentStanding } from '#contracts/incidents/standing'
import { api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'
import { useMySeals } from './seal/seal-queries.ts'
import { useOfShop } from './seal/use-waiting-seals.ts'

/** Without a live stream it is asked for anew at least this often. */
const AGAIN_MS = 60_000
const QUIET: IncidentStanding = { reach: 'own', open: 0, sealed: null, law: null, rooms: [] }

/** How emergencies stand for the reader; quiet until it is known, and for those who never read rooms. */
export function useStanding(): IncidentStanding {
  return useStandingQuery().data ?? QUIET
}

/** Asks again; null where it was read: what could not be read must not look as if nothing waited. */
export function useUnreadStanding(): (() => void) | null {
  const standing = useStandingQuery()
  const seals = useMySeals(useOfShop())
  const failed = [standing, seals].filter(({ isError }) => isError)
  if (failed.length === 0) return null
  return () => {
    for (const query of failed) void query.refetch()
  }
}

function useStandingQuery() {
  return useQuery({
    queryKey: ['incidents', 'standing'],
    queryFn: ({ signal }) => api.get('/api/incidents/standing', { signal }),
    enabled: useCan('incidents.read'),
    refetchInterval: AGAIN_MS,
  })
}
