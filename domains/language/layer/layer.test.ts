import { describe, expect, test } from 'vitest'
import { numbers } from '#test/numbers'
import { gramsOf } from '../corrections/grams.ts'
import type { Based, Judged } from '../corrections/judged.ts'
import { bend, learnLayer, packLayer, type Sample, unpackLayer } from './layer.ts'
import { atLeast, isBetter, isWorse, measureInUse, measureLayer } from './measure-layer.ts'

const KEY = 20_261_123
const ICE = [
  '说好少冰给的全是冰',
  '少冰都不会做',
  '备注少冰，来了一杯冰',
  '点了少冰，冰块占半杯',
  '少冰做成多冰',
]
const OTHER = [
  '珍珠煮得太硬了',
  '排队半小时没人叫号',
  '店员爱答不理',
  '杯子漏了一身',
  '三分糖甜得发腻',
  '很好喝，下次还来',
]
const TAILS = ['', '！', '，下次注意', '，第二次了', '，味道还可以', '，真失望', '。']
const CATEGORIES = ['drink.sugar_ice', 'service.attitude', 'making.long_wait', 'packing.leak']

const base: Based = {
  kind: 'complaint',
  categories: ['drink.sugar_ice'],
  severity: 2,
  kinds: { emergency: 0.01, complaint: 0.9, suggestion: 0.03, inquiry: 0.03, praise: 0.03 },
  severities: [0.2, 0.6, 0.1, 0.1],
}
const FIELDS = ['kind', 'category', 'severity'] as const

/** Corrections of a shop; `meant` says what a person makes of each. */
function samples(n: number, meant: (ice: boolean, random: () => number) => Judged): Sample[] {
  const random = numbers(n)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  return Array.from({ length: n }, () => {
    const ice = random() < 0.4
    const text = pick(ice ? ICE : OTHER) + pick(TAILS)
    return { grams: gramsOf(text, KEY), base, meant: meant(ice, random) }
  })
}
const habit = (n: number) =>
  samples(n, (ice) => (ice ? { ...base, categories: ['making.note_ignored'] } : base))
const noise = (n: number) =>
  samples(n, (_, random) =>
    random() < 0.3 ? { ...base, categories: [CATEGORIES[1 + Math.floor(random() * 3)]!] } : base,
  )

describe('a habit of the brand', () => {
  test('is learnt, measured better on what came later, and only where it lies', async () => {
    const figures = await measureLayer(habit(120))
    expect(isBetter(figures.category)).toBe(true)
    expect(figures.category.with / figures.category.n).toBeGreaterThan(0.9)
    expect([isBetter(figures.kind), isBetter(figures.severity)]).toEqual([false, false])
  })

  test('turns texts like those that were corrected, and leaves every other as it was', async () => {
    const weights = await learnLayer(habit(120))
    const said = (text: string) => bend({ parts: FIELDS, weights }, gramsOf(text, KEY), base)
    expect(said('跟店员说了少冰，还是一杯冰').categories).toEqual(['making.note_ignored', 'drink.sugar_ice'])
    for (const text of ['排队排了很久', '杯子漏了', '态度太差', 'ok', ''])
      expect(said(text)).toEqual({ kind: 'complaint', categories: ['drink.sugar_ice'], severity: 2 })
  })

  test('a part that is off changes nothing', async () => {
    const weights = await learnLayer(habit(120))
    expect(bend({ parts: ['kind'], weights }, gramsOf('少冰给了一杯冰', KEY), base).categories).toEqual([
      'drink.sugar_ice',
    ])
  })

  test('danger is not a habit: an emergency is left alone', async () => {
    const weights = await learnLayer(habit(120))
    const danger: Based = { ...base, kind: 'emergency', categories: ['safety.illness'], severity: 4 }
    expect(bend({ parts: FIELDS, weights }, gramsOf('少冰给了一杯冰', KEY), danger)).toEqual({
      kind: 'emergency',
      categories: ['safety.illness'],
      severity: 4,
    })
    const asEmergency = samples(100, (ice) => (ice ? { ...base, kind: 'emergency' } : base))
    const kinds = (await learnLayer(asEmergency)).kind
    expect(kinds?.classes ?? []).not.toContain('emergency')
  })

  test('the same corrections teach the same, and what was kept reads back the same', async () => {
    const [one, two] = [await learnLayer(habit(90)), await learnLayer(habit(90))]
    expect(one).toEqual(two)
    expect(unpackLayer(packLayer(one))).toEqual(one)
  })
})

test.each([80, 200, 600])('%i corrections that follow no rule teach nothing that is used', async (n) => {
  const figures = await measureLayer(noise(n))
  for (const field of FIELDS) expect(isBetter(figures[field]), field).toBe(false)
})

test('too few to measure is not enough, however good it looks', () => {
  expect(isBetter({ n: 20, without: 5, with: 20, better: 15, worse: 0 })).toBe(false)
  expect(isBetter({ n: 40, without: 30, with: 34, better: 4, worse: 0 })).toBe(false)
  expect(isBetter({ n: 40, without: 30, with: 35, better: 5, worse: 0 })).toBe(true)
  expect(isBetter({ n: 1000, without: 900, with: 912, better: 12, worse: 0 })).toBe(false)
})

test('what was right before and is wrong now counts against a version in use', () => {
  const wrong: Judged = { ...base, categories: ['making.note_ignored'] }
  const rows = Array.from({ length: 6 }, () => ({ base, said: wrong, meant: base as Judged }))
  expect(isWorse(measureInUse(rows).category)).toBe(true)
  expect(isWorse(measureInUse(rows.slice(0, 3)).category)).toBe(false)
  expect(isWorse(measureInUse(rows).kind)).toBe(false)
})

test('severities are measured where there is one: praise that stayed praise is no agreement', () => {
  const praise: Based = { ...base, kind: 'praise', severity: 0 }
  const missed = { base: praise, said: praise, meant: base as Judged }
  const { kind, severity } = measureInUse([{ base: praise, said: praise, meant: praise }, missed])
  expect([kind.n, severity.n, severity.with]).toEqual([2, 1, 0])
})

test.each([
  [0, 5, 1],
  [5, 5, 1 / 32],
  [6, 7, 8 / 128],
  [700, 1400, 0.51],
])('at least %i of %i by chance: %f', (hits, all, p) => expect(atLeast(hits, all)).toBeCloseTo(p, 2))

describe('what is kept of a text', () => {
  test('is numbers under the brand’s key, without order, and the same for the same text', () => {
    const text = '少冰做成多冰，我叫王小明，电话13800138000'
    const grams = gramsOf(text, KEY)
    expect(gramsOf(text, KEY)).toEqual(grams)
    expect(grams).toEqual([...new Set(grams)].sort((a, b) => a - b))
    const other = new Set(gramsOf(text, KEY + 1))
    expect(grams.filter((gram) => other.has(gram)).length).toBeLessThan(grams.length / 10)
  })
  test.each(['', '\ud800', '好'.repeat(9000), '\0'])('odd text %#', (text) => {
    expect(gramsOf(text, KEY).length).toBeLessThanOrEqual(400)
  })
})
