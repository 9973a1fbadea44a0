import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import { api } from '../../../app/api.ts'
import { useCan, useMe } from '../../../app/session.ts'
import { roomDrafts } from './room-drafts.ts'

const drafts = roomDrafts((roomId, part, text) =>
  api.put('/api/incidents/{id}/drafts/{part}', { params: { path: { id: roomId, part } }, body: { text } }),
)
addEventListener('pagehide', () => drafts.saveAll())

/**
 * What this person is writing in a part of a room: it is there again after another part or page was open, the page was loaded anew, or on another device.
 * Shape: `empty` is one value for good; set back to it, nothing is kept. `kept`: what of it the server keeps, sealed; never this machine's disk, since a
 * sheet names people who are ill.
 */
export function useRoomDraft<T>(
  roomId: string,
  part: RoomDraftPart,
  empty: T,
  kept: (value: T) => T = (value) => value,
) {
  const place = { staffId: useMe().staffId, roomId, part }
  const stored = useQuery({
    queryKey: ['incidents', 'drafts', place.staffId, roomId],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/{id}/drafts', { params: { path: { id: roomId } }, signal }),
    enabled: useCan('incidents.work'),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  }).data
  const { staffId } = place
  useEffect(() => {
    const found = stored?.find((one) => one.part === part)
    if (found) drafts.adopt({ staffId, roomId, part }, found.text)
  }, [stored, staffId, roomId, part])
  const change = (update: (now: T) => T) => drafts.change(place, { empty, update, kept })
  return [useSyncExternalStore(drafts.listen, () => drafts.read(place, empty)), change] as const
}
