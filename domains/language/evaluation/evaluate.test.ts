import { expect, test } from 'vitest'
import { evaluate, ownWeights } from '../index.ts'
import { DINING_ASPECTS } from '../outputs.ts'
import { calibrationError, macroF1Of, recallAtPrecision90, weightedKappa } from './figures.ts'

const aspects = (said: Record<string, number>) =>
  Object.fromEntries(DINING_ASPECTS.map((name) => [name, said[name] ?? -2]))

test.each([
  [
    'sentiment',
    [
      { text: '很好吃，分量也足', label: 1, sentiment: 'positive' },
      { text: '难吃，再也不来', label: 0, sentiment: 'negative' },
    ],
    ['accuracy', 'macroF1'],
  ],
  [
    'food_safety',
    [
      { text: '吃完就拉肚子', label: 1, food_safety_related: true },
      { text: '很好吃', label: 0, food_safety_related: false },
    ],
    ['positiveF1', 'recallAtPrecision90'],
  ],
  [
    'dining_aspects',
    [{ text: '服务员态度很差，味道不错', aspects: aspects({ 'Service#Hospitality': -1, 'Food#Taste': 1 }) }],
    ['microF1', 'macroF1', 'polarityMacroF1', 'negativeF1', 'fourClassMacroF1'],
  ],
  [
    'beauty_aspects',
    [
      {
        text: '物流很快，味道好闻',
        category_polarity: [
          ['物流', '正面'],
          ['气味', '正面'],
        ] as [string, string][],
      },
    ],
    ['microF1', 'macroF1'],
  ],
  [
    'kind',
    [
      { text: '吃出一根钢丝', kind: ['emergency'], severity: [4] },
      { text: '几点关门？', kind: ['inquiry'], severity: [0] },
    ],
    ['accuracy', 'severityWeightedKappa', 'expectedCalibrationError'],
  ],
])('columns of %s are recognised', (task, lines, names) => {
  const figures = evaluate(ownWeights(), lines)
  expect(figures).toMatchObject({ task, n: lines.length })
  for (const name of names) expect(figures).toHaveProperty(name)
})

test('columns that belong to no task are refused', () => {
  expect(() => evaluate(ownWeights(), [{ text: '好' }])).toThrow()
  expect(() => evaluate(ownWeights(), [])).toThrow()
})

test('any accepted kind is right', () => {
  const line = { text: '吃出一根钢丝', kind: ['complaint', 'emergency'], severity: [3, 4] }
  expect(evaluate(ownWeights(), [line]).accuracy).toBe(1)
})

test('figures of what a file does not have are left out, and lines without its label are not counted', () => {
  const calm = [
    { text: '几点关门？', kind: ['inquiry'], severity: [0] },
    { text: '很好喝', kind: ['praise'], severity: [0] },
    { text: '没有标注的一句' },
  ]
  const figures = evaluate(ownWeights(), calm)
  expect(figures.n).toBe(2)
  for (const name of ['emergencyRecall', 'emergencyPrecision', 'severityWeightedKappa'])
    expect(figures).not.toHaveProperty(name)
})

test('a class that is said and never wanted counts as missed', () => {
  expect(
    macroF1Of([
      { said: 1, wanted: 1 },
      { said: 0, wanted: 1 },
    ]),
  ).toBeCloseTo((2 / 3 + 0) / 2)
})

test('figures by hand', () => {
  const judged = [
    { p: 0.9, right: true },
    { p: 0.8, right: true },
    { p: 0.7, right: false },
    { p: 0.6, right: true },
  ]
  expect(recallAtPrecision90(judged)).toBeCloseTo(2 / 3)
  expect(
    calibrationError([
      { p: 1, right: true },
      { p: 0.05, right: false },
    ]),
  ).toBeCloseTo(0.025)
  expect(
    weightedKappa([
      { said: 1, wanted: 1 },
      { said: 4, wanted: 4 },
    ]),
  ).toBe(1)
  expect(
    weightedKappa([
      { said: 1, wanted: 4 },
      { said: 4, wanted: 1 },
    ]),
  ).toBeLessThan(0)
})
