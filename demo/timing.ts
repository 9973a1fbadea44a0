import type { DemoFeedback } from './demo-file.ts'

const MIN = 60_000
const HOUR = 60 * MIN
const DAY = 24 * HOUR

/** The same numbers on every machine: the demo tells the same story each time. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * When each feedback came in, over the ninety days before `now`.
 * Shape: told stories lie in the past, weighted to lunch, evening and weekends; those without a story are of the last hours,
 *        so the inbox opens with fresh work; one told story in six began a day ago and is caught in the middle of it; a few
 *        untouched ones are old enough to be overdue.
 */
export function openedAt(
  feedback: DemoFeedback,
  index: number,
  total: number,
  now: Date,
  random: () => number,
): Date {
  if (feedback.story.length === 0) {
    const overdue = index % 9 === 0
    return new Date(now.getTime() - (overdue ? 5 + random() * 40 : 0.05 + random() * random() * 7) * HOUR)
  }
  if (index % 6 === 0) return new Date(now.getTime() - random() * 1.5 * DAY)
  if (!isFinished(feedback)) return new Date(now.getTime() - (0.3 + random() * 3) * DAY)
  const daysAgo = 2 + ((total - index) / total) * 87 + random()
  const day = new Date(now.getTime() - daysAgo * DAY)
  const local = HOURS[Math.floor(random() * HOURS.length)]!
  day.setUTCHours(local - 8, Math.floor(random() * 60), Math.floor(random() * 60), 0)
  return day
}

const HOURS = [9, 10, 11, 12, 12, 12, 13, 13, 14, 15, 16, 17, 18, 18, 18, 19, 19, 20, 20, 21]

function isFinished({ story }: DemoFeedback): boolean {
  const last = story.at(-1)
  return last !== undefined && ('accept' in last || 'silent' in last)
}

/** How long the next step took, in ms: most answers within minutes, some late. */
export function stepDelay(step: object, priority: string, random: () => number): number {
  const late = random() < 0.06
  if ('note' in step) return (2 + random() * 10) * MIN
  if ('reply' in step || 'ask' in step) {
    const usual = { P1: 4, P2: 25, P3: 90, P4: 240 }[priority] ?? 90
    return (0.2 + random()) * usual * MIN * (late ? 5 : 1)
  }
  if ('customer' in step) return (5 + random() * 300) * MIN
  if ('propose' in step) return (0.3 + random() * 6) * HOUR * (late ? 6 : 1)
  if ('silent' in step) return 0
  return (0.2 + random() * 20) * HOUR
}
