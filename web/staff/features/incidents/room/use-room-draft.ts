import { useSyncExternalStore } from 'react'
import { useMe } from '../../../app/session.ts'

const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/**
 * What this person is writing in a part of a room: it is there again after another part or page was open.
 * Shape: `empty` is one value for good; set back to it, nothing is kept. Never on the machine's disk: a sheet names people who are ill.
 */
export function useRoomDraft<T>(roomId: string, part: string, empty: T) {
  const key = `${useMe().staffId} ${roomId} ${part}`
  const now = () => (drafts.has(key) ? (drafts.get(key) as T) : empty)
  const change = (update: (now: T) => T) => {
    const next = update(now())
    if (next === empty) drafts.delete(key)
    else drafts.set(key, next)
    for (const tell of listeners) tell()
  }
  return [useSyncExternalStore(listen, now), change] as const
}
