import type { RoomDraftPart } from '#contracts/incidents/drafts'

type Place = { staffId: string; roomId: string; part: RoomDraftPart }
type Put = (roomId: string, part: RoomDraftPart, text: string) => Promise<unknown>
type Change<T> = { empty: T; update: (now: T) => T; kept: (value: T) => T }

const SAVE_AFTER_MS = 700
const AGAIN_MS = 10_000

/** What people are writing in rooms: in the page's memory at once, with the server a moment later. One save of a part follows the other. */
export function roomDrafts(put: Put) {
  const values = new Map<string, unknown>()
  /** Written on since the page was loaded: what the server had is older. */
  const touched = new Set<string>()
  const waiting = new Map<string, () => void>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const saving = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()
  const keyOf = ({ staffId, roomId, part }: Place) => `${staffId} ${roomId} ${part}`
  const tell = () => {
    for (const one of listeners) one()
  }

  function read<T>(place: Place, empty: T): T {
    const key = keyOf(place)
    return values.has(key) ? (values.get(key) as T) : empty
  }

  function change<T>(place: Place, { empty, update, kept }: Change<T>): void {
    const key = keyOf(place)
    const next = update(read(place, empty))
    const text = JSON.stringify(kept(next))
    const none = text === JSON.stringify(kept(empty))
    if (next === empty) values.delete(key)
    else values.set(key, next)
    touched.add(key)
    tell()
    // Sent: nothing of it may come back.
    saveIn(place, none ? 0 : SAVE_AFTER_MS, none ? '' : text)
  }

  function saveIn(place: Place, ms: number, text: string): void {
    const key = keyOf(place)
    clearTimeout(timers.get(key))
    const save = () => {
      waiting.delete(key)
      clearTimeout(timers.get(key))
      const before = saving.get(key) ?? Promise.resolve()
      const now = before
        .then(() => put(place.roomId, place.part, text))
        .then(
          () => undefined,
          (error: unknown) => {
            // Without a network it is tried again, unless something newer waits; what the server refuses is not.
            if ((error as { status?: number }).status === 0 && !waiting.has(key))
              saveIn(place, AGAIN_MS, text)
          },
        )
      saving.set(key, now)
    }
    waiting.set(key, save)
    timers.set(key, setTimeout(save, ms))
  }

  /** Takes over what the server kept, unless something was written here already. */
  function adopt(place: Place, text: string): void {
    const key = keyOf(place)
    if (touched.has(key) || values.has(key)) return
    try {
      values.set(key, JSON.parse(text))
    } catch {
      return
    }
    tell()
  }

  return {
    read,
    change,
    adopt,
    listen: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    /** The page goes: what waits for its moment is not lost. */
    saveAll: () => {
      for (const save of [...waiting.values()]) save()
    },
  }
}
