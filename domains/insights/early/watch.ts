/**
 * Early warning (T4, N2): one series of feedback, watched for the moment from which it comes more often than it should.
 *
 * Method: Shiryaev–Roberts. For each multiple k the statistic R_k sums over all moments s the likelihood ratio of “from s on k times as often”
 * against “as ever”; between two voices it shrinks and grows by itself, with each voice it is multiplied by k, so that a message costs the same
 * whatever came before. While all is as ever, the mean of the R_k less the time that has passed is a martingale; hence alarming where it passes c
 * gives on average at most one false alarm per series in c busy days, whatever the rate: small counts need no approximation.
 * Many series: c = days × series ÷ false alarms wanted (a Bonferroni bound on their sum).
 * The rate is not known but learnt, drawn towards its kind (empirical Bayes), and taken a little too high.
 * Source: A. N. Shiryaev 1963; S. W. Roberts 1966; M. Pollak 1985; for mixtures over k as an e-detector: J. Shin, A. Ramdas, A. Rinaldo 2023.
 */
export const MULTIPLES = [2, 4, 8, 16, 64, 256] as const

/** What a rate is before anything was heard of the series: on average `mean` a day, known as well as from `days` days. */
export type Prior = { mean: number; days: number }

/** Series of one kind differ: a few shops are heard of ten times as often as most. Gamma distributed with this shape, as is usual of counts per unit. */
const SHAPE = 0.5

/** What one more series of a kind will be like. Shape: `mean` is voices a busy day of an ordinary one of it, `alike` how much they are alike. */
export function priorOf(mean: number, alike = SHAPE): Prior {
  return { mean, days: alike / mean }
}

/** How long a voice waits before it counts for what is usual: an outbreak does not become the custom while it goes on. Busy days. */
const SETTLES_DAYS = 2
/** What was usual fades to half in so many busy days. */
const HALF_LIFE_DAYS = 42
const KEPT = 40

export type Voice = { at: number; id: string }

export type Watched = {
  /** Statistics by multiple. */
  r: number[]
  /** Busy time of the last voice. */
  last: number
  /** What is usual: voices and busy days behind it, faded, up to `settled`. */
  voices: number
  days: number
  settled: number
  /** An alarm was raised then, or said to be none: what was heard before speaks for no other. */
  quieted: number
  /** The latest voices, oldest first, those not yet settled in any case as far as they fit. */
  recent: Voice[]
}

export function newWatch(at: number): Watched {
  return {
    r: MULTIPLES.map(() => 0),
    last: at,
    voices: 0,
    days: 0,
    settled: at,
    quieted: Number.NEGATIVE_INFINITY,
    recent: [],
  }
}

/** By how much of a standard deviation a rate is taken too high: what is known badly alarms a little later (measured, docs/early-warning.md). */
const CAREFUL = 0.25

/** Voices a busy day that are usual. */
export function usualRate({ voices, days }: Watched, prior: Prior): number {
  const known = days + prior.days
  const mean = (voices + prior.mean * prior.days) / known
  return mean + CAREFUL * Math.sqrt(mean / known)
}

/**
 * Hears one voice of this series. Shape: `at` in busy days; answers how strong the sign is, in busy days:
 * to be compared with `threshold`.
 */
export function hear(series: Watched, voice: Voice, prior: Prior): number {
  if (voice.at < series.last) return hearLate(series, voice, prior)
  settle(series, voice.at)
  const strength = raise(series, voice.at, usualRate(series, prior))
  series.recent.push(voice)
  if (series.recent.length > KEPT) {
    const gone = series.recent.shift()!
    if (gone.at > series.settled) series.voices += 1
  }
  return strength
}

/** Of a voice that is told after later ones; one from before everything that is still counted singly only says what is usual. */
function hearLate(series: Watched, voice: Voice, prior: Prior): number {
  const first = series.recent[0]
  if (voice.at <= series.settled || (first && series.recent.length === KEPT && voice.at <= first.at)) {
    series.voices += 1
    return again(series, prior)
  }
  series.recent.push(voice)
  series.recent.sort((a, b) => a.at - b.at)
  return again(series, prior)
}

