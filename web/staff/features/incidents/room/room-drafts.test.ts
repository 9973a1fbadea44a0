import { expect, test, vi } from 'vitest'
import { roomDrafts } from './room-drafts.ts'

const AT = { staffId: 'me', roomId: 'room', part: 'sheet' } as const
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

test('what the server kept is taken over, unless something was written here since', () => {
  const drafts = roomDrafts(async () => ({}))
  drafts.adopt(AT, '{"hospital":"市一医院"}')
  expect(drafts.read(AT, EMPTY)).toEqual({ hospital: '市一医院' })
  const other = { ...AT, roomId: 'other' }
  drafts.change(
    other,
    written(() => ({ hospital: '省立医院' })),
  )
  drafts.adopt(other, '{"hospital":"市一医院"}')
  expect(drafts.read(other, EMPTY)).toEqual({ hospital: '省立医院' })
})

test('without a network it is tried again, and something newer goes instead', async () => {
  vi.useFakeTimers()
  const put = vi
    .fn<(...sent: string[]) => Promise<unknown>>()
    .mockRejectedValueOnce({ status: 0 })
    .mockResolvedValue({})
  const drafts = roomDrafts(put)
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
