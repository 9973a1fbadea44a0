import { expect, test } from 'vitest'
import type { MenuItem } from '#contracts/orders/menu'
import { addLine, findItems, lineOf, openIn, priceOf, totalOf } from './order-lines.ts'

const item = (id: string, name: string, more: Partial<MenuItem> = {}) =>
  ({
    id,
    name,
    sku: id,
    section: '奶茶',
    priceMinor: 1600,
    options: [],
    unavailable: null,
    ...more,
  }) as MenuItem
const tea = item('tea', '乌龙奶茶', {
  options: [
    {
      key: 'sugar',
      name: '甜度',
      min: 1,
      max: 1,
      choices: [
        { key: 'full', name: '正常糖', priceMinor: 0 },
        { key: 'less', name: '少糖', priceMinor: 0 },
      ],
    },
    {
      key: 'topping',
      name: '加料',
      min: 0,
      max: 2,
      choices: [
        { key: 'taro', name: '芋圆', priceMinor: 300 },
        { key: 'pearl', name: '珍珠', priceMinor: 200 },
      ],
    },
  ],
})
const cola = item('cola', '可乐330', { section: '汽水', priceMinor: 600 })
const bun = item('bun', '红豆包', { section: '点心', priceMinor: 800 })
const list = [tea, cola, bun]
const menu = new Map(list.map((one) => [one.id, one]))
const found = (words: string) =>
  findItems(list, words).map(({ item: one, options, quantity }) => [one.id, options, quantity])

test.each<[string, unknown]>([
  ['乌龙', [['tea', {}, 1]]],
  ['乌龙 2', [['tea', {}, 2]]],
  ['乌龙2', [['tea', {}, 2]]],
  ['乌龙 x3', [['tea', {}, 3]]],
  ['3杯 乌龙', [['tea', {}, 3]]],
  ['乌龙 少糖 芋圆 2', [['tea', { sugar: ['less'], topping: ['taro'] }, 2]]],
  ['乌龙 少糖 正常', [['tea', { sugar: ['full'] }, 1]]],
  ['可乐330', [['cola', {}, 1]]],
  ['可乐330 2', [['cola', {}, 2]]],
  ['点心', [['bun', {}, 1]]],
  ['少糖', []],
  ['红豆 少糖', []],
])('%s', (words, expected) => {
  expect(found(words)).toEqual(expected)
})

test('without words the whole menu is offered', () => {
  expect(found('')).toHaveLength(3)
})

test('what is chosen is in the price, and the total is never below nothing', () => {
  const [two] = findItems(list, '乌龙 少糖 芋圆 2').map(lineOf)
  expect(priceOf(menu, two!)).toBe(1900)
  expect(totalOf([two!], menu, { feeMinor: 500, discountMinor: 300 })).toBe(4000)
  expect(totalOf([two!], menu, { feeMinor: 0, discountMinor: 99_900 })).toBe(0)
  const own = { ...two!, itemId: null, own: { name: '礼盒', priceMinor: 5000 }, quantity: 1 }
  expect(totalOf([own], menu, { feeMinor: 0, discountMinor: 0 })).toBe(5000)
})

test('the same thing once more is one line, anything else a line of its own', () => {
  const [plain] = findItems(list, '红豆').map(lineOf)
  const [again] = findItems(list, '红豆 2').map(lineOf)
  const warm = { ...again!, note: '热一下' }
  expect(addLine([plain!], again!).map((line) => line.quantity)).toEqual([3])
  expect(addLine([plain!], warm)).toHaveLength(2)
})

test('a choice that must be made and an item that cannot be had are said', () => {
  const [open] = findItems(list, '乌龙').map(lineOf)
  expect(openIn([open!], menu)).toEqual(['option'])
  expect(openIn([], menu)).toEqual(['items'])
  const gone = new Map([...menu, ['bun', { ...bun, unavailable: 'sold_out' as const }]])
  expect(openIn(findItems(list, '红豆').map(lineOf), gone)).toEqual(['unavailable'])
})
