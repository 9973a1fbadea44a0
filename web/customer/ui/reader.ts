import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale, Words } from '../words.ts'

/** Who reads the page: the words in their language. */
export type Reader = { w: Words; locale: Locale }

export const ReaderContext = createContext<Reader | null>(null)

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('a component stands outside ReaderContext')
  return reader
}
