import { type QueryClient, type QueryKey, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { LiveEvent } from '#contracts/tickets'
import { api } from './api.ts'
import { BOARDS, EVERYTHING, keysOf } from './live-keys.ts'

type Live = 'opening' | 'open' | 'lost'
let state: Live = 'opening'
const listeners = new Set<() => void>()

function setState(next: Live): void {
  if (next === state) return
  state = next
  for (const changed of listeners) changed()
}

export function useLiveState(): Live {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => state,
  )
}

/** Events are gathered for so long before anything is fetched again; a burst of hundreds costs one round. */
const GATHER_MS = 400
/** Lists and counts, which every ticket touches, are fetched again at most this often. */
const LIST_EVERY_MS = 2_500
/** Boards at which somebody stands and waits for the next move are never more than a second behind. */
const BOARD_EVERY_MS = 700
/** In an emergency room everybody sees what one has done at once. */
const ROOM_MS = 80
/** A refused stream is opened anew after so long. */
const REOPEN_MS = 5_000
/** Stream gone for so long: say so. */
const PATIENCE_MS = 6_000

/**
 * Opens the live stream and marks what it names as stale, so that the queries on the screen fetch it again.
 * Shape: events carry ids only; a change of a ticket touches that ticket, the lists, the counts, home and notices.
 *        A stream that breaks off may mean that the person was locked out: the session is asked at once.
 */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let stream: EventSource
    let patience: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const one = gather(client, GATHER_MS, GATHER_MS)
    const rooms = gather(client, ROOM_MS, 3 * ROOM_MS)
    const boards = gather(client, GATHER_MS, BOARD_EVERY_MS)
    const lists = gather(client, GATHER_MS, LIST_EVERY_MS)
    const touch = (keys: QueryKey[]) => {
      for (const key of keys) {
        const inRoom = key[0] === 'incidents' && key[1] === 'one'
        const at = inRoom
          ? rooms
          : key[1] === 'one'
            ? one
            : BOARDS.some((board) => board === key[1])
              ? boards
              : lists
        at.add(key)
      }
    }
    const opened = () => {
      // What happened while the stream was away, however short, is not sent again.
      if (patience) touch(EVERYTHING)
      clearTimeout(patience)
      patience = undefined
      setState('open')
    }
    const broken = () => {
      // The browser gives up on a stream that was refused.
      const refused = stream.readyState === EventSource.CLOSED
      if (refused || !patience) client.fetchQuery(sessionCheck).catch(() => {})
      if (refused) again = setTimeout(open, REOPEN_MS)
      patience ??= setTimeout(() => setState('lost'), PATIENCE_MS)
    }
    const open = () => {
      stream = new EventSource('/api/live')
      stream.addEventListener('change', (event) => {
        touch(keysOf(JSON.parse((event as MessageEvent<string>).data) as z.infer<typeof LiveEvent>))
      })
      stream.onopen = opened
      stream.onerror = broken
    }
    open()
    return () => {
      one.stop()
      rooms.stop()
      boards.stop()
      lists.stop()
      clearTimeout(patience)
      clearTimeout(again)
      stream.close()
    }
  }, [client])
}

/** A refusal sends the person to the sign-in page, as that of any other query does. */
const sessionCheck = queryOptions({
  queryKey: ['session-check'],
  queryFn: () => api.get('/api/session'),
  staleTime: 0,
  gcTime: 0,
})

/** Collects keys and marks them stale together: `firstMs` after a quiet time, then no oftener than every `everyMs`. */
function gather(client: QueryClient, firstMs: number, everyMs: number) {
  const pending = new Map<string, QueryKey>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const flush = () => {
    timer = undefined
    last = Date.now()
    const keys = [...pending.values()]
    pending.clear()
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }
  return {
    add(key: QueryKey) {
      pending.set(JSON.stringify(key), key)
      timer ??= setTimeout(flush, Math.max(firstMs, last + everyMs - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}
