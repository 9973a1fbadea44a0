import { expect, test } from 'vitest'
import { ConnectableKind } from '#contracts/channels/connect'
import type { ChannelView } from '../channel-queries.ts'
import { groupChannels, lookOf, SHELVES } from './channel-groups.ts'

type Connection = NonNullable<ChannelView['connection']>
const at = '2026-03-02T04:00:00.000Z'
const connection = (state: Connection['health']['state'], connectedAt: string | null = at): Connection => ({
  connectedAt,
  health: { state, code: '', data: {}, at },
})
const channel = (kind: ChannelView['kind'], more: Partial<ChannelView> = {}) =>
  ({ kind, on: true, connection: null, ...more }) as ChannelView

test('every kind that can be connected stands on one shelf of the gallery', () => {
  expect(SHELVES.flatMap((shelf) => shelf.kinds).sort()).toEqual([...ConnectableKind.options].sort())
})

test('own channels, connected services and what people enter stand apart', () => {
  const groups = groupChannels([
    channel('qr'),
    channel('wechat', { connection: connection('ok') }),
    channel('authority'),
    channel('api'),
  ])
  expect(groups.own.map((c) => c.kind)).toEqual(['qr', 'api'])
  expect(groups.connected.map((c) => c.kind)).toEqual(['wechat'])
  expect(groups.hand.map((c) => c.kind)).toEqual(['authority'])
})

test.each([
  ['never connected', { connection: connection('fault', null) }, 'idle'],
  ['connected, nothing heard', { connection: connection('idle') }, 'quiet'],
  ['works', { connection: connection('ok') }, 'ok'],
  ['at fault', { connection: connection('fault') }, 'fault'],
  ['turned off, whatever was before', { on: false, connection: connection('fault') }, 'off'],
] as const)('the health line tells: %s', (_name, more, look) => {
  expect(lookOf(channel('email', more))).toBe(look)
})
