/** Counts of yes and no, said against wanted. */
export type Counts = { hit: number; falsely: number; missed: number; rightlyNot: number }
export const counts = (): Counts => ({ hit: 0, falsely: 0, missed: 0, rightlyNot: 0 })

export function count(into: Counts, said: boolean, wanted: boolean): void {
  if (said && wanted) into.hit += 1
  else if (said) into.falsely += 1
  else if (wanted) into.missed += 1
  else into.rightlyNot += 1
}

export const f1Of = ({ hit, falsely, missed }: Counts): number =>
  hit === 0 ? 0 : (2 * hit) / (2 * hit + falsely + missed)

export function sumOf(all: readonly Counts[]): Counts {
  const sum = counts()
  for (const one of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key]
  return sum
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length

/** Mean F1 over the classes that are wanted or said at all. */
export function macroF1Of(pairs: readonly { said: string | number; wanted: string | number }[]): number {
  const classes = new Set(pairs.flatMap(({ said, wanted }) => [said, wanted]))
  return mean([...classes].map((name) => classF1(pairs, name)))
}

export function classF1(
  pairs: readonly { said: string | number; wanted: string | number }[],
  name: string | number,
): number {
  const own = counts()
  for (const { said, wanted } of pairs) count(own, said === name, wanted === name)
  return f1Of(own)
}

/** The largest recall that some threshold reaches with a precision of at least nine tenths; texts of one probability stand or fall together. */
export function recallAtPrecision90(judged: readonly { p: number; right: boolean }[]): number {
  const order = judged.toSorted((a, b) => b.p - a.p)
  const all = order.filter(({ right }) => right).length
  let hit = 0
  let best = 0
  for (const [i, { p, right }] of order.entries()) {
    if (right) hit += 1
    if (order[i + 1]?.p === p) continue
    if (hit / (i + 1) >= 0.9) best = Math.max(best, hit / (all || 1))
  }
  return best
}

/** How far the stated probability of what was said is from how often it was right, over ten equal steps. */
export function calibrationError(judged: readonly { p: number; right: boolean }[]): number {
  const steps = Array.from({ length: 10 }, () => ({ n: 0, p: 0, right: 0 }))
  for (const { p, right } of judged) {
    const step = steps[Math.min(9, Math.floor(p * 10))]!
    step.n += 1
    step.p += p
    step.right += right ? 1 : 0
  }
  return steps.reduce((sum, { p, right }) => sum + Math.abs(p - right), 0) / (judged.length || 1)
}

/** Cohen's kappa over levels 0 to 4 with squared distances as weights. */
export function weightedKappa(pairs: readonly { said: number; wanted: number }[]): number {
  const n = pairs.length
  const said = [0, 0, 0, 0, 0]
  const wanted = [0, 0, 0, 0, 0]
  let apart = 0
  for (const pair of pairs) {
    said[pair.said]! += 1
    wanted[pair.wanted]! += 1
    apart += (pair.said - pair.wanted) ** 2
  }
  let chance = 0
  for (let a = 0; a < 5; a += 1)
    for (let b = 0; b < 5; b += 1) chance += (said[a]! * wanted[b]! * (a - b) ** 2) / (n || 1)
  return chance === 0 ? 1 : 1 - apart / chance
}
