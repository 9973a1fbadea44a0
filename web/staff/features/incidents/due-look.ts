import type { TFunction } from 'i18next'
import type { Tone } from '../../ui/Meter.tsx'

const SEC = 1000
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** From this share of the time on a clock is amber. */
const SOON_SHARE = 0.7
/** A clock that runs for weeks is not amber before its last day. */
const SOON_MOST_MS = DAY

export type DueLook = { tone: Tone; share: number; over: boolean; span: number }

/** How a step's time stands. Shape: `share` 0 … 1 of the time since `from`. Units: milliseconds. */
export function dueLook(from: string, dueAt: string, now: number): DueLook {
  const [began, due] = [Date.parse(from), Date.parse(dueAt)]
  if (now >= due) return { tone: 'cinnabar', share: 1, over: true, span: now - due }
  const whole = Math.max(1, due - began)
  const left = due - now
  const soon = left <= Math.min(SOON_MOST_MS, whole * (1 - SOON_SHARE))
  const share = Math.min(1, Math.max(0, (now - began) / whole))
  return { tone: soon ? 'amber' : 'pine', share, over: false, span: left }
}

/** 9 分 18 秒 under an hour, then hours and minutes, then days and hours; cut, never rounded up. `t` must know the words of `common`. */
export function countdown(t: TFunction, ms: number): string {
  const span = Math.max(0, ms)
  // Below a second none fits: then slice(-1) takes the seconds.
  const [unit, smaller] = UNITS.slice(UNITS.findIndex(([, size]) => span >= size))
  const rest = span % unit![1]
  const say = ([word, size]: Unit, length: number) =>
    t(`common:time.${word}`, { count: Math.floor(length / size) })
  return smaller && rest >= smaller[1] ? `${say(unit!, span)} ${say(smaller, rest)}` : say(unit!, span)
}

type Unit = readonly [word: string, size: number]
const UNITS: readonly Unit[] = [
  ['days', DAY],
  ['hours', HOUR],
  ['minutes', 60 * SEC],
  ['seconds', SEC],
]
