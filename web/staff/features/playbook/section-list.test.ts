import { expect, test } from 'vitest'
import { asSection, sectionOf } from './section-list.ts'

test.each([
  ['sla.P2.respond.minutes', 'sla'],
  ['categories[3].children[1].words', 'categories'],
  ['fallbackCategory', 'categories'],
  ['matrix[0][2]', 'matrix'],
  ['orders.stations[1].key', 'orders'],
  ['emergencies[0].steps[3].post', 'emergencies'],
  ['forms[1].fields', 'text'],
  ['', 'text'],
])('what is wrong at %s is put right under %s', (path, section) => {
  expect(sectionOf(path)).toBe(section)
})

test('an address of another time falls back to the first section', () => {
  expect(asSection('gone', false)).toBe('categories')
  expect(asSection('checks', false)).toBe('categories')
  expect(asSection('checks', true)).toBe('checks')
})
