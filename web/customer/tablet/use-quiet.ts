import { useRef, useState } from 'preact/hooks'
import { useChange, useSteady } from '../ui/hooks.ts'

const SIGNS = ['pointerdown', 'keydown', 'input', 'scroll', 'touchmove']
const LOOK_MS = 500

/**
 * Whether nobody has touched the tablet for a while.
 * Units:  `quietMs` until it asks, then `leftSec` counts down over `askMs`; at its end `onOver` runs once.
 * Shape:  `leftSec` is null while somebody is there. Goes by the clock and not by ticks, so a tablet that slept is over at once.
 */
export function useQuiet(
  quietMs: number,
  askMs: number,
  onOver: () => void,
): { leftSec: number | null; stay: () => void } {
  const touched = useRef(Date.now())
  const [leftSec, setLeftSec] = useState<number | null>(null)
  const over = useSteady(onOver)
  const look = useSteady(() => {
    const quiet = Date.now() - touched.current
    if (quiet >= quietMs + askMs) over()
    else setLeftSec(quiet >= quietMs ? Math.ceil((quietMs + askMs - quiet) / 1000) : null)
  })
  const stay = useSteady(() => {
    touched.current = Date.now()
    setLeftSec(null)
  })
  const sign = useSteady(() => {
    // Once it asks, only the answer counts: a tap through a question that vanishes would hit what lies below.
    if (quietMs === 0 || Date.now() - touched.current < quietMs) stay()
  })
  useChange([], () => {
    const timer = setInterval(look, LOOK_MS)
    for (const name of SIGNS) window.addEventListener(name, sign, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  })
  return { leftSec, stay }
}
