import { useState } from 'preact/hooks'
import { useChange, useSteady } from './hooks.ts'

/** Whether the phone says it has a network. It may be wrong when it says yes, hardly when it says no. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useChange([], () => {
    const look = (): void => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  })
  return online
}

/** Runs whenever trying again has become promising: the network is back, or somebody looks at the page again. */
export function useReturn(run: () => void): void {
  const back = useSteady(run)
  useChange([], () => {
    const look = (): void => {
      if (!document.hidden) back()
    }
    window.addEventListener('online', back)
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  })
}

/** Seconds until an instant (epoch in ms), counted down on screen; 0 once it is past. */
export function useCountdown(until: number): number {
  const left = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useChange([until], () => {
    setSeconds(left())
    if (until <= Date.now()) return
    const timer = setInterval(() => setSeconds(left()), 1000)
    return () => clearInterval(timer)
  })
  return seconds
}

/** True once `on` has been true for so many ms: for saying that something takes long. */
export function useLasting(on: boolean, afterMs: number): boolean {
  const [lasting, setLasting] = useState(false)
  useChange([on, afterMs], () => {
    setLasting(false)
    if (!on) return
    const timer = setTimeout(() => setLasting(true), afterMs)
    return () => clearTimeout(timer)
  })
  return lasting
}
