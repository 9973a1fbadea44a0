import { expect, test } from 'vitest'
import { atTime, freePeople, freeStarts, roomBusyUntil } from './free-times.ts'

const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`).toISOString()
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
const visit = (therapistId: string, from: string, to: string, state: 'booked' | 'done' = 'booked') => ({
  orderId: `${therapistId}${from}`,
  number: 'D1',
  state,
  startsAt: at(from),
  endsAt: at(to),
  busyUntil: at(to),
  overMin: null,
  therapistId,
  room: '',
  customer: '',
  summary: '',
  taboos: [],
  note: '',
  incomplete: false,
  waits: null,
})
const DAY = {
  now: at('10:20'),
  open: [span('10:00', '13:00')],
  therapists: [
    { id: 'a', name: '阿芳', duty: [span('10:00', '13:00')] },
    { id: 'l', name: '露露', duty: [span('11:30', '13:00')] },
  ],
  visits: [visit('a', '11:00', '12:00')],
}

test('a treatment fits between what is booked, inside of duty and opening hours, and not in the past', () => {
  expect(freeStarts(DAY, 'a', 60)).toEqual([at('12:00')])
  expect(freeStarts(DAY, 'l', 60)).toEqual([at('11:30'), at('11:45'), at('12:00')])
  expect(freeStarts(DAY, '', 30).slice(0, 2)).toEqual([at('10:30'), at('11:30')])
  expect(freeStarts(DAY, 'a', 60, 'a11:00').length).toBe(7)
  expect(freePeople(DAY, at('11:30'), 60)).toEqual(['l'])
})

test('a treatment that goes on beyond its end keeps its therapist and its room', () => {
  const over = { ...visit('a', '10:00', '11:00'), busyUntil: at('11:10') }
  const day = { ...DAY, now: at('11:02'), visits: [over] }
  expect(freeStarts(day, 'a', 60)[0]).toBe(at('11:15'))
  expect(freePeople(day, at('11:05'), 60)).toEqual([])
  const roomy = { ...day, visits: [{ ...over, room: 'VIP 房' }] }
  expect(roomBusyUntil(roomy, 'vip 房', at('11:05'), 60)).toBe(at('11:10'))
  expect(roomBusyUntil(roomy, 'VIP 房', at('11:10'), 60)).toBe('')
  expect(roomBusyUntil(roomy, '2 号房', at('11:05'), 60)).toBe('')
})

test('a time is said on the clock of the shop', () => {
  expect(atTime(at('00:00'), '14:30')).toBe(at('14:30'))
  expect(atTime(at('00:00'), '1430')).toBeNull()
})
