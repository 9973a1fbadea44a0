import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KitchenTap, TapOutcome, TapResult } from '#contracts/orders/kitchen'
import { ApiProblem } from '../../app/api.ts'
import { useMe } from '../../app/session.ts'
import { newSubmissionId } from '../channels/index.ts'
import { type KeptTap, keptTaps } from './kept-taps.ts'
import { isOffline, sendTaps, useRefreshBoard } from './kitchen-queries.ts'
import { serverNow } from './server-clock.ts'

/** So long can the last tap be taken back with one touch. */
const UNDO_MS = 8_000
const AGAIN_MS = 4_000
const AT_ONCE = 50

export type TapFor = { id: string; number: string; name: string }
export type LastTap = { kept: KeptTap; taskId: string }
/** A tap that came to nothing, and why. */
export type Conflict = Pick<TapResult, 'key' | 'number' | 'item' | 'byName'> & {
  outcome: TapOutcome | 'refused'
}

let sending: Promise<void> = Promise.resolve()
/** What was tapped first arrives first, also with two tabs of one machine where the browser has locks. */
function oneAtATime(staffId: string, work: () => Promise<void>): void {
  sending = sending.then(async () => {
    if (navigator.locks) await navigator.locks.request(`huiyin.kitchen.${staffId}`, work)
    else await work()
  })
}

/**
 * Taps of this person at one shop: shown at once, kept on the machine, sent in their order as soon as there is a network.
 * Shape: `taps` have not arrived yet or are not on the board yet; `conflicts` stay until somebody has read them.
 */
export function useTaps(shopId: string) {
  const { staffId } = useMe()
  const refresh = useRefreshBoard(shopId)
  const own = keptTaps.useList(staffId)
  const taps = useMemo(() => own.filter((kept) => kept.shopId === shopId), [own, shopId])
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [last, setLast] = useState<LastTap | null>(null)
  const [stuck, setStuck] = useState(false)
  const sent = useMemo(() => new Set<string>(), [])

  const latest = useRef(run)
  latest.current = run
  const flush = useCallback(() => oneAtATime(staffId, () => latest.current()), [staffId])

  /** One batch after the other, until nothing is left or the network is gone. */
  async function run(): Promise<void> {
    for (;;) {
      const batch = keptTaps
        .read(staffId)
        .filter((k) => k.shopId === shopId && !sent.has(k.tap.key))
        .slice(0, AT_ONCE)
      if (!batch.length) return
      try {
        const results = await sendTaps(
          shopId,
          batch.map((k) => k.tap),
        )
        tell(results.filter((r) => r.outcome !== 'done' && r.outcome !== 'already'))
      } catch (error) {
        // Signed out meanwhile: they wait for whoever made them.
        if (isOffline(error) || (error instanceof ApiProblem && error.status === 401)) return setStuck(true)
        tell(
          batch.map(({ tap, number, item }) => ({
            key: tap.key,
            number,
            item,
            byName: '',
            outcome: 'refused' as const,
          })),
        )
      }
      setStuck(false)
      for (const { tap } of batch) sent.add(tap.key)
      // Until the board shows them they stay on top of it, so that nothing jumps back for a moment.
      await refresh()
      const arrived = new Set(batch.map((k) => k.tap.key))
      keptTaps.change(staffId, (kept) => kept.filter((k) => !arrived.has(k.tap.key)))
    }
  }

  function tell(news: Conflict[]): void {
    if (news.length) setConflicts((known) => [...known, ...news])
  }

  useEffect(() => {
    flush()
    const again = () => flush()
    const timer = setInterval(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [flush])

  useEffect(() => {
    if (!last) return
    const timer = setTimeout(() => setLast(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [last])

  function keep(kept: KeptTap): void {
    keptTaps.change(staffId, (all) => [...all, kept])
    flush()
  }

  return {
    taps,
    /** The network does not carry them at this moment. */
    stuck: stuck && taps.length > 0,
    conflicts,
    read: () => setConflicts([]),
    last,
    tap(task: TapFor, kind: KitchenTap['kind'], more: Partial<KitchenTap> = {}) {
      const tap = {
        key: newSubmissionId(),
        taskId: task.id,
        kind,
        at: new Date(serverNow()).toISOString(),
        ...more,
      }
      const kept = { shopId, tap, number: task.number, item: task.name }
      keep(kept)
      setLast({ kept, taskId: task.id })
    },
    undo() {
      if (!last) return
      const { tap, number, item } = last.kept
      setLast(null)
      const at = new Date(serverNow()).toISOString()
      keep({
        shopId,
        tap: { key: newSubmissionId(), taskId: tap.taskId, kind: 'undo', at, of: tap.key },
        number,
        item,
        undoes: tap.kind,
      })
    },
  }
}
export type Taps = ReturnType<typeof useTaps>
