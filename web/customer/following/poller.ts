import type { Answer } from '../sending/call.ts'

/** What the last look came to; `retryAt` (epoch in ms) is when the next one comes by itself. */
export type Look<T> = { answer: Answer<T>; retryAt: number }
export type Poller = {
  /** Looks now: after an action, on focus, when the network is back. */
  look: () => void
  stop: () => void
}

const SEEN_MS = 15_000
const HIDDEN_MS = 120_000
const LONGEST_MS = 120_000

/**
 * Asks again and again, gently.
 * Shape: every 15 s while somebody looks, every 2 min while hidden; after failures the pause doubles up to
 *        2 min; Retry-After is obeyed, and `look` does not break it.
 *        An answer to an older question never arrives after a newer one.
 */
export function createPoller<T>(
  ask: () => Promise<Answer<T>>,
  onLook: (look: Look<T>) => void,
  hidden: () => boolean,
  now: () => number = Date.now,
): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let failures = 0
  let notBefore = 0
  let stopped = false

  const look = (): void => {
    if (stopped || now() < notBefore) return
    clearTimeout(timer)
    const mine = ++turn
    ask().then((answer) => {
      if (stopped || mine !== turn) return
      failures = answer.kind === 'ok' ? 0 : failures + 1
      const refusedMs = answer.kind === 'refused' ? answer.retryAfterSec * 1000 : 0
      const pauseMs = Math.max(refusedMs, pause())
      notBefore = now() + refusedMs
      timer = setTimeout(look, pauseMs)
      onLook({ answer, retryAt: now() + pauseMs })
    })
  }
  const pause = (): number => {
    const usual = hidden() ? HIDDEN_MS : SEEN_MS
    return failures === 0 ? usual : Math.min(LONGEST_MS, Math.max(usual, 5000 * 2 ** failures))
  }
  return {
    look,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
