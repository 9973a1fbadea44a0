import { describe, expect, test } from 'vitest'
import type { Cell } from '../parts.ts'
import { bareHeading, cleanHeading } from './aliases.ts'
import { CellProblem, moneyOf, nameOf, numberOf, scoreOf, textOf, timeOf } from './cells.ts'
import { shopFinder } from './find-shop.ts'
import {
  findHeader,
  guessColumns,
  guessMapping,
  guessPlatform,
  guessScale,
  headingsOf,
} from './guess-mapping.ts'

const NOW = new Date('2026-03-02T12:00:00+08:00')
const refusal = (work: () => unknown): string => {
  try {
    return `took it as ${String(work())}`
  } catch (error) {
    return (error as CellProblem).code
  }
}
const rows = (...cells: Cell[][]) => cells.map((row, n) => ({ n: n + 1, cells: row }))

describe('headings', () => {
  test.each([
    ['评价 内容（必填）：', '评价内容(必填)', '评价内容'],
    ['订单\n金额(元)', '订单金额(元)', '订单金额'],
    ['Ｏｒｄｅｒ ID', 'orderid', 'orderid'],
    ['【评价】', '【评价】', '【评价】'],
  ])('%j', (written, clean, bare) => {
    expect(cleanHeading(written)).toBe(clean)
    expect(bareHeading(cleanHeading(written))).toBe(bare)
  })

  test('are found under a title and a line of words', () => {
    const head = rows(
      ['茶屿 2026 年 2 月评价'],
      ['导出时间：2026-03-01', null],
      [],
      ['评价ID', '评价内容', '评分', '评价时间'],
      ['1', '太甜', 2, '2026-02-01'],
    )
    expect(findHeader('reviews', { rows: head, fixed: null })).toBe(4)
  })
  test('below the tenth row are not looked for', () => {
    const head = rows(...Array.from({ length: 10 }, () => ['说明'] as Cell[]), ['评价内容', '评分'])
    expect(findHeader('reviews', { rows: head, fixed: null })).toBe(0)
  })
  test('that nobody knows are those of the first full row; a table of bare text has none', () => {
    expect(
      findHeader('reviews', {
        rows: rows(['甲', '乙'], ['很长的一段评价，写了不少字，应该是内容', '5']),
        fixed: null,
      }),
    ).toBe(1)
    expect(findHeader('reviews', { rows: rows(['太甜了'], ['还行']), fixed: null })).toBe(0)
  })
  test('whole ones go before bare ones, and a column is one thing', () => {
    expect(
      guessColumns('reviews', [
        '评价内容(追加)',
        '评价内容',
        '评价时间',
        '订单号',
        '门店名称',
        '用户昵称',
        '商家回复',
      ]),
    ).toEqual({
      text: 1,
      time: 2,
      orderNumber: 3,
      shop: 4,
      author: 5,
      reply: 6,
    })
    expect(
      guessColumns('orders', ['订单号', '商户订单号', '下单时间', '订单金额(元)', '商品明细']),
    ).toMatchObject({
      orderNumber: 0,
      time: 2,
      amount: 3,
      items: 4,
    })
  })
  test('of one platform tell the platform; of two, nobody', () => {
    expect(guessPlatform('orders', ['订单号', '商户订单号', '商家实收'])).toBe('meituan')
    expect(guessPlatform('orders', ['账单日期', '交易类型', '商家应收款', '订单类型', '结算金额'])).toBe(
      'import',
    )
  })
  test('that say nothing leave the longest column as the review', () => {
    const head = {
      rows: rows(['a', 'b'], ['1', '等了四十分钟才上菜，服务员也不理人'], ['2', '环境不错，就是有点吵']),
      fixed: null,
    }
    expect(guessMapping('reviews', 0, head).columns.text).toBe(1)
    expect(headingsOf({ rows: [], fixed: ['id', 'text'] }, 0)).toEqual(['id', 'text'])
  })
})

describe('names that are numbers', () => {
  test.each([
    ['="4410203948571029384"', '4410203948571029384'],
    ["'4410203948571029384", '4410203948571029384'],
    ['\t4410203948571029384 ', '4410203948571029384'],
    ['"0012"', '0012'],
    ['００１２', '0012'],
    [123_456_789, '123456789'],
    [null, ''],
  ])('%j', (cell, name) => expect(nameOf(cell)).toBe(name))
  test.each(['1.23E+17', '4.41020394857103E+18', '1e16', 1.23e17, 4_410_203_948_571_029, 12.5])(
    '%j has lost its digits',
    (cell) => expect(refusal(() => nameOf(cell))).toBe('digitsLost'),
  )
})

