import type { Connection } from '#contracts/channels/connect'
import { WechatExtras } from './WechatExtras.tsx'

/** The same for the connection's page, which hands over the whole connection. */
export function ConnectionExtras({ connection }: { connection: Connection }) {
  return <WechatExtras channelId={connection.id} />
}
