import { useCallback, useSyncExternalStore } from 'react'

/** Below it one pane and a bar at the thumb; the same number stands in the media queries of the style sheets. */
export const PHONE = '(max-width: 767px)'
/** Below it the ticket's right column is folded away. */
export const NARROW = '(max-width: 1219px)'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
