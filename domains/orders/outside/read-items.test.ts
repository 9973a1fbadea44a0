import { expect, test } from 'vitest'
import { readItems } from './read-items.ts'

const lines = (cell: string, amount: number | null = null) =>
  readItems(cell, amount).map((i) => [i.name, i.quantity, i.priceMinor])

test('a cell of a platform’s file is read as lines with their numbers', () => {
  expect(lines('大红袍（大杯）×2、美式*1; 3D 拿铁')).toEqual([
    ['大红袍（大杯）', 2, 0],
    ['美式', 1, 0],
    ['3D 拿铁', 1, 0],
  ])
  expect(lines('黄焖鸡米饭 x 2份，可乐X3瓶')).toEqual([
    ['黄焖鸡米饭', 2, 0],
    ['可乐', 3, 0],
  ])
})

test('what one of it costs is known only where one line is all', () => {
  expect(lines('大红袍×2', 3600)).toEqual([['大红袍', 2, 1800]])
  expect(lines('大红袍×3', 1000)).toEqual([['大红袍', 3, 0]])
  expect(lines('大红袍、美式', 3600)).toEqual([
    ['大红袍', 1, 0],
    ['美式', 1, 0],
  ])
  expect(lines('', 3600)).toEqual([])
})
