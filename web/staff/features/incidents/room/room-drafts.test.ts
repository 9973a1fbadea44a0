import { expect, test, vi } from 'vitest'
import { roomDrafts } from './room-drafts.ts'

const AT = { staffId: 'me', roomId: 'room', part: 'sheet' } as const
const ROOM = { staffId: 'me', roomId: 'room' }
const EMPTY: Record<string, string> = {}
const keep = (value: Record<string, string>) => value
const written = (update: (now: Record<string, string>) => Record<string, string>) => ({
  empty: EMPTY,
  update,
  kept: keep,
})

test('what was written is kept a moment later, and is gone at once when it was sent', async () => {
  vi.useFakeTimers()
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(
    AT,
    written(() => ({ hospital: '市一' })),
  )
  drafts.change(
    AT,
    written(() => ({ hospital: '市一医院' })),
  )
  await vi.runAllTimersAsync()
  drafts.change(
    AT,
    written(() => ({})),
  )
  await vi.runAllTimersAsync()
  expect(put.mock.calls).toEqual([
    ['room', 'sheet', '{"hospital":"市一医院"}'],
    ['room', 'sheet', ''],
  ])
  vi.useRealTimers()
})

test('what the server kept is taken over', () => {
  const drafts = roomDrafts(async () => ({}))
  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '市一医院' })
})

test('as long as it could not be read what the server kept, nothing is written over it', async () => {
  vi.useFakeTimers()
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.change(
    AT,
    written(() => ({ hospital: '省立医院' })),
  )
  await vi.runAllTimersAsync()
  drafts.saveAll()
  expect(put).not.toHaveBeenCalled()

  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  await vi.runAllTimersAsync()
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '省立医院' })
  expect(drafts.hasOther(AT)).toBe(true)
  expect(put).not.toHaveBeenCalled()
  vi.useRealTimers()
})

test('the writer says which of two goes on', async () => {
  vi.useFakeTimers()
  const put = vi.fn(async () => ({}))
  const drafts = roomDrafts(put)
  drafts.change(
    AT,
    written(() => ({ hospital: '省立医院' })),
  )
  drafts.known(ROOM, [{ part: 'sheet', text: '{"hospital":"市一医院"}' }])
  drafts.swap(AT)
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '市一医院' })
  drafts.swap(AT)
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '省立医院' })
  drafts.settle(AT)
  await vi.runAllTimersAsync()
  expect(drafts.hasOther(AT)).toBe(false)
  expect(put.mock.calls).toEqual([['room', 'sheet', '{"hospital":"省立医院"}']])
  vi.useRealTimers()
})

test('a page that goes saves at once, also while an earlier save is on its way', async () => {
  vi.useFakeTimers()
  const put = vi.fn(() => new Promise(() => {}))
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(
    AT,
    written(() => ({ hospital: '市一' })),
  )
  await vi.runAllTimersAsync()
  drafts.change(
    AT,
    written(() => ({ hospital: '市一医院' })),
  )
  drafts.saveAll()
  expect(put.mock.calls).toEqual([
    ['room', 'sheet', '{"hospital":"市一"}'],
    ['room', 'sheet', '{"hospital":"市一医院"}'],
  ])
  vi.useRealTimers()
})

test('without a network it is tried again, and something newer goes instead', async () => {
  vi.useFakeTimers()
  const put = vi
    .fn<(...sent: string[]) => Promise<unknown>>()
    .mockRejectedValueOnce({ status: 0 })
    .mockResolvedValue({})
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  drafts.change(
    AT,
    written(() => ({ hospital: '市一' })),
  )
  await vi.advanceTimersByTimeAsync(1000)
  drafts.change(
    AT,
    written(() => ({ hospital: '市一医院' })),
  )
  await vi.runAllTimersAsync()
  expect(put.mock.calls.map(([, , text]) => text)).toEqual(['{"hospital":"市一"}', '{"hospital":"市一医院"}'])
  vi.useRealTimers()
})

test('what is longer than the server keeps is said, until it is short enough again', async () => {
  vi.useFakeTimers()
  const put = vi.fn(async (_room: string, _part: string, text: string) => {
    if (text.length > 40) throw { status: 413 }
    return {}
  })
  const drafts = roomDrafts(put)
  drafts.known(ROOM, [])
  const write = async (hospital: string) => {
    drafts.change(
      AT,
      written(() => ({ hospital })),
    )
    await vi.runAllTimersAsync()
    return drafts.isTooLong(AT)
  }
  expect(await write('市一医院'.repeat(20))).toBe(true)
  expect(drafts.read(AT, EMPTY).hospital).toHaveLength(80)
  expect(await write('市一医院')).toBe(false)
  vi.useRealTimers()
})
