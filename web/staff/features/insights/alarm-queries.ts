import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AlarmRow, DismissAlarm } from '#contracts/insights'
import { api } from '../../app/api.ts'
import { useCan } from '../../app/session.ts'
import { aboutWords } from './alarm-words.ts'
import type { Chosen } from './opening-choice.ts'

export type View = 'open' | 'ended'
/** Without a live stream the list is asked for anew at least this often. */
const AGAIN_MS = 60_000
const TITLE_MOST = 120

export function useAlarms(view: View) {
  return useInfiniteQuery({
    queryKey: ['insights', 'alarms', view],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/alarms', { params: { query: { view, cursor: pageParam } }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
  })
}

/** How many nobody has looked at, for the navigation. */
export function useNewAlarms(): number {
  return useCounts()?.new ?? 0
}

/** Of these how many may hurt somebody. */
export function useUrgentAlarms(): number {
  return useCounts()?.urgent ?? 0
}

/** Asks again; null where it was read. */
export function useUnreadAlarms(): (() => void) | null {
  const { isError, refetch } = useCountsQuery()
  return isError ? () => void refetch() : null
}

function useCounts() {
  return useCountsQuery().data
}

function useCountsQuery() {
  return useQuery({
    queryKey: ['insights', 'counts'],
    queryFn: ({ signal }) => api.get('/api/alarms/counts', { signal }),
    enabled: useCan('insights.readAlarms'),
    refetchInterval: AGAIN_MS,
  })
}

export function useSeeAlarm() {
  return useDeed((id: string) => api.put('/api/alarms/{id}/seen', { params: { path: { id } } }))
}

export function useDismissAlarm() {
  return useDeed(({ id, ...body }: DismissAlarm & { id: string }) =>
    api.put('/api/alarms/{id}/dismissal', { params: { path: { id } }, body }),
  )
}

/** What opening a room from this warning would do, asked for at the tap. */
export function useOpeningOf() {
  return useMutation({
    mutationFn: (alarmId: string) => api.get('/api/incidents/opening', { params: { query: { alarmId } } }),
  })
}

/** One tap: everything follows from the tickets where nothing was chosen; the room is called after what they have in common, not after the words of one of them. */
export function useRoomFromAlarm() {
  const { t } = useTranslation('insights')
  return useDeed(({ alarm, chosen }: { alarm: AlarmRow; chosen?: Chosen | undefined }) =>
    api.post('/api/incidents', {
      body: {
        source: 'alarm',
        alarmId: alarm.id,
        // Without a ticket that may be seen nothing is known but the warning itself.
        ...(alarm.tickets.length
          ? {}
          : { title: t('roomTitle', { about: aboutWords(t, alarm.about) }).slice(0, TITLE_MOST) }),
        ticketIds: alarm.tickets.map((ticket) => ticket.id),
        // Of a choice the shops are those of its tickets.
        shopIds: chosen?.without.length ? [] : alarm.shops.map((shop) => shop.id),
        ...chosen,
      },
    }),
  )
}

function useDeed<In, Out>(deed: (given: In) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSettled: () => client.invalidateQueries({ queryKey: ['insights'] }),
  })
}
