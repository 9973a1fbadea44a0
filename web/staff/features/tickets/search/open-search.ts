import { useEffect, useState } from 'react'
import { useKeys } from '../../../app/shortcuts.ts'

const EVENT = 'huiyin:search'

/** Opens the search over whatever page is shown, with these words in it. */
export function openSearch(words = ''): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: words }))
}

/** The words the search was opened with, null while it is closed; / opens it from every page. */
export function useSearchDoor(): { words: string | null; close: () => void } {
  const [words, setWords] = useState<string | null>(null)
  useKeys({
    '/': (event) => {
      event.preventDefault()
      setWords('')
    },
  })
  useEffect(() => {
    const open = (event: Event) => setWords((event as CustomEvent<string>).detail)
    window.addEventListener(EVENT, open)
    return () => window.removeEventListener(EVENT, open)
  }, [])
  return { words, close: () => setWords(null) }
}
