import type { ChannelView } from '../channel-queries.ts'
import type { ConnectableKind } from './connect-queries.ts'

/** The gallery's shelves, in the order of how often a brand begins with them. */
export const SHELVES: readonly { key: string; kinds: readonly ConnectableKind[] }[] = [
  { key: 'talk', kinds: ['wechat', 'chat', 'email', 'phone', 'sms'] },
  { key: 'review', kinds: ['meituan', 'eleme', 'dianping'] },
  { key: 'social', kinds: ['douyin', 'weibo', 'monitor'] },
  { key: 'complaint', kinds: ['wechat_pay', 'mini_program'] },
]

const OWN: readonly string[] = ['qr', 'counter', 'website', 'api']

/** Channels as their page lays them out: the brand's own, connected services, what people enter or import. */
export function groupChannels(channels: readonly ChannelView[]) {
  return {
    own: channels.filter((c) => OWN.includes(c.kind)),
    connected: channels.filter((c) => c.connection !== null),
    hand: channels.filter((c) => c.connection === null && !OWN.includes(c.kind)),
  }
}

type HealthLook = 'ok' | 'quiet' | 'idle' | 'off' | 'fault'

/** What the health line says: off and never connected come before whatever was heard last. */
export function lookOf(channel: Pick<ChannelView, 'on' | 'connection'>): HealthLook {
  const { connection, on } = channel
  if (!connection?.connectedAt) return 'idle'
  if (!on) return 'off'
  if (connection.health.state === 'fault') return 'fault'
  return connection.health.state === 'ok' ? 'ok' : 'quiet'
}
