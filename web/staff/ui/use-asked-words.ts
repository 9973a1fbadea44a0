import { useEffect, useState } from 'react'

/** Words of a search field, asked for when the person pauses; the address keeps them, so that going back finds them again. Units: milliseconds. */
export function useAskedWords<S extends { q?: string }>(search: S, go: (next: S) => void, pauseMs = 300) {
  const [words, setWords] = useState(search.q ?? '')
  useEffect(() => {
    const asked = words.trim()
    if (asked === (search.q ?? '')) return
    const { q: _q, ...rest } = search
    const timer = setTimeout(() => go((asked ? { ...rest, q: asked } : rest) as S), pauseMs)
    return () => clearTimeout(timer)
  }, [words, search, go, pauseMs])
  return [words, setWords] as const
}
