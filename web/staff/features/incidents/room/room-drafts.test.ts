import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { roomDrafts } from './room-drafts.ts'

const AT = { staffId: 'me', roomId: 'room', part: 'sheet' } as const
const ROOM = { staffId: 'me', roomId: 'room' }
const EMPTY: Record<string, string> = {}
const written = (next: Record<string, string>) => ({
  empty: EMPTY,
  update: () => next,
  kept: (value: Record<string, string>) => value,
})
const hospitalIs = (hospital: string) => written({ hospital })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what was written is kept a moment later, and is gone at once when it was sent', async () => {
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(AT, hospitalIs('市一'))
  drafts.change(AT, hospitalIs('市一医院'))
  await vi.runAllTimersAsync()
  drafts.change(AT, written({}))
  await vi.runAllTimersAsync()
  expect(put.mock.calls).toEqual([
    ['room', 'sheet', '{"hospital":"市一医院"}'],
    ['room', 'sheet', ''],
  ])
})

test('what the server kept is taken over', () => {
  const drafts = roomDrafts(async () => ({}))
  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '市一医院' })
})

test('as long as it could not be read what the server kept, nothing is written over it', async () => {
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.change(AT, hospitalIs('省立医院'))
  await vi.runAllTimersAsync()
  drafts.saveAll()
  expect(put).not.toHaveBeenCalled()

  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  await vi.runAllTimersAsync()
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '省立医院' })
  expect(drafts.hasOther(AT)).toBe(true)
  expect(put).not.toHaveBeenCalled()
})

test('the writer says which of two goes on', async () => {
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.change(AT, hospitalIs('省立医院'))
  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  drafts.swap(AT)
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '市一医院' })
  drafts.swap(AT)
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '省立医院' })
  drafts.settle(AT)
  await vi.runAllTimersAsync()
  expect(drafts.hasOther(AT)).toBe(false)
  expect(put.mock.calls).toEqual([['room', 'sheet', '{"hospital":"省立医院"}']])
})

test('a page that goes saves at once, also while an earlier save is on its way', async () => {
  const put = vi.fn(() => new Promise(() => {}))
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(AT, hospitalIs('市一'))
  await vi.runAllTimersAsync()
  drafts.change(AT, hospitalIs('市一医院'))
  drafts.saveAll()
  expect(put.mock.calls).toEqual([
    ['room', 'sheet', '{"hospital":"市一"}'],
    ['room', 'sheet', '{"hospital":"市一医院"}'],
  ])
})

test('without a network it is tried again, and something newer goes instead', async () => {
  const put = vi
    .fn<(...sent: string[]) => Promise<unknown>>()
    .mockRejectedValueOnce({ status: 0 })
    .mockResolvedValue({})
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(AT, hospitalIs('市一'))
  await vi.advanceTimersByTimeAsync(1000)
  drafts.change(AT, hospitalIs('市一医院'))
  await vi.runAllTimersAsync()
  expect(put.mock.calls.map(([, , text]) => text)).toEqual(['{"hospital":"市一"}', '{"hospital":"市一医院"}'])
})

test('what is longer than the server keeps is said, until it is short enough again', async () => {
  const put = vi.fn(async (_room: string, _part: string, text: string) => {
    if (text.length > 40) throw { status: 413 }
    return {}
  })
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  const write = async (hospital: string) => {
    drafts.change(AT, hospitalIs(hospital))
    await vi.runAllTimersAsync()
    return drafts.isTooLong(AT)
  }
  expect(await write('市一医院'.repeat(20))).toBe(true)
  expect(drafts.read(AT, EMPTY).hospital).toHaveLength(80)
  expect(await write('市一医院')).toBe(false)
})
