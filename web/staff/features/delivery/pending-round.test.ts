import { expect, test } from 'vitest'
import type { RoundStop, RoundView } from '#contracts/orders/delivery'
import { pendingRound } from './pending-round.ts'
import type { KeptTap } from './tap-queue.ts'

const AT = '2026-03-02T04:00:00.000Z'
const stop = { id: 's1', number: 'D200001', state: 'assigned' } as RoundStop
const round: RoundView = {
  onDutySince: AT,
  positionAt: null,
  most: 4,
  way: [
    { stopId: 's1', kind: 'pick', at: null },
    { stopId: 's1', kind: 'drop', at: null },
  ],
  stops: [stop],
  calledOff: [],
  doneToday: 2,
}
const kept = (tap: object): KeptTap =>
  ({ stopId: 's1', number: 'D200001', tap: { id: 't', at: AT, ...tap } }) as KeptTap

test('what was picked up without a network is carried, and the door is next', () => {
  const next = pendingRound(round, [kept({ what: 'pick_up' })], false)
  expect(next.stops[0]?.state).toBe('picked_up')
  expect(next.way.map((w) => w.kind)).toEqual(['drop'])
})

test('what was handed over without a network is done', () => {
  const taps = [kept({ what: 'pick_up' }), kept({ what: 'hand_over', proof: { kind: 'code', code: '1234' } })]
  expect(pendingRound(round, taps, false)).toMatchObject({ stops: [], way: [], doneToday: 3 })
})

test('what was brought back is gone without counting as brought', () => {
  expect(pendingRound(round, [kept({ what: 'return', reason: '没人' })], false)).toMatchObject({
    stops: [],
    doneToday: 2,
  })
})

test('with a network a code counts only once the server has taken it', () => {
  const said = kept({ what: 'hand_over', proof: { kind: 'code', code: '1234' } })
  expect(pendingRound(round, [said], true)).toEqual(round)
})
