import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type zh from '../../../locales/zh-CN/check-up.json'
import { locale } from '../start.ts'
import type { Locale } from '../words.ts'

export type CheckUpWords = typeof zh
const files = import.meta.glob<CheckUpWords>('../../../locales/*/check-up.json', { import: 'default' })

/** The words of this page, as a file of their own: no other page needs them. */
export function loadCheckUpWords(wanted: Locale = locale): Promise<CheckUpWords> {
  const load = files[`../../../locales/${wanted}/check-up.json`]
  if (!load) throw new Error(`locales/${wanted}/check-up.json is missing`)
  return load()
}

export const CheckUpContext = createContext<CheckUpWords | null>(null)

export function useCheckUpWords(): CheckUpWords {
  const words = useContext(CheckUpContext)
  if (!words) throw new Error('a component stands outside CheckUpContext')
  return words
}
