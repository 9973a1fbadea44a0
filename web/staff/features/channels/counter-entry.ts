import type { Mood } from '#contracts/channels'
import { Contact } from '#contracts/customers'
import { instantIn } from '../../ui/time.ts'
import type { CounterBody } from './channel-queries.ts'
import type { KeptEntry } from './outbox/outbox-store.ts'
import { newSubmissionId } from './submission-id.ts'

/** On the server already, or still only on this phone (`blob`) because there was no network. */
export type EntryPhoto = { id: string; url: string; blob?: Blob }

/** What a person at the counter has put in so far. */
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
  photos: EntryPhoto[]
}

/** Some of it anew; a function gets it as it is then. */
export type ChangeEntry = Partial<CounterEntry> | ((now: CounterEntry) => Partial<CounterEntry>)

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

/** The record as the API takes it: what was left empty is left out, the time is by the clock of the zone. */
export function bodyOf(entry: CounterEntry, shopId: string, zone: string): CounterBody {
  const words = (value: string) => value.trim() || undefined
  return {
    submissionId: entry.submissionId,
    shopId,
    content: entry.content,
    mood: entry.mood ?? undefined,
    category: entry.category ?? undefined,
    photos: entry.photos.filter((photo) => !photo.blob).map((photo) => photo.id),
    contact: words(entry.contact),
    name: words(entry.name),
    orderNumber: words(entry.orderNumber),
    table: words(entry.table),
    purchasedAt: entry.purchasedAt ? instantIn(zone, entry.purchasedAt) : undefined,
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

/** The record as the outbox keeps it until there is a network. */
export function keptOf(
  entry: CounterEntry,
  place: { shopId: string; shopName: string; staffId: string; zone: string },
  keptAt: number,
): KeptEntry {
  const { photos, ...body } = bodyOf(entry, place.shopId, place.zone)
  return {
    submissionId: entry.submissionId,
    staffId: place.staffId,
    shopName: place.shopName,
    keptAt,
    body,
    photos: entry.photos.flatMap((photo) => photo.blob ?? []),
    photoIds: photos ?? [],
    problem: '',
  }
}
