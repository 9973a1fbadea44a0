import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { KioskFront } from '#contracts/channels/box'
import type zh from '../../../locales/zh-CN/kiosk.json'
import { LOCALES, type Locale, loadWords, type Words } from '../words.ts'

export type KioskWords = typeof zh
export type AllWords = Record<Locale, { own: KioskWords; shared: Words }>

const files = import.meta.glob<KioskWords>('../../../locales/*/kiosk.json', { import: 'default' })

/** Every language at once: the next visitor's may be another, and there may be no network then. */
export async function loadAllWords(): Promise<AllWords> {
  const all = await Promise.all(
    LOCALES.map(async ({ key }) => {
      const load = files[`../../../locales/${key}/kiosk.json`]
      if (!load) throw new Error(`locales/${key}/kiosk.json is missing`)
      const [own, shared] = await Promise.all([load(), loadWords(key)])
      return [key, { own, shared }] as const
    }),
  )
  const words = {} as AllWords
  for (const [key, one] of all) words[key] = one
  return words
}

/** What a visitor reads: the tablet's words, and those of the shop's playbook. */
export type Told = { k: KioskWords; said: KioskFront['words'][Locale]; front: KioskFront }

export const ToldContext = createContext<Told | null>(null)

export function useTold(): Told {
  const told = useContext(ToldContext)
  if (!told) throw new Error('a component stands outside ToldContext')
  return told
}
