import type { KeptPhoto } from '../sending/photo-queue.ts'
import { uuid } from '../sending/uuid.ts'

/** What the customer has filled in; empty strings are fields left alone. */
export type FormValues = {
  mood: '' | 'good' | 'fair' | 'bad'
  category: string
  content: string
  contact: string
  name: string
  /** As the input gives it: a time without a zone, on the shop's clock. */
  purchasedAt: string
  orderNumber: string
  wants: string
  table: string
  shopCode: string
}
export type FormDraft = {
  /** Made once per form, so that a repeated send changes nothing. Kept over a reload only once it was used. */
  submissionId: string
  values: FormValues
  photos: KeptPhoto[]
  /** Photos that were chosen and had not arrived. */
  photosLost: number
  /** Sent by the customer while there was no network: goes out without another tap. */
  queued: boolean
  /** It went out at least once; whether it arrived is not known. */
  tried: boolean
  savedAt: number
}

/** A draft is for today's visit: on a shop's own tablet nobody should find yesterday's words. */
const KEEP_MS = 24 * 3600 * 1000

export const EMPTY: FormValues = {
  mood: '',
  category: '',
  content: '',
  contact: '',
  name: '',
  purchasedAt: '',
  orderNumber: '',
  wants: '',
  table: '',
  shopCode: '',
}

export function newDraft(): FormDraft {
  return {
    submissionId: uuid(),
    values: { ...EMPTY },
    photos: [],
    photosLost: 0,
    queued: false,
    tried: false,
    savedAt: 0,
  }
}

export function isBlank(draft: FormDraft): boolean {
  return draft.photos.length === 0 && Object.values(draft.values).every((value) => value.trim() === '')
}

/** The draft of this code's form, or null: none, too old, or not readable. */
export function loadDraft(storage: Storage | null, slug: string, now: number): FormDraft | null {
  try {
    const kept = JSON.parse(storage?.getItem(keyOf(slug)) ?? 'null') as FormDraft | null
    if (!kept || typeof kept.submissionId !== 'string' || now - kept.savedAt > KEEP_MS) return null
    const draft = { ...newDraft(), ...kept, values: { ...EMPTY, ...kept.values } }
    // Two tabs on one draft would else send two different texts under one id, and the second would be lost.
    return draft.tried ? draft : { ...draft, submissionId: uuid() }
  } catch {
    return null
  }
}

/** Keeps the draft; without its thumbnails if the phone has no room for them. */
export function saveDraft(storage: Storage | null, slug: string, draft: FormDraft): void {
  if (isBlank(draft)) {
    dropDraft(storage, slug)
    return
  }
  try {
    storage?.setItem(keyOf(slug), JSON.stringify(draft))
  } catch {
    const photos = draft.photos.map((photo) => ({ ...photo, thumb: '' }))
    try {
      storage?.setItem(keyOf(slug), JSON.stringify({ ...draft, photos }))
    } catch {
      // No storage at all: the words live as long as the page.
    }
  }
}

export function dropDraft(storage: Storage | null, slug: string): void {
  try {
    storage?.removeItem(keyOf(slug))
  } catch {
    // Nothing was kept either.
  }
}

/** The phone's storage, or null where it is forbidden. */
export function phoneStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function keyOf(slug: string): string {
  return `huiyin.draft.${slug}`
}
