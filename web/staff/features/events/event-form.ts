import type { z } from 'zod'
import type { EventReward, EventView, SaveEvent } from '#contracts/loyalty/events'
import { fieldIn, instantIn } from '../../ui/time.ts'

type Words = { 'zh-CN': string; en?: string | undefined }
/** The form's fields: words by language, times as the browser's inputs give them, by the brand's clock, money in whole units. */
export type EventFields = {
  name: Words
  description?: Partial<Words>
  place: 'brand' | 'shops'
  shopIds: string[]
  startsAt: string
  endsAt: string
  limited: boolean
  capacity?: number | null
  reward: 'none' | 'coupon' | 'points'
  amount?: number | null
  days?: number | null
  points?: number | null
  budget?: number | null
  questions: { ask: Words; required: boolean; options: string[] }[]
  asksOpinion: boolean
  opinion?: Partial<Words>
  consent: Words
  asksNews: boolean
  news?: Partial<Words>
}

const minor = (units: number | null | undefined): number => Math.round((units ?? 0) * 100)

function wordsOf(words: Partial<Words> | undefined): { 'zh-CN': string; en?: string } | null {
  const zh = words?.['zh-CN']?.trim()
  if (!zh) return null
  const en = words?.en?.trim()
  return { 'zh-CN': zh, ...(en ? { en } : {}) }
}

function rewardOf(fields: EventFields): EventReward | null {
  if (fields.reward === 'coupon')
    return {
      kind: 'coupon',
      amountMinor: minor(fields.amount),
      days: fields.days ?? 30,
      budgetMinor: minor(fields.budget),
    }
  if (fields.reward === 'points')
    return { kind: 'points', points: fields.points ?? 0, budgetPoints: fields.budget ?? 0 }
  return null
}

export function bodyOf(fields: EventFields, zone: string): z.input<typeof SaveEvent> {
  return {
    name: wordsOf(fields.name)!,
    description: wordsOf(fields.description),
    shopIds: fields.place === 'shops' ? fields.shopIds : [],
    startsAt: instantIn(zone, fields.startsAt),
    endsAt: instantIn(zone, fields.endsAt),
    capacity: fields.limited ? (fields.capacity ?? null) : null,
    questions: (fields.questions ?? []).map(({ ask, required, options }) => ({
      ask: wordsOf(ask)!,
      required: required ?? false,
      options: (options ?? []).map((option) => ({ 'zh-CN': option })),
    })),
    opinion: fields.asksOpinion ? wordsOf(fields.opinion) : null,
    reward: rewardOf(fields),
    consent: wordsOf(fields.consent)!,
    news: fields.asksNews ? wordsOf(fields.news) : null,
  }
}

export function fieldsOf(event: EventView, zone: string): EventFields {
  const { reward } = event
  return {
    name: event.name,
    ...(event.description ? { description: event.description } : {}),
    place: event.shops.length ? 'shops' : 'brand',
    shopIds: event.shops.map((shop) => shop.id),
    startsAt: fieldIn(zone, event.startsAt),
    endsAt: fieldIn(zone, event.endsAt),
    limited: event.capacity !== null,
    capacity: event.capacity,
    reward: reward?.kind ?? 'none',
    ...(reward?.kind === 'coupon'
      ? { amount: reward.amountMinor / 100, days: reward.days, budget: reward.budgetMinor / 100 }
      : {}),
    ...(reward?.kind === 'points' ? { points: reward.points, budget: reward.budgetPoints } : {}),
    questions: event.questions.map(({ ask, required, options }) => ({
      ask,
      required,
      options: options.map((option) => option['zh-CN']),
    })),
    asksOpinion: event.opinion !== null,
    ...(event.opinion ? { opinion: event.opinion } : {}),
    consent: event.consent,
    asksNews: event.news !== null,
    ...(event.news ? { news: event.news } : {}),
  }
}
