import type { Problem } from '#contracts/kit'
import type { Answer } from './call.ts'

/** Where one thing to send stands. `retryAt` is an epoch in ms. */
export type Sending<T> =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'waiting'; why: 'offline' | 'down' | 'busy'; retryAt: number }
  | { state: 'refused'; status: number; problem: Problem | null }
  | { state: 'sent'; body: T }

export type Sender = {
  /** Sends now; a repeated call while one is under way changes nothing. */
  send: () => void
  /** The network is back or the page is looked at again: what waits for a network goes at once. */
  poke: () => void
  /** Stops waiting. What is already under way is left to arrive. */
  cancel: () => void
}

const BACKOFF_SEC = [3, 8, 20, 60]
const BUSY_SEC = 30

/**
 * Sends until it is answered: no network and a server that is down are waited out, a refusal is handed back.
 * Shape: `attempt` must be repeatable without doubling anything (an id made once goes along).
 *        429 waits as long as Retry-After says; neither send nor poke shortens that.
 */
export function createSender<T>(
  attempt: () => Promise<Answer<T>>,
  onChange: (sending: Sending<T>) => void,
  now: () => number = Date.now,
): Sender {
  let current: Sending<T> = { state: 'idle' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const set = (next: Sending<T>): void => {
    current = next
    onChange(next)
  }
  const wait = (why: 'offline' | 'down' | 'busy', seconds: number): void => {
    set({ state: 'waiting', why, retryAt: now() + seconds * 1000 })
    timer = setTimeout(go, seconds * 1000)
  }
  const send = (): void => {
    const told = current.state === 'waiting' && current.why === 'busy'
    if (!told && current.state !== 'sending' && current.state !== 'sent') go()
  }
  const go = (): void => {
    clearTimeout(timer)
    set({ state: 'sending' })
    attempt().then((answer) => {
      if (answer.kind === 'ok') return set({ state: 'sent', body: answer.body })
      const backoff = BACKOFF_SEC[Math.min(failures, BACKOFF_SEC.length - 1)]!
      failures += 1
      if (answer.kind === 'offline') return wait('offline', backoff)
      if (answer.status === 429) return wait('busy', answer.retryAfterSec || BUSY_SEC)
      if (answer.status >= 500) return wait('down', Math.max(backoff, answer.retryAfterSec))
      failures = 0
      set({ state: 'refused', status: answer.status, problem: answer.problem })
    })
  }
  return {
    send,
    poke: () => {
      if (current.state === 'waiting') send()
    },
    cancel: () => {
      clearTimeout(timer)
      failures = 0
      if (current.state === 'waiting' || current.state === 'refused') set({ state: 'idle' })
    },
  }
}
