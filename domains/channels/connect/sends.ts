import { connectorOf, hasConnector } from './registry.ts'

/** Whether customers of this kind of channel are answered in it; otherwise they read us on the progress page. */
export function channelSends(kind: string): boolean {
  return hasConnector(kind) && connectorOf(kind).sends
}