/** Takes a voice back that should not have been counted. Answers how strong the sign is without it. */
export function takeBack(series: Watched, id: string, prior: Prior): number {
  const gone = series.recent.find((voice) => voice.id === id)
  if (!gone) return strengthOf(series)
  series.recent = series.recent.filter((voice) => voice.id !== id)
  if (gone.at <= series.settled) series.voices = Math.max(0, series.voices - 1)
  return again(series, prior)
}

/** Reckons the statistics anew from the voices that are still known singly and that no alarm has answered. */
function again(series: Watched, prior: Prior): number {
  const rate = usualRate(series, prior)
  const { last } = series
  const fresh = series.recent.filter(({ at }) => at > series.quieted)
  series.r.fill(0)
  series.last = fresh[0]?.at ?? last
  for (const { at } of fresh) raise(series, at, rate)
  return strengthOf(series)
}

const strengthOf = ({ r }: Watched) => r.reduce((sum, one) => sum + one, 0) / r.length

/** One voice at this moment. */
function raise(series: Watched, at: number, rate: number): number {
  const passed = Math.max(0, at - series.last)
  let sum = 0
  for (let n = 0; n < MULTIPLES.length; n++) {
    const pull = (MULTIPLES[n]! - 1) * rate
    const fade = Math.exp(-pull * passed)
    const grown = series.r[n]! * fade + (pull > 0 ? (1 - fade) / pull : passed)
    series.r[n] = grown * MULTIPLES[n]!
    sum += series.r[n]!
  }
  series.last = at
  return sum / MULTIPLES.length
}

/** What is old enough counts for what is usual. */
function settle(series: Watched, now: number): void {
  const until = now - SETTLES_DAYS
  if (until <= series.settled) return
  const fade = 0.5 ** ((until - series.settled) / HALF_LIFE_DAYS)
  const counted = series.recent.filter(({ at }) => at > series.settled && at <= until).length
  series.voices = series.voices * fade + counted
  series.days = series.days * fade + (until - series.settled)
  series.settled = until
}

/** The strength from which a sign is an alarm. Shape: `perWeek` false alarms over all `series` together while nothing is wrong. */
export function threshold(series: number, perWeek: number): number {
  return (7 * Math.max(1, series)) / perWeek
}

/** After an alarm somebody looks at it: the series begins anew and alarms again only for what comes then. */
export function quiet(series: Watched): void {
  series.r.fill(0)
  series.quieted = series.last
}

/** What lies farther back explains nothing that goes on now. Busy days. */
const STRETCH_DAYS = 14

export type Sign = {
  /** Since when, in busy days. */
  since: number
  heard: number
  usual: number
  /** How often chance alone brings at least as many in a stretch as short: a share. */
  chance: number
  /** The voices in it, oldest first. */
  ids: string[]
}

/** Why: the stretch up to now that is least like the usual, with its voices. Shape: null when nothing was heard; of more than KEPT voices the latest. */
export function explain(series: Watched, prior: Prior): Sign | null {
  const rate = usualRate(series, prior)
  const now = series.last
  let best: { from: number; gain: number } | null = null
  for (let from = series.recent.length - 1; from >= 0; from--) {
    if (series.recent[from]!.at <= series.quieted || now - series.recent[from]!.at > STRETCH_DAYS) break
    const heard = series.recent.length - from
    const usual = rate * Math.max(now - series.recent[from]!.at, 1 / 1440)
    const gain = heard > usual ? heard * Math.log(heard / usual) - (heard - usual) : 0
    if (!best || gain > best.gain) best = { from, gain }
  }
  if (!best) return null
  const own = series.recent.slice(best.from)
  const usual = rate * Math.max(now - own[0]!.at, 1 / 1440)
  return {
    since: own[0]!.at,
    heard: own.length,
    usual,
    chance: tail(own.length, usual),
    ids: own.map(({ id }) => id),
  }
}

/** Of a Poisson number with this mean: at least n. */
export function tail(n: number, mean: number): number {
  if (n <= 0) return 1
  let term = Math.exp(-mean)
  let below = 0
  for (let k = 0; k < n; k++) {
    below += term
    term *= mean / (k + 1)
  }
  // Where the sum from below has no signs left, the first ones from above say it.
  if (1 - below > 1e-9) return 1 - below
  let above = 0
  for (let k = n; k < n + 200; k++) {
    above += term
    term *= mean / (k + 1)
  }
  return above
}
