import { expect, test } from 'vitest'
import { keysOf } from './live-keys.ts'

const at = 0
const [room, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

test('what happens in another room does not fetch the open one again, but the lists in which both stand', () => {
  const keys = keysOf({ name: 'incidents.changed', incidentId: other, at })
  const stale = (key: string[]) => keys.some((named) => named.every((part, n) => part === key[n]))
  expect(stale(['incidents', 'one', room, 'timeline'])).toBe(false)
  expect(stale(['incidents', 'one', other, 'timeline'])).toBe(true)
  expect(stale(['incidents', 'list', 'open'])).toBe(true)
})
