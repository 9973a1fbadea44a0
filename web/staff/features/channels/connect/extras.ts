import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { ConnectableKind, Connection } from '#contracts/channels/connect'

type Extras = LazyExoticComponent<ComponentType<{ connection: Connection }>>

/** What a kind of channel can do beyond its settings (menus, codes, a snippet to copy); shown once it is connected. */
export const EXTRAS: Partial<Record<ConnectableKind, Extras>> = {
  wechat: lazy(() => import('../wechat/ConnectionExtras.tsx').then((m) => ({ default: m.ConnectionExtras }))),
}
