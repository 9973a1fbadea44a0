import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { gate } from './gate.ts'
import { gatherer } from './gather.ts'

const db = {} as Ctx['db']
const ctxOf = (brandId: string) => ({ db, actor: { kind: 'system', brandId } }) as Ctx

/** Work that is held until it is let go; `seen` are the batches in which it was asked for. */
function held<T>(answer: (one: T) => string = String) {
  const seen: T[][] = []
  const doors: (() => void)[] = []
  const work = async (_ctx: Ctx, all: T[]) => {
    seen.push(all)
    await new Promise<void>((open) => doors.push(open))
    return all.map(answer)
  }
  const open = async () => {
    doors.shift()!()
    await new Promise(setImmediate)
  }
  return { seen, work, open }
}

test('who comes alone goes at once; what comes meanwhile goes together, each with its own answer', async () => {
  const { seen, work, open } = held<number>((n) => `answer ${n}`)
  const add = gatherer(work, { most: 3, atOnce: 1 })
  const answers = [1, 2, 3, 4, 5].map((n) => add(ctxOf('a'), n))
  expect(seen).toEqual([[1]])
  await open()
  expect(seen).toEqual([[1], [2, 3, 4]])
  await open()
  await open()
  expect(seen).toEqual([[1], [2, 3, 4], [5]])
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5].map((n) => `answer ${n}`))
})

test('brands are never mixed, and none waits for another', async () => {
  const { seen, work, open } = held<string>()
  const add = gatherer(work, { most: 10, atOnce: 1 })
  const all = ['a', 'b', 'a', 'b', 'a'].map((brand, n) => add(ctxOf(brand), `${brand}${n}`))
  expect(seen).toEqual([['a0'], ['b1']])
  for (let i = 0; i < 4; i++) await open()
  expect(seen.slice(2)).toEqual([['a2', 'a4'], ['b3']])
  await Promise.all(all)
})

test('what fails together is tried alone, so that one bad takes nobody with it', async () => {
  const add = gatherer<string, string>(
    async (_ctx, all) => {
      await new Promise(setImmediate)
      if (all.includes('bad')) throw new Error('cannot be saved')
      return all
    },
    { most: 10, atOnce: 1 },
  )
  const results = await Promise.allSettled(
    ['first', 'good', 'bad', 'fine'].map((one) => add(ctxOf('a'), one)),
  )
  expect(results.map((r) => (r.status === 'fulfilled' ? r.value : r.reason.message))).toEqual([
    'first',
    'good',
    'cannot be saved',
    'fine',
  ])
})

test('a gate lets so many through at a time, in the order of their coming, whatever becomes of them', async () => {
  const through = gate(2)
  const begun: number[] = []
  const doors: (() => void)[] = []
  const all = [1, 2, 3, 4].map((n) =>
    through(async () => {
      begun.push(n)
      await new Promise<void>((open) => doors.push(open))
      if (n === 1) throw new Error('the first fails')
    }).catch(() => {}),
  )
  await new Promise(setImmediate)
  expect(begun).toEqual([1, 2])
  doors.shift()!()
  await new Promise(setImmediate)
  expect(begun).toEqual([1, 2, 3])
  while (doors.length) {
    doors.shift()!()
    await new Promise(setImmediate)
  }
  expect(begun).toEqual([1, 2, 3, 4])
  await Promise.all(all)
})
