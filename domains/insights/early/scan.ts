import type { Prior, Watched } from './watch.ts'

/**
 * The second look, for small counts (T4, N2): the voices that came together with the one just heard.
 *
 * Method: a voice comes; how likely is it that k − 1 others came within the stretch in which they did? Seen from a voice, the others are a Poisson
 * number as at any other time (Slivnyak), and since the rate is only known as a Gamma (what the kind and the series have shown so far, and the
 * voice itself, for much-heard series speak more often), it is a negative binomial one: exact for three as for thirty.
 * Each number k has its own share of the chance, 1/2 of it for three, 1/4 for four and so on: all together stay within it.
 * Many series: a voice is asked once. With V voices a week of this kind, alarming below chance = false alarms a week ÷ V keeps to that number,
 * however many series there are. Source: J. Naus 1965; J. Glaz, J. Naus, S. Wallenstein, Scan Statistics, 2001; I. Slivnyak 1962.
 */
const LEAST = 3
const MOST = 10

type Crowd = { heard: number; chance: number }

/**
 * The least likely crowd that ends with the latest voice.
 * Shape: `chance` is already weighed over the numbers looked at; only voices after `settled` count, which is two busy days. Null below three.
 */
export function crowd(series: Watched, prior: Prior): Crowd | null {
  const fresh = series.recent.filter(({ at }) => at >= series.settled && at > series.quieted)
  const shape = prior.mean * prior.days + series.voices + 1
  const days = prior.days + series.days
  let best: Crowd | null = null
  for (let k = LEAST; k <= Math.min(MOST, fresh.length); k++) {
    const stretch = Math.max(series.last - fresh[fresh.length - k]!.at, LEAST_STRETCH)
    const share = 0.5 ** (k - LEAST + 1)
    const chance = Math.min(1, tailOfMixed(k - 1, shape, stretch / days) / share)
    if (!best || chance < best.chance) best = { heard: k, chance }
  }
  return best
}

/** Two voices at the same moment are a minute apart. Busy days. */
const LEAST_STRETCH = 1 / 1440

/** Of a Poisson number whose mean is Gamma distributed (shape, mean = shape × ratio): at least n. */
export function tailOfMixed(n: number, shape: number, ratio: number): number {
  const miss = ratio / (1 + ratio)
  let term = (1 + ratio) ** -shape
  let below = 0
  for (let k = 0; k < n; k++) {
    below += term
    term *= (miss * (shape + k)) / (k + 1)
  }
  if (1 - below > 1e-9) return 1 - below
  let above = 0
  for (let k = n; k < n + 200; k++) {
    above += term
    term *= (miss * (shape + k)) / (k + 1)
  }
  return above
}

/** Below this chance a crowd is an alarm. Shape: `voices` a week of its kind, `perWeek` false alarms over all of its series. */
export function rarity(voices: number, perWeek: number): number {
  return Math.min(0.05, perWeek / Math.max(voices, 1))
}
