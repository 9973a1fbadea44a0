import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type zh from '../../../locales/zh-CN/in-person.json'
import { locale } from '../start.ts'
import type { Locale } from '../words.ts'

export type InPersonWords = typeof zh
const files = import.meta.glob<InPersonWords>('../../../locales/*/in-person.json', { import: 'default' })

/** The words of events and of the salon, as files of their own: the other pages need none of them. */
export function loadInPerson(wanted: Locale = locale): Promise<InPersonWords> {
  const load = files[`../../../locales/${wanted}/in-person.json`]
  if (!load) throw new Error(`locales/${wanted}/in-person.json is missing`)
  return load()
}

export const InPersonContext = createContext<InPersonWords | null>(null)

export function useInPerson(): InPersonWords {
  const words = useContext(InPersonContext)
  if (!words) throw new Error('a component stands outside InPersonContext')
  return words
}
