import { useSyncExternalStore } from 'react'
import type { RoundView, Tap } from '#contracts/orders/delivery'
import { ApiProblem, api } from '../../app/api.ts'

export type KeptTap = { stopId: string; number: string; tap: Tap }
type Refused = { tap: KeptTap; why: string }
type Heard = { sent: (round: RoundView) => void; refused: (refused: Refused) => void }

const STORED = 'huiyin.rider-taps'
const AGAIN_MS = 5_000
let kept: readonly KeptTap[] = read()
let sending = false
let timer: ReturnType<typeof setTimeout> | undefined
let heard: Heard | undefined
const listeners = new Set<() => void>()

/**
 * Taps are kept on the phone until the server has them, in the order in which they were made; each has an id and its own time, so that one
 * sent twice counts once. What the server refuses is taken out and said.
 */
export function keepTap(tap: KeptTap): void {
  change([...kept, tap])
  void sendAll()
}

export function useKeptTaps(): readonly KeptTap[] {
  return useSyncExternalStore(subscribe, () => kept)
}

/** Begins to send what an earlier visit left; the answer ends it. */
export function startTapQueue(on: Heard): () => void {
  heard = on
  const online = () => void sendAll()
  window.addEventListener('online', online)
  void sendAll()
  return () => {
    heard = undefined
    window.removeEventListener('online', online)
    clearTimeout(timer)
  }
}

async function sendAll(): Promise<void> {
  if (sending) return
  sending = true
  clearTimeout(timer)
  try {
    for (let next = kept[0]; next; next = kept[0]) {
      const round = await send(next)
      change(kept.slice(1))
      if (round) heard?.sent(round)
    }
  } catch {
    // No network: the same tap is tried again.
    timer = setTimeout(() => void sendAll(), AGAIN_MS)
  } finally {
    sending = false
  }
}

/** Shape: null when it was refused. Errors: whatever says nothing about the tap itself, so that it stays. */
async function send(next: KeptTap): Promise<RoundView | null> {
  try {
    return await api.post('/api/round/stops/{id}/taps', {
      params: { path: { id: next.stopId } },
      body: next.tap,
    })
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 0 || error.status === 401 || error.status >= 500)
      throw error
    heard?.refused({ tap: next, why: error.message })
    return null
  }
}

function change(next: readonly KeptTap[]): void {
  kept = next
  try {
    localStorage.setItem(STORED, JSON.stringify(kept))
  } catch {
    // A phone without room keeps them while the page is open.
  }
  for (const changed of listeners) changed()
}

function read(): KeptTap[] {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '[]') as KeptTap[]
  } catch {
    return []
  }
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
