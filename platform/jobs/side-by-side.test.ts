import { expect, test } from 'vitest'
import type { Services } from '../context.ts'
import { type Piece, sideBySide } from './side-by-side.ts'

const services = { db: {}, log: { error: () => {} } } as unknown as Services

function hanging(key: string, of: string, begun: string[]): Piece {
  return {
    key,
    of,
    run: () => {
      begun.push(key)
      return new Promise(() => {})
    },
  }
}

test('whoever has a service that hangs takes at most his share of the hands, round after round', async () => {
  const round = sideBySide('test', 4, { each: 2, patienceMs: 1 })
  const begun: string[] = []
  const slow = ['a1', 'a2', 'a3', 'a4', 'a5'].map((key) => hanging(key, 'a', begun))
  expect(await round(services, async () => slow)).toBe(2)
  expect(await round(services, async () => slow)).toBe(2)
  expect(begun).toEqual(['a1', 'a2'])
  let told = false
  const quick = {
    key: 'b1',
    of: 'b',
    run: async () => {
      told = true
    },
  }
  await round(services, async () => [...slow, quick])
  expect(told).toBe(true)
})

test('work that belongs to nobody may have all hands', async () => {
  const round = sideBySide('test', 3, { each: 1, patienceMs: 1 })
  const begun: string[] = []
  await round({ ...services, db: {} } as Services, async () =>
    ['x', 'y', 'z'].map((key) => ({ ...hanging(key, '', begun), of: undefined }) as unknown as Piece),
  )
  expect(begun).toEqual(['x', 'y', 'z'])
})
