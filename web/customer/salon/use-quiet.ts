import { useState } from 'preact/hooks'
import { useChange, useSteady } from '../ui/hooks.ts'

const TOUCHES = ['pointerdown', 'keydown', 'input', 'touchstart'] as const

/**
 * Runs `over` when nobody has touched the page for so long.
 * Shape: returns the seconds that are left once fewer than `warnSec` are; 0 before that, and while it is off.
 */
export function useQuiet(on: boolean, quietSec: number, warnSec: number, over: () => void): number {
  const [left, setLeft] = useState(0)
  const end = useSteady(over)
  useChange([on], () => {
    setLeft(0)
    if (!on) return
    let until = Date.now() + quietSec * 1000
    const touched = (): void => {
      until = Date.now() + quietSec * 1000
      setLeft(0)
    }
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000)
      if (rest <= 0) end()
      else setLeft(rest <= warnSec ? rest : 0)
    }, 1000)
    for (const touch of TOUCHES) document.addEventListener(touch, touched, true)
    return () => {
      clearInterval(timer)
      for (const touch of TOUCHES) document.removeEventListener(touch, touched, true)
    }
  })
  return left
}
