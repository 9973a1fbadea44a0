import type { Mood } from '#contracts/channels'
import { Contact } from '#contracts/customers'
import type { CounterBody } from './channel-queries.ts'
import { newSubmissionId } from './submission-id.ts'

/** What a person at the counter has put in so far. Photos are already on the server. */
export type CounterEntry = {
  submissionId: string
  mood: Mood | null
  category: string | null
  content: string
  contact: string
  name: string
  orderNumber: string
  table: string
  purchasedAt: string
  wants: string | null
  photos: Array<{ id: string; url: string }>
}

const SHOP_KEY = 'huiyin.counter.shop'

export function blankEntry(): CounterEntry {
  return {
    submissionId: newSubmissionId(),
    mood: null,
    category: null,
    content: '',
    contact: '',
    name: '',
    orderNumber: '',
    table: '',
    purchasedAt: '',
    wants: null,
    photos: [],
  }
}

/** Something was said: a half-filled record is welcome, an empty one is not. */
export function saysSomething(entry: CounterEntry): boolean {
  return (
    entry.mood !== null || entry.category !== null || entry.content.trim() !== '' || entry.photos.length > 0
  )
}

export function contactIsWrong(entry: CounterEntry): boolean {
  return entry.contact.trim() !== '' && !Contact.safeParse(entry.contact).success
}

/** How many of the folded fields are filled. */
export function extrasFilled(entry: CounterEntry): number {
  const { contact, name, orderNumber, table, purchasedAt, wants, photos } = entry
  return (
    [contact, name, orderNumber, table, purchasedAt, wants].filter(Boolean).length +
    Math.min(photos.length, 1)
  )
}

/** The record as the API takes it: what was left empty is left out. */
export function bodyOf(entry: CounterEntry, shopId: string): CounterBody {
  const words = (value: string) => value.trim() || undefined
  return {
    submissionId: entry.submissionId,
    shopId,
    content: entry.content,
    mood: entry.mood ?? undefined,
    category: entry.category ?? undefined,
    photos: entry.photos.map((photo) => photo.id),
    contact: words(entry.contact),
    name: words(entry.name),
    orderNumber: words(entry.orderNumber),
    table: words(entry.table),
    purchasedAt: entry.purchasedAt ? new Date(entry.purchasedAt).toISOString() : undefined,
    wants: entry.wants ?? undefined,
  }
}

/** The shop chosen last on this machine, so that it is chosen once a year and not once a customer. */
export function rememberedShop(): string | null {
  return localStorage.getItem(SHOP_KEY)
}

export function rememberShop(shopId: string): void {
  localStorage.setItem(SHOP_KEY, shopId)
}
