import { useEffect, useState } from 'react'

const FOLDS_AT = 48
const OPENS_AT = 8
/** A part that is hardly longer than the screen would jump back and forth. */
const LONG_ENOUGH = 240

/** Whether the open part of the room is being read further down, so that the head makes room for it. */
export function useFolded(wanted: boolean): boolean {
  const [folded, setFolded] = useState(false)
  useEffect(() => {
    if (!wanted) return
    const look = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target.id !== 'room-part') return
      const { scrollTop, scrollHeight, clientHeight } = target
      if (scrollTop < OPENS_AT) setFolded(false)
      else if (scrollTop > FOLDS_AT && scrollHeight - clientHeight > LONG_ENOUGH) setFolded(true)
    }
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      setFolded(false)
    }
  }, [wanted])
  return folded
}
