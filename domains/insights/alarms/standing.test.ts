import { expect, test } from 'vitest'
import type { SeriesKind } from '#contracts/insights'
import type { Fired } from '../listen/hearing.ts'
import { Standing, tellsOfHarm } from './standing.ts'

const NOON = Date.parse('2026-03-02T12:00+08:00')
const SUNDRY = Array.from({ length: 25 }, (_, n) => `sundry ${n}`)
const GRAVE = ['grave 0', 'grave 1', 'grave 2']

let ids = 0
const standing = () => new Standing([], () => `alarm ${++ids}`)
const sign = (kind: SeriesKind, key: string[], told: string[]): Fired => ({
  ref: { kind, key: JSON.stringify(key) },
  ids: told,
  usualWeek: 1,
  everyDays: 1000,
})
const told = ({ alarms }: Standing) =>
  alarms.map((one) => ({ kind: one.named.kind, harm: tellsOfHarm(one), tickets: one.ticketIds }))

test('three emergencies among many small matters of a shop are an alarm of emergencies', () => {
  const all = standing()
  const shop = sign('shop', ['s'], [...SUNDRY, ...GRAVE])
  all.take([shop, sign('emergency_shop', ['s'], GRAVE)], NOON, true)
  expect(told(all)).toEqual([{ kind: 'emergency_shop', harm: true, tickets: GRAVE }])
})

test('emergencies that come a minute after the many small matters are an alarm of their own', () => {
  for (const urgent of [false, true]) {
    const all = standing()
    const shop = [...SUNDRY, ...GRAVE.slice(0, 2)]
    all.take([sign('shop', ['s'], shop)], NOON, urgent)
    all.take([sign('emergency_shop', ['s'], GRAVE)], NOON + 60_000, true)
    expect(told(all)).toEqual([
      { kind: 'shop', harm: false, tickets: shop },
      { kind: 'emergency_shop', harm: true, tickets: GRAVE },
    ])
  }
})

test('one cause is one alarm, named by what tells most particularly of most of its tickets', () => {
  const all = standing()
  const few = SUNDRY.slice(0, 6)
  all.take(
    [
      sign('shop', ['s'], SUNDRY),
      sign('shop_category', ['s', 'c'], SUNDRY.slice(0, 20)),
      sign('rider', ['r'], few),
    ],
    NOON,
    false,
  )
  expect(told(all)).toEqual([{ kind: 'shop_category', harm: false, tickets: SUNDRY.slice(0, 20) }])
})
