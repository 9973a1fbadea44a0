import { useCallback, useRef, useSyncExternalStore } from 'react'

const EVERY_MS = 1000
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  if (document.hidden) return
  now = Date.now()
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  timer ??= setInterval(tick, EVERY_MS)
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * What `compute` says about the present moment, kept up to date by one clock for the whole page.
 * Shape: the caller is drawn again only when the answer changes, so give words or rounded numbers, not milliseconds.
 */
export function useTicking<T extends string | number | boolean>(compute: (now: number) => T): T {
  const latest = useRef(compute)
  latest.current = compute
  const read = useCallback(() => {
    if (listeners.size === 0) now = Date.now()
    return latest.current(now)
  }, [])
  return useSyncExternalStore(subscribe, read)
}