describe('money', () => {
  test.each([
    ['¥1,234.50', 123_450],
    ['￥ 12', 1200],
    ['12.5元', 1250],
    ['１２．５０', 1250],
    ['-3.20', -320],
    ['(3.20)', -320],
    ['¥-3.2', -320],
    ['0', 0],
    [12.1, 1210],
    [0.1 + 0.2, 30],
    ['12.500', 1250],
    ['', null],
    ['--', null],
    [null, null],
  ])('%j is %j', (cell, minor) => expect(moneyOf(cell)).toBe(minor))
  test.each(['12,50', '1,23,456', '12.345', '免费', '1.2.3', '99999999999999999'])(
    '%j is no amount',
    (cell) => expect(refusal(() => moneyOf(cell))).toBe('money'),
  )
})

describe('times', () => {
  test.each([
    ['2026-02-28 21:05:09', '2026-02-28T13:05:09.000Z'],
    ['2026-02-28 21:05:09.0', '2026-02-28T13:05:09.000Z'],
    ['2026/2/8 9:05', '2026-02-08T01:05:00.000Z'],
    ['2026.02.08', '2026-02-07T16:00:00.000Z'],
    ['2026年2月8日 9:05', '2026-02-08T01:05:00.000Z'],
    ['2026年2月8日9时5分', '2026-02-08T01:05:00.000Z'],
    ['2026-02-08 星期日 09:05', '2026-02-08T01:05:00.000Z'],
    ['20260208', '2026-02-07T16:00:00.000Z'],
    ['20260208090500', '2026-02-08T01:05:00.000Z'],
    ['2026-02-08T09:05:00Z', '2026-02-08T09:05:00.000Z'],
    ['2026-02-08T09:05:00+08:00', '2026-02-08T01:05:00.000Z'],
    [46_061.5, '2026-02-08T04:00:00.000Z'],
    ['46061.5', '2026-02-08T04:00:00.000Z'],
    [46_061, '2026-02-07T16:00:00.000Z'],
    [1_770_512_700, '2026-02-08T01:05:00.000Z'],
    ['1770512700000', '2026-02-08T01:05:00.000Z'],
  ])('%j', (cell, iso) => expect(timeOf(cell, 'Asia/Shanghai', NOW)?.toISOString()).toBe(iso))
  test.each([
    ['昨天', 'time'],
    ['2026-13-01', 'time'],
    ['1970-01-01', 'time'],
    [12, 'time'],
    ['2027-01-01', 'timeFuture'],
  ])('%j is refused', (cell, code) => expect(refusal(() => timeOf(cell, 'Asia/Shanghai', NOW))).toBe(code))
  test('nothing is no time', () => expect(timeOf(null, 'Asia/Shanghai', NOW)).toBeNull())
})

describe('scores', () => {
  test.each([
    [5, 'five', { stars: 5 }],
    ['4.5分', 'five', { stars: 5 }],
    ['3星', 'five', { stars: 3 }],
    ['四星', 'five', { stars: 4 }],
    ['★★☆☆☆', 'five', { stars: 2 }],
    [0, 'five', {}],
    [9, 'ten', { stars: 5 }],
    [35, 'fifty', { stars: 4 }],
    [100, 'hundred', { stars: 1 }],
    ['差评', 'mood', { mood: 'bad' }],
    ['positive', 'mood', { mood: 'good' }],
    [0, 'mood', { mood: 'bad' }],
    [null, 'five', {}],
  ] as const)('%j on the scale %s', (cell, scale, score) => expect(scoreOf(cell, scale)).toEqual(score))
  test.each([
    [9, 'five'],
    ['好吃', 'five'],
    [-1, 'five'],
    ['7', 'mood'],
  ] as const)('%j does not fit the scale %s', (cell, scale) =>
    expect(refusal(() => scoreOf(cell, scale))).toBe('score'),
  )
  test.each([
    [[5, 4, 1], 'five'],
    [[8, 10], 'ten'],
    [[10, 35, 50], 'fifty'],
    [[100, 500], 'hundred'],
    [['好评', '差评'], 'mood'],
    [[1, 0, 1], 'mood'],
    [[null, null], 'five'],
  ] as const)('the scale of %j is %s', (values, scale) => expect(guessScale(values)).toBe(scale))
})

test('a cell as text, without its wrapping', () => {
  expect([textOf('="a"'), textOf(12), textOf(true), textOf(null), numberOf('1,234')]).toEqual([
    'a',
    '12',
    'true',
    '',
    1234,
  ])
  expect(new CellProblem('x').code).toBe('x')
})

test('a shop is found by its code, its name, or a name that can be no other', () => {
  const find = shopFinder([
    { id: 'a', code: 'S01', name: '湖滨店' },
    { id: 'b', code: 'S02', name: '西溪店' },
    { id: 'c', code: 'S03', name: '西溪二店' },
  ])
  expect(['s01', '湖滨店', '茶屿（湖滨店）', '湖滨', '西溪', '西溪店', '北京店', ''].map(find)).toEqual([
    'a',
    'a',
    'a',
    'a',
    null,
    'b',
    null,
    null,
  ])
})
