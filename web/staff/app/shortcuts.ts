import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>

/** True while the person writes: single letters then belong to the text. */
function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** An overlay (dialog, menu, drawer) is open: the page behind it must not answer to keys. */
function covered(): boolean {
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null
}

/**
 * Single-key shortcuts of a screen, by `event.key` ("j", "/", "Enter"); silent while writing or under an overlay.
 * A key that a focused button or link needs itself (Enter, space) stays with it.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (writing(event.target) || covered()) return
      const run = latest.current[event.key]
      if (!run) return
      const focused = event.target instanceof HTMLElement && event.target.closest('button, a, [role="tab"]')
      if (event.key === 'Enter' && focused) return
      run(event)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

const SEQUENCE_MS = 900

/** g then h: today; g then i: inbox; g then c: counter. */
export function useGoShortcuts(): void {
  const navigate = useNavigate()
  const started = useRef(0)
  const go = (to: '/' | '/inbox' | '/counter') => (event: KeyboardEvent) => {
    if (Date.now() - started.current > SEQUENCE_MS) return
    started.current = 0
    event.preventDefault()
    event.stopImmediatePropagation()
    void navigate({ to })
  }
  useKeys({
    g: () => {
      started.current = Date.now()
    },
    h: go('/'),
    i: go('/inbox'),
    c: go('/counter'),
  })
}
