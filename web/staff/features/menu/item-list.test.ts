import { expect, test } from 'vitest'
import type { MenuItem } from '#contracts/orders/menu'
import { nextMorning } from './again-at.ts'
import { freshnessOf } from './freshness.ts'
import { bodyOf, fieldsOf } from './item-form.ts'
import { countStates, hitBy, shownGroups } from './item-list.ts'

const item = (more: Partial<MenuItem>): MenuItem => ({
  id: more.sku ?? 'tea',
  sku: 'tea',
  name: '乌龙奶茶',
  section: '奶茶',
  kind: 'dish',
  priceMinor: 1650,
  options: [],
  station: 'tea',
  makeS: 90,
  ingredients: ['牛奶'],
  allergens: [],
  on: true,
  position: 0,
  unavailable: null,
  soldOutUntil: null,
  stopReason: '',
  atShop: null,
  ...more,
})
const menu = [
  item({ sku: 'oolong' }),
  item({ sku: 'grape', name: '多肉葡萄', section: '果茶', ingredients: ['葡萄'], unavailable: 'sold_out' }),
  item({
    sku: 'bun',
    name: '红豆包',
    section: '点心',
    ingredients: [],
    allergens: ['小麦'],
    unavailable: 'stopped',
  }),
]

test.each([
  ['a name', '乌龙', ['oolong']],
  ['an ingredient and a group together', '果茶 葡萄', ['grape']],
  ['an allergen', '小麦', ['bun']],
  ['a SKU in capitals', 'BUN', ['bun']],
  ['nothing', '', ['oolong', 'grape', 'bun']],
])('items are found by %s', (_, q, skus) => {
  expect(shownGroups(menu, { q }).flatMap((group) => group.items.map((i) => i.sku))).toEqual(skus)
})

test('states are counted and looked at one by one', () => {
  expect(countStates(menu)).toEqual({ on: 1, sold_out: 1, stopped: 1, off: 0 })
  expect(shownGroups(menu, { show: 'sold_out' }).map((group) => group.section)).toEqual(['果茶'])
})

test('a stop hits its item, or everything made with the ingredient', () => {
  expect(hitBy(menu, { ingredient: '牛奶' }).map((i) => i.sku)).toEqual(['oolong'])
  expect(hitBy(menu, { itemId: 'bun' }).map((i) => i.sku)).toEqual(['bun'])
})

test('what is not touched in the form is saved as it was, keys too', () => {
  const held = item({
    makeS: 300,
    options: [
      {
        key: 'sugar',
        name: '甜度',
        min: 1,
        max: 1,
        choices: [{ key: 'less', name: '少糖', priceMinor: 50 }],
      },
    ],
  })
  const { id: _id, unavailable: _u, soldOutUntil: _s, stopReason: _r, atShop: _a, ...saved } = held
  expect(bodyOf(fieldsOf(held))).toEqual(saved)
})

test('new options and choices get keys that are free', () => {
  const fields = fieldsOf(item({ options: [{ key: 'option_2', name: '甜度', min: 0, max: 1, choices: [] }] }))
  fields.options.push({
    name: '冰量',
    least: 1,
    most: 1,
    choices: [{ name: '少冰' }, { name: '热', price: 0.5 }],
  })
  expect(bodyOf(fields).options).toMatchObject([
    { key: 'option_2' },
    {
      key: 'option_3',
      min: 1,
      choices: [
        { key: 'choice_1', priceMinor: 0 },
        { key: 'choice_2', priceMinor: 50 },
      ],
    },
  ])
})

test.each([
  ['at noon', '2026-03-02T12:00:00+08:00', '2026-03-03T06:00:00+08:00'],
  ['after midnight', '2026-03-03T01:30:00+08:00', '2026-03-03T06:00:00+08:00'],
  ['at six sharp', '2026-03-03T06:00:00+08:00', '2026-03-04T06:00:00+08:00'],
])('what is sold out today %s comes back in the morning', (_, now, back) => {
  expect(nextMorning('Asia/Shanghai', Date.parse(now))).toEqual(new Date(back))
})

test.each([
  ['2026-03-01', 'over'],
  ['2026-03-02', 'today'],
  ['2026-03-04', 'soon'],
  ['2026-03-05', 'fresh'],
])('a batch best before %s is %s on the second of March', (day, state) => {
  expect(freshnessOf(day, '2026-03-02')).toBe(state)
})
