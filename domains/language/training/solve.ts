/** Points to fit a line through: `x` row-major, `width` a row; the last of a row should be 1 for the constant. */
export type Points = { x: Float64Array; width: number; count: number; y: Float64Array; weight: Float64Array }

/** Solves a symmetric system in place by elimination; `matrix` row-major. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  for (let i = 0; i < n; i += 1) {
    let pivot = i
    for (let r = i + 1; r < n; r += 1)
      if (Math.abs(matrix[r * n + i]!) > Math.abs(matrix[pivot * n + i]!)) pivot = r
    if (pivot !== i) {
      for (let c = 0; c < n; c += 1) {
        const kept = matrix[i * n + c]!
        matrix[i * n + c] = matrix[pivot * n + c]!
        matrix[pivot * n + c] = kept
      }
      const kept = right[i]!
      right[i] = right[pivot]!
      right[pivot] = kept
    }
    const lead = matrix[i * n + i]! || 1e-12
    for (let r = i + 1; r < n; r += 1) {
      const share = matrix[r * n + i]! / lead
      if (share === 0) continue
      for (let c = i; c < n; c += 1) matrix[r * n + c]! -= share * matrix[i * n + c]!
      right[r]! -= share * right[i]!
    }
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let c = i + 1; c < n; c += 1) right[i]! -= matrix[i * n + c]! * right[c]!
    right[i]! /= matrix[i * n + i]! || 1e-12
  }
  return right
}

/** Logistic regression by Newton's steps, halved while they overshoot; drawn to `rest` by `pull`, but for the constant. */
export function fitLogistic(points: Points, rest: readonly number[], pull: number): Float64Array {
  const { x, width, count, y, weight } = points
  const start = Float64Array.from({ length: width }, (_, k) => rest[k] ?? 0)
  let found = start
  let loss = lossOf(points, found, start, pull)
  for (let round = 0; round < 40; round += 1) {
    const slope = new Float64Array(width)
    const bend = new Float64Array(width * width)
    for (let k = 0; k < width; k += 1) {
      const own = k === width - 1 ? 1e-6 : pull
      slope[k] = own * (found[k]! - start[k]!)
      bend[k * width + k] = own
    }
    for (let i = 0; i < count; i += 1) {
      const p = 1 / (1 + Math.exp(-sumAt(x, i, found)))
      const off = (p - y[i]!) * weight[i]!
      const steep = Math.max(1e-4, p * (1 - p)) * weight[i]!
      for (let k = 0; k < width; k += 1) {
        const own = x[i * width + k]!
        slope[k]! += off * own
        for (let l = 0; l <= k; l += 1) bend[k * width + l]! += steep * own * x[i * width + l]!
      }
    }
    for (let k = 0; k < width; k += 1)
      for (let l = k + 1; l < width; l += 1) bend[k * width + l] = bend[l * width + k]!
    const step = solve(bend, slope)
    let better = false
    for (let share = 1; share > 1e-3 && !better; share /= 2) {
      const next = found.map((value, k) => value - share * step[k]!)
      const own = lossOf(points, next, start, pull)
      if (own >= loss - 1e-9) continue
      better = true
      found = next
      loss = own
    }
    if (!better) break
  }
  return found
}

function sumAt(x: Float64Array, row: number, found: Float64Array): number {
  let sum = 0
  for (let k = 0; k < found.length; k += 1) sum += found[k]! * x[row * found.length + k]!
  return sum
}

function lossOf(
  { x, count, y, weight }: Points,
  found: Float64Array,
  start: Float64Array,
  pull: number,
): number {
  let loss = 0
  for (let k = 0; k < found.length - 1; k += 1) loss += (pull / 2) * (found[k]! - start[k]!) ** 2
  for (let i = 0; i < count; i += 1) {
    const sum = sumAt(x, i, found)
    const far = y[i] === 1 ? -sum : sum
    loss += weight[i]! * (far > 30 ? far : Math.log1p(Math.exp(far)))
  }
  return loss
}

/** Least squares with a pull to nought on all but the constant. */
export function fitLine({ x, width, count, y, weight }: Points, pull: number): Float64Array {
  const matrix = new Float64Array(width * width)
  const right = new Float64Array(width)
  for (let k = 0; k < width - 1; k += 1) matrix[k * width + k] = pull
  for (let i = 0; i < count; i += 1)
    for (let k = 0; k < width; k += 1) {
      const own = x[i * width + k]! * weight[i]!
      right[k]! += own * y[i]!
      for (let l = 0; l < width; l += 1) matrix[k * width + l]! += own * x[i * width + l]!
    }
  return solve(matrix, right)
}

/** Which of several: softmax regression over standardised points by plain descent with momentum; `y` is the class. Returns classes × width. */
export function fitClasses(
  { x, width, count, y, weight }: Points,
  classes: number,
  pull: number,
): Float64Array {
  const { mean, spread } = standard(x, width, count)
  const found = new Float64Array(classes * width)
  const first = new Float64Array(found.length)
  const second = new Float64Array(found.length)
  const own = new Float64Array(width)
  const p = new Float64Array(classes)
  let all = 0
  for (let i = 0; i < count; i += 1) all += weight[i]!
  for (let round = 1; round <= 300; round += 1) {
    const slope = Float64Array.from(found, (value, at) =>
      at % width === width - 1 ? 0 : (pull / all) * value,
    )
    for (let i = 0; i < count; i += 1) {
      for (let k = 0; k < width; k += 1) own[k] = (x[i * width + k]! - mean[k]!) / spread[k]!
      let sum = 0
      for (let c = 0; c < classes; c += 1) {
        let score = 0
        for (let k = 0; k < width; k += 1) score += found[c * width + k]! * own[k]!
        p[c] = Math.exp(score)
        sum += p[c]!
      }
      for (let c = 0; c < classes; c += 1) {
        const off = ((p[c]! / sum - (y[i] === c ? 1 : 0)) * weight[i]!) / all
        for (let k = 0; k < width; k += 1) slope[c * width + k]! += off * own[k]!
      }
    }
    const step = 0.05 * (1 - (0.9 * round) / 300)
    for (let at = 0; at < found.length; at += 1) {
      first[at] = 0.9 * first[at]! + 0.1 * slope[at]!
      second[at] = 0.99 * second[at]! + 0.01 * slope[at]! ** 2
      found[at]! -=
        (step * first[at]!) / (1 - 0.9 ** round) / (Math.sqrt(second[at]! / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  for (let c = 0; c < classes; c += 1)
    for (let k = 0; k < width - 1; k += 1) {
      found[c * width + k]! /= spread[k]!
      found[c * width + width - 1]! -= found[c * width + k]! * mean[k]!
    }
  return found
}

function standard(x: Float64Array, width: number, count: number) {
  const mean = new Float64Array(width)
  const spread = new Float64Array(width).fill(1)
  for (let k = 0; k < width - 1; k += 1) {
    let sum = 0
    let square = 0
    for (let i = 0; i < count; i += 1) {
      sum += x[i * width + k]!
      square += x[i * width + k]! ** 2
    }
    mean[k] = sum / (count || 1)
    spread[k] = Math.sqrt(Math.max(1e-6, square / (count || 1) - mean[k]! ** 2))
  }
  return { mean, spread }
}
