import { expect, test } from 'vitest'
import { placesOf } from './board-scale.ts'

const box = (top: number, bottom: number) => ({ top, height: bottom - top })

test('what stands at one time stands side by side, and the next one has the whole width again', () => {
  expect(placesOf([box(0, 60), box(60, 90)])).toEqual([
    { place: 0, of: 1 },
    { place: 0, of: 1 },
  ])
  // A treatment that is not ended, the next one, and one after both.
  expect(placesOf([box(0, 50), box(30, 90), box(100, 120)])).toEqual([
    { place: 0, of: 2 },
    { place: 1, of: 2 },
    { place: 0, of: 1 },
  ])
  expect(placesOf([box(10, 40), box(0, 30), box(35, 60)])).toEqual([
    { place: 1, of: 2 },
    { place: 0, of: 2 },
    { place: 0, of: 2 },
  ])
})
