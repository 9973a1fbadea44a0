import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type zh from '../../../locales/zh-CN/order-page.json'
import { locale } from '../start.ts'
import type { Locale } from '../words.ts'

export type OrderWords = typeof zh
const files = import.meta.glob<OrderWords>('../../../locales/*/order-page.json', { import: 'default' })

/** The words of the order's page, as a file of their own: no other page needs them. */
export function loadOrderWords(wanted: Locale = locale): Promise<OrderWords> {
  const load = files[`../../../locales/${wanted}/order-page.json`]
  if (!load) throw new Error(`locales/${wanted}/order-page.json is missing`)
  return load()
}

export const OrderContext = createContext<OrderWords | null>(null)

export function useOrderWords(): OrderWords {
  const words = useContext(OrderContext)
  if (!words) throw new Error('a component stands outside OrderContext')
  return words
}
