import type { RoomDraftPart } from '#contracts/incidents/drafts'

type Place = { staffId: string; roomId: string; part: RoomDraftPart }
type Put = (roomId: string, part: RoomDraftPart, text: string) => Promise<unknown>
type Change<T> = { empty: T; update: (now: T) => T; kept: (value: T) => T }
/** What is still to be sent of a part; an empty text: that nothing is kept any more. */
type Due = { text: string }

type Part = {
  place: Place
  /** Undefined where it is as empty as at first. */
  value?: unknown
  /** Written on since the page was loaded: what the server had is older. */
  touched: boolean
  /** What the server kept besides, until the writer has said which goes on. */
  other?: { value: unknown; text: string } | undefined
  due?: Due | undefined
  /** The last that was due, sent or not. */
  latest?: Due
  timer?: ReturnType<typeof setTimeout>
  saving?: Promise<void>
  /** Longer than the server keeps: nobody has it but this page. */
  tooLong: boolean
}
/** `readRooms`: of these it is known what the server kept. */
type Store = { put: Put; readRooms: Set<string>; tell: () => void }

const SAVE_AFTER_MS = 700
const AGAIN_MS = 10_000
const TOO_LONG = 413
const roomOf = ({ staffId, roomId }: Omit<Place, 'part'>) => `${staffId} ${roomId}`

/**
 * What people are writing in rooms: in the page's memory at once, with the server a moment later. One save of a part follows the other.
 * Shape: nothing is saved before it is known what the server kept (`known`); where that is something else than what was written here meanwhile, it
 *        stays as the other one until the writer has said which goes on (`swap`, `settle`).
 */
export function roomDrafts(put: Put) {
  const parts = new Map<string, Part>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const one of listeners) one()
  }
  const store: Store = { put, readRooms: new Set(), tell }

  function at(place: Place): Part {
    const key = `${roomOf(place)} ${place.part}`
    const part = parts.get(key) ?? { place, touched: false, tooLong: false }
    parts.set(key, part)
    return part
  }

  return {
    read: <T>(place: Place, empty: T): T => heldIn(at(place), empty),
    change: <T>(place: Place, { empty, update, kept }: Change<T>): void => {
      const part = at(place)
      const next = update(heldIn(part, empty))
      const text = JSON.stringify(kept(next))
      const none = text === JSON.stringify(kept(empty))
      part.value = next === empty ? undefined : next
      part.touched = true
      tell()
      // Sent: nothing of it may come back.
      saveIn(store, part, none ? 0 : SAVE_AFTER_MS, { text: none ? '' : text })
    },
    /** Takes over what the server kept where nothing was written here yet; from now on what is written is saved. */
    known: (room: Omit<Place, 'part'>, found: readonly { part: RoomDraftPart; text: string }[]): void => {
      const first = !store.readRooms.has(roomOf(room))
      store.readRooms.add(roomOf(room))
      for (const { part, text } of found) takeOver(at({ ...room, part }), text, first)
      if (first)
        for (const part of parts.values())
          if (part.due && roomOf(part.place) === roomOf(room)) saveIn(store, part, 0, part.due)
      tell()
    },
    hasOther: (place: Place) => at(place).other !== undefined,
    isTooLong: (place: Place) => at(place).tooLong,
    /** The other one comes into the field, and what stood there is now the other one. */
    swap: (place: Place): void => {
      const part = at(place)
      const { other, due, value } = part
      if (!other) return
      part.other = due?.text ? { value, text: due.text } : undefined
      part.value = other.value
      part.due = { text: other.text }
      tell()
    },
    /** What stands in the field goes on, the other one is gone. */
    settle: (place: Place): void => {
      const part = at(place)
      part.other = undefined
      tell()
      if (part.due) saveIn(store, part, 0, part.due)
    },
    listen: (changed: () => void) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    /** The page goes: what waits for its moment is not lost. */
    saveAll: () => {
      for (const part of parts.values()) send(store, part, true)
    },
  }
}

const heldIn = <T>({ value }: Part, empty: T): T => (value === undefined ? empty : (value as T))

function takeOver(part: Part, text: string, first: boolean): void {
  const value = parsed(text)
  if (value === undefined) return
  if (!part.touched) part.value ??= value
  else if (first && part.due?.text !== text) part.other = { value, text }
}

const mayBeSaved = ({ readRooms }: Store, { place, other }: Part) => readRooms.has(roomOf(place)) && !other

function saveIn(store: Store, part: Part, ms: number, due: Due): void {
  part.due = due
  part.latest = due
  clearTimeout(part.timer)
  if (mayBeSaved(store, part)) part.timer = setTimeout(() => send(store, part, false), ms)
}

/** A page that goes does not wait for the answer to an earlier save. */
function send(store: Store, part: Part, leaving: boolean): void {
  const { due, place } = part
  clearTimeout(part.timer)
  if (!due || !mayBeSaved(store, part)) return
  part.due = undefined
  const go = () => store.put(place.roomId, place.part, due.text)
  const before = leaving ? undefined : part.saving
  part.saving = (before ? before.then(go) : go()).then(
    () => sayTooLong(store, part, false),
    (error: unknown) => failed(store, part, due, (error as { status?: number }).status),
  )
}

/** Without a network it is tried again, unless something newer has come; what the server refuses is not. */
function failed(store: Store, part: Part, due: Due, status: number | undefined): void {
  if (status === TOO_LONG) sayTooLong(store, part, true)
  if (status === 0 && part.latest === due) saveIn(store, part, AGAIN_MS, due)
}

function sayTooLong({ tell }: Store, part: Part, tooLong: boolean): void {
  if (part.tooLong === tooLong) return
  part.tooLong = tooLong
  tell()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
