import { expect, test } from 'vitest'
import type { SavedView } from '#contracts/tickets/inbox'
import { placeOf } from './use-inbox-place.ts'

const p1 = { field: 'priority', op: 'is', values: ['P1'] } as const
const saved: SavedView = {
  id: 'v',
  name: '急件',
  shared: false,
  owner: { id: 'me', name: '我' },
  canChange: true,
  view: 'all',
  conditions: [{ ...p1, values: ['P1'] }],
  sort: 'newest',
  columns: [],
}

test('a saved view says view, conditions and sort', () => {
  expect(placeOf({ saved: 'v' }, saved, false)).toMatchObject({ view: 'all', sort: 'newest', changed: false })
})

test('what stands in the address goes before it, and counts as a change', () => {
  expect(placeOf({ saved: 'v', conditions: [] }, saved, false)).toMatchObject({
    conditions: [],
    changed: true,
  })
  expect(placeOf({ saved: 'v', sort: 'oldest' }, saved, false)).toMatchObject({
    sort: 'oldest',
    changed: true,
  })
})

test('without one the address stands for itself', () => {
  expect(placeOf({ priority: 'P1' }, null, false)).toMatchObject({
    view: 'mine',
    sort: 'updated',
    conditions: [p1],
    changed: false,
  })
})
