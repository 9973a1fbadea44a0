import type { Cooked, Ridden } from './orders-deeds.ts'
import type { Plot } from './orders-plots.ts'

/** When what happens to one order, in minutes after it was placed. */
export type Course = { cooked: Cooked; ridden: Ridden; thereMin: number }

/** Late by so much at least, where somebody complains about lateness. */
const LATE_MIN = 9
const TROUBLES = [
  { kind: 'weather', note: '雨太大，靠边等了一阵' },
  { kind: 'traffic', note: '前面修路，绕了一大圈' },
  { kind: 'vehicle', note: '车没电了，推着走的' },
] as const

/** Shape: `makeMin` what the kitchen needs by its standard, `promiseMin` what the customer was promised. */
export function courseOf(
  plot: Plot,
  { makeMin, promiseMin }: { makeMin: number; promiseMin: number },
  random: () => number,
): Course {
  const late = ['slow', 'rider', 'far'].includes(plot.how)
  const startMin = 1 + random() * 2
  const checkS = plot.how === 'unchecked' ? 2 : 40 + Math.floor(random() * 50)
  const madeMin = startMin + 0.9 * makeMin
  const soonest = madeMin + checkS / 60 + (plot.brought ? 8 : 1)
  const waited = Math.max(plot.waitedMin ?? 0, promiseMin + LATE_MIN + random() * 22)
  const thereMin = late ? waited : Math.max(soonest, promiseMin - 1 - random() * 4)
  const onWay = plot.brought ? Math.min(16, thereMin * 0.4) : 1.5
  const cooked = {
    startMin,
    slowMadeMin: plot.how === 'slow' ? Math.max(madeMin + 5, thereMin - onWay - 2) : null,
    checkS,
  }
  const readyMin = (cooked.slowMadeMin ?? madeMin) + checkS / 60
  const fetchedMin =
    plot.how === 'rider' ? readyMin + (thereMin - readyMin) * 0.35 : Math.min(readyMin + 2, thereMin - 1)
  const held = plot.how === 'rider' || plot.how === 'far'
  const rest = thereMin - fetchedMin
  return {
    cooked,
    thereMin,
    ridden: {
      plannedMin: Math.max(startMin, readyMin - 1),
      fetchedMin,
      thereMin,
      ...(held
        ? {
            trouble: {
              min: fetchedMin + rest * 0.3,
              delayMin: Math.max(5, Math.round((rest * 0.5) / 5) * 5),
              ...TROUBLES[Math.floor(random() * TROUBLES.length)]!,
            },
          }
        : {}),
    },
  }
}
