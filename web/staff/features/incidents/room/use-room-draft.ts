import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { RoomDraftPart } from '#contracts/incidents/drafts'
import { ApiProblem, api } from '../../../app/api.ts'
import { useCan, useMe } from '../../../app/session.ts'
import { roomDrafts } from './room-drafts.ts'

/** A browser lets no more than 64 KiB outlive the page. Units: bytes. */
const OUTLIVES = 60_000
const READ_AGAIN_MS = 10_000

const drafts = roomDrafts((roomId, part, text) =>
  api.put('/api/incidents/{id}/drafts/{part}', {
    params: { path: { id: roomId, part } },
    body: { text },
    keepalive: new Blob([JSON.stringify({ text })]).size < OUTLIVES,
  }),
)
addEventListener('pagehide', drafts.saveAll)
// A phone ends a page that is out of sight without a word.
document.addEventListener('visibilitychange', () => document.hidden && drafts.saveAll())

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
  const stored = useStored(roomId).data
  const { staffId } = place
  useEffect(() => {
    if (stored) drafts.known({ staffId, roomId }, stored)
  }, [stored, staffId, roomId])
  const change = (update: (now: T) => T) => drafts.change(place, { empty, update, kept })
  return [useSyncExternalStore(drafts.listen, () => drafts.read(place, empty)), change] as const
}

/** Whether the server kept something else here before, whether that could not be read, and whether what is written is too long for it. */
export function useOtherDraft(roomId: string, part: RoomDraftPart) {
  const place = { staffId: useMe().staffId, roomId, part }
  const stored = useStored(roomId)
  return {
    other: useSyncExternalStore(drafts.listen, () => drafts.hasOther(place)),
    tooLong: useSyncExternalStore(drafts.listen, () => drafts.isTooLong(place)),
    swap: () => drafts.swap(place),
    settle: () => drafts.settle(place),
    unread: stored.data === undefined && mayComeBack(stored.error),
    readAgain: () => void stored.refetch(),
  }
}

function useStored(roomId: string) {
  const { staffId } = useMe()
  return useQuery({
    queryKey: ['incidents', 'drafts', staffId, roomId],
    queryFn: ({ signal }) =>
      api.get('/api/incidents/{id}/drafts', { params: { path: { id: roomId } }, signal }),
    enabled: useCan('incidents.work'),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) =>
      state.data === undefined && mayComeBack(state.error) ? READ_AGAIN_MS : false,
    retry: false,
  })
}

/** It was not refused: it could not be read just now. */
const mayComeBack = (error: Error | null) =>
  error !== null && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500)
