import type { RoomDraftPart } from '#contracts/incidents/drafts'

type Place = { staffId: string; roomId: string; part: RoomDraftPart }
type Put = (roomId: string, part: RoomDraftPart, text: string) => Promise<unknown>
type Change<T> = { empty: T; update: (now: T) => T; kept: (value: T) => T }
/** What is still to be sent of a part; empty: that nothing is kept any more. */
type Due = { place: Place; text: string }

const SAVE_AFTER_MS = 700
const AGAIN_MS = 10_000
const TOO_LONG = 413
const roomOf = ({ staffId, roomId }: Omit<Place, 'part'>) => `${staffId} ${roomId}`
const keyOf = ({ staffId, roomId, part }: Place) => `${staffId} ${roomId} ${part}`

/**
 * What people are writing in rooms: in the page's memory at once, with the server a moment later. One save of a part follows the other.
 * Shape: nothing is saved before it is known what the server kept (`known`); where that is something else than what was written here meanwhile, it
 *        stays as the other one until the writer has said which goes on (`swap`, `settle`).
 */
export function roomDrafts(put: Put) {
  const values = new Map<string, unknown>()
  /** Written on since the page was loaded: what the server had is older. */
  const touched = new Set<string>()
  const others = new Map<string, { value: unknown; text: string }>()
  const read = new Set<string>()
  /** Longer than the server keeps: nobody has it but this page. */
  const tooLong = new Set<string>()
  const waiting = new Map<string, Due>()
  const latest = new Map<string, Due>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const saving = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const one of listeners) one()
  }

  function heldAt<T>(place: Place, empty: T): T {
    const key = keyOf(place)
    return values.has(key) ? (values.get(key) as T) : empty
  }

  function change<T>(place: Place, { empty, update, kept }: Change<T>): void {
    const key = keyOf(place)
    const next = update(heldAt(place, empty))
    const text = JSON.stringify(kept(next))
    const none = text === JSON.stringify(kept(empty))
    if (next === empty) values.delete(key)
    else values.set(key, next)
    touched.add(key)
    tell()
    // Sent: nothing of it may come back.
    saveIn(none ? 0 : SAVE_AFTER_MS, { place, text: none ? '' : text })
  }

  function saveIn(ms: number, due: Due): void {
    const key = keyOf(due.place)
    waiting.set(key, due)
    latest.set(key, due)
    clearTimeout(timers.get(key))
    if (mayBeSaved(due.place))
      timers.set(
        key,
        setTimeout(() => send(key, false), ms),
      )
  }

  const mayBeSaved = (place: Place) => read.has(roomOf(place)) && !others.has(keyOf(place))

  /** A page that goes does not wait for the answer to an earlier save. */
  function send(key: string, leaving: boolean): void {
    const due = waiting.get(key)
    clearTimeout(timers.get(key))
    if (!due || !mayBeSaved(due.place)) return
    waiting.delete(key)
    const go = () => put(due.place.roomId, due.place.part, due.text)
    const before = leaving ? undefined : saving.get(key)
    const sent = (before ? before.then(go) : go()).then(
      () => {
        if (tooLong.delete(key)) tell()
      },
      (error: unknown) => {
        if ((error as { status?: number }).status === TOO_LONG) {
          tooLong.add(key)
          tell()
        }
        // Without a network it is tried again, unless something newer has come; what the server refuses is not.
        if ((error as { status?: number }).status === 0 && latest.get(key) === due) saveIn(AGAIN_MS, due)
      },
    )
    saving.set(key, sent)
  }

  /** Takes over what the server kept where nothing was written here yet; from now on what is written is saved. */
  function known(
    { staffId, roomId }: Omit<Place, 'part'>,
    found: readonly { part: RoomDraftPart; text: string }[],
  ): void {
    const room = roomOf({ staffId, roomId })
    const first = !read.has(room)
    read.add(room)
    for (const { part, text } of found) {
      const key = keyOf({ staffId, roomId, part })
      const value = parsed(text)
      if (value === undefined) continue
      if (!touched.has(key)) values.set(key, values.get(key) ?? value)
      else if (first && waiting.get(key)?.text !== text) others.set(key, { value, text })
    }
    for (const due of [...waiting.values()]) if (first && roomOf(due.place) === room) saveIn(0, due)
    tell()
  }

  /** The other one comes into the field, and what stood there is now the other one. */
  function swap(place: Place): void {
    const key = keyOf(place)
    const other = others.get(key)
    if (!other) return
    const text = waiting.get(key)?.text ?? ''
    if (text) others.set(key, { value: values.get(key), text })
    else others.delete(key)
    values.set(key, other.value)
    waiting.set(key, { place, text: other.text })
    tell()
  }

  /** What stands in the field goes on, the other one is gone. */
  function settle(place: Place): void {
    const key = keyOf(place)
    others.delete(key)
    tell()
    const due = waiting.get(key)
    if (due) saveIn(0, due)
  }

  return {
    read: heldAt,
    change,
    known,
    hasOther: (place: Place) => others.has(keyOf(place)),
    isTooLong: (place: Place) => tooLong.has(keyOf(place)),
    swap,
    settle,
    listen: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    /** The page goes: what waits for its moment is not lost. */
    saveAll: () => {
      for (const key of [...waiting.keys()]) send(key, true)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
