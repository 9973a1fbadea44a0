/** Texts as rows of feature hashes: row i is `hash` from `start[i]` to `start[i + 1]`, each hash once. */
export type Rows = { hash: Uint32Array; start: Int32Array; count: number }

export type Lesson = {
  rows: Rows
  /** Which rows are learnt from. */
  pick: Int32Array
  /** Row-major, `outputs` a row: 1, 0, or −1 where nothing is known. */
  wanted: Int8Array
  outputs: number
  /** `one`: exactly one of the outputs is right; `any`: each by itself. */
  loss: 'one' | 'any'
  bits: number
  epochs: number
  rate: number
  /** Pull towards nought per step, relative to the step's size. */
  decay: number
  /** How much each row counts; absent: 1. */
  weight?: Float32Array
  /** Of the share a feature has among right and wrong rows; larger is smoother. */
  smooth?: number
  /** A feature seen in fewer texts is left out. */
  least?: number
}

export type Learnt = { weights: Float32Array; bias: Float32Array; bits: number; outputs: number }

/**
 * Logistic regression over hashed features, each scaled by how differently right and wrong texts use it (log-count ratio).
 * Shape:  rows have length one; steps are AdaGrad; the order is a fixed shuffle, so two runs give the same bits.
 * Source: Wang and Manning 2012 (NB-SVM); Duchi 2011 (AdaGrad).
 */
export function learn(lesson: Lesson): Learnt {
  const { rows, pick, wanted, outputs, loss, bits, epochs, rate, decay } = lesson
  const size = outputs << bits
  const shift = 32 - bits
  const ratio = countRatios(lesson)
  const weights = new Float32Array(size)
  const pace = new Float32Array(size).fill(1e-4)
  const bias = new Float32Array(outputs)
  const biasPace = new Float32Array(outputs).fill(1e-4)
  const order = Int32Array.from(pick)
  const random = seeded(20_261)
  const score = new Float64Array(outputs)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    const step = rate * (1 - (0.8 * epoch) / epochs)
    for (const row of order) {
      const begin = rows.start[row]!
      const end = rows.start[row + 1]!
      if (end === begin) continue
      const value = 1 / Math.sqrt(end - begin)
      score.set(bias)
      for (let j = begin; j < end; j += 1) {
        const base = (rows.hash[j]! >>> shift) * outputs
        for (let k = 0; k < outputs; k += 1) score[k]! += weights[base + k]! * ratio[base + k]! * value
      }
      slopes(score, wanted, row * outputs, loss)
      const share = lesson.weight ? lesson.weight[row]! : 1
      for (let k = 0; k < outputs; k += 1) {
        const slope = score[k]! * share
        score[k] = slope
        if (slope === 0) continue
        biasPace[k]! += slope * slope
        bias[k]! -= (0.1 * slope) / Math.sqrt(biasPace[k]!)
      }
      for (let j = begin; j < end; j += 1) {
        const base = (rows.hash[j]! >>> shift) * outputs
        for (let k = 0; k < outputs; k += 1) {
          const at = base + k
          if (score[k] === 0) continue
          const slope = score[k]! * ratio[at]! * value + decay * weights[at]!
          pace[at]! += slope * slope
          weights[at]! -= (step * slope) / Math.sqrt(pace[at]!)
        }
      }
    }
  }
  for (let at = 0; at < size; at += 1) weights[at]! *= ratio[at]!
  return { weights, bias, bits, outputs }
}

/** Turns scores into slopes of the loss, in place. */
function slopes(score: Float64Array, wanted: Int8Array, base: number, loss: 'one' | 'any'): void {
  const outputs = score.length
  if (loss === 'one') {
    if (wanted[base]! < 0) return void score.fill(0)
    let top = -Infinity
    for (let k = 0; k < outputs; k += 1) if (score[k]! > top) top = score[k]!
    let sum = 0
    for (let k = 0; k < outputs; k += 1) sum += score[k] = Math.exp(score[k]! - top)
    for (let k = 0; k < outputs; k += 1) score[k] = score[k]! / sum - wanted[base + k]!
    return
  }
  for (let k = 0; k < outputs; k += 1) {
    const right = wanted[base + k]!
    score[k] = right < 0 ? 0 : 1 / (1 + Math.exp(-score[k]!)) - right
  }
}

/** |log-count ratio| of each bucket and output, at least a little, so that rare features can still be learnt. */
function countRatios({ rows, pick, wanted, outputs, bits, smooth = 1, least = 1 }: Lesson): Float32Array {
  const size = outputs << bits
  const shift = 32 - bits
  const right = new Float32Array(size).fill(smooth)
  const wrong = new Float32Array(size).fill(smooth)
  const rightSum = new Float64Array(outputs)
  const wrongSum = new Float64Array(outputs)
  for (const row of pick) {
    const end = rows.start[row + 1]!
    for (let k = 0; k < outputs; k += 1) {
      const known = wanted[row * outputs + k]!
      if (known < 0) continue
      const into = known === 1 ? right : wrong
      for (let j = rows.start[row]!; j < end; j += 1) into[(rows.hash[j]! >>> shift) * outputs + k]! += 1
      if (known === 1) rightSum[k]! += end - rows.start[row]!
      else wrongSum[k]! += end - rows.start[row]!
    }
  }
  const ratio = new Float32Array(size)
  for (let at = 0; at < size; at += 1) {
    const k = at % outputs
    const log = Math.log(right[at]! / (rightSum[k]! + 1) / (wrong[at]! / (wrongSum[k]! + 1)))
    ratio[at] = right[at]! + wrong[at]! > 2 * smooth + least - 0.5 ? Math.max(0.5, Math.abs(log)) : 0
  }
  return ratio
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
