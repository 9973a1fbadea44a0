import type { SeriesKind } from '#contracts/insights'
import { KINDS } from './kinds.ts'
import { crowd, rarity } from './scan.ts'
import { explain, hear, type Prior, priorOf, threshold, type Voice, type Watched } from './watch.ts'

/** False alarms a week that are asked for, over everything that is watched. */
export const FALSE_PER_WEEK = 1
/** Of a kind that is looked at in two ways, so much of its share goes to the crowds of few (scan.ts). */
const TO_CROWDS = 0.8

/** What is known of all series of one kind together. Shape: `days` are busy days in which `heard` voices came, summed over `series`. */
export type Pooled = { heard: number; series: number; days: number }

/** So many voices' worth is the first guess of a kind believed. */
const FIRST_GUESS = 0.5
/** Busy days for which a brand is listened to before its many voices can be called more than usual; the crowds of few are watched from the first hour. */
const LISTENS_DAYS = 7

/**
 * What one more series of this kind will be like: the first guess, until the brand's own voices say better.
 * Shape: `lean` is by how much more (or less) is heard of its parts than of others, 1 for what has no parts: a category that is rare everywhere
 *        is rare with this dish too, so that three voices of it are much.
 */
export function priorFor(kind: SeriesKind, { heard, series, days }: Pooled, lean = 1): Prior {
  const { usual, alike } = KINDS[kind]
  const mean = (heard + FIRST_GUESS) / (Math.max(1, series) * days + FIRST_GUESS / usual)
  return priorOf(mean * lean, alike)
}

/** By how much more is heard of this series than of an ordinary one of its kind. */
export function leanOf(series: Watched, kind: SeriesKind, pooled: Pooled): number {
  const prior = priorFor(kind, pooled)
  return (series.voices + prior.mean * prior.days) / (series.days + prior.days) / prior.mean
}

type Verdict = {
  /** How far beyond the line: from 1 on it is an alarm. By chance alone so strong a sign comes once in `ratio ÷ FALSE_PER_WEEK` weeks. */
  ratio: number
  /** The voices that tell, oldest first; empty while nothing does. */
  ids: string[]
}
const CALM: Verdict = { ratio: 0, ids: [] }

/** Hears a voice and says how strong the sign is, by both ways of looking; a kind that is looked at in two ways shares its part out between them. */
export function judge(series: Watched, voice: Voice, kind: SeriesKind, pooled: Pooled, lean = 1): Verdict {
  const { scan, least, share } = KINDS[kind]
  const prior = priorFor(kind, pooled, lean)
  const perWeek = (FALSE_PER_WEEK * share) / 100
  const line = threshold(pooled.series, scan ? perWeek * (1 - TO_CROWDS) : perWeek)
  const listening = pooled.days < LISTENS_DAYS
  const strength = hear(series, voice, prior) / line
  if (listening) series.r.fill(0)
  const fresh = freshVoices(series)
  if (fresh.length < least) return CALM
  const close = scan ? crowd(series, prior) : null
  const voices = (7 * (pooled.heard + FIRST_GUESS)) / (pooled.days + 7)
  const few = close ? rarity(voices, perWeek * TO_CROWDS) / close.chance : 0
  const sign = strength >= 1 && !listening ? explain(series, prior) : null
  // Two that came together are not many, whatever was said weeks before.
  const many = sign && sign.heard >= least ? strength : 0
  if (Math.max(few, many) < 1) return { ratio: Math.max(few, many), ids: [] }
  const heard = few > many ? close!.heard : sign!.heard
  return { ratio: Math.max(few, many), ids: fresh.slice(-heard).map(({ id }) => id) }
}

/** Those since somebody last looked at it. */
function freshVoices(series: Watched): Voice[] {
  return series.recent.filter(({ at }) => at > series.quieted)
}

/** How rarely chance brings so strong a sign, over everything that is watched. In days. */
export function everyDays({ ratio }: Pick<Verdict, 'ratio'>): number {
  return (7 * ratio) / FALSE_PER_WEEK
}
