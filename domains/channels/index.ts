import type { ChannelKind } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import { channelOfKind as find, findChannel, insertCodes } from './channel-data.ts'

export { createApiKey, findApiKey } from './api-keys.ts'
export { createDefaultChannels } from './create-channels.ts'
export { keepPhoto, photoViews, readPhotoOf, takePhotos } from './keep-photo.ts'
export { createCodes } from './manage-codes.ts'
export { insertOutbound, markRead, type NewInbound, outboundStates, storeInbound } from './message-data.ts'
export { customerContext, formWords, type OpenCode, openCode } from './public-form.ts'
export { uploadOf } from './routes.ts'
export { insertCodes }

/** Name and state of one channel; undefined when the brand has none of the kind. */
export function channelOfKind(tx: Tx, kind: ChannelKind) {
  return find(tx, kind)
}

export async function channelNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await Promise.all([...new Set(ids)].map((id) => findChannel(tx, id)))
  return new Map(rows.flatMap((r) => (r ? [[r.id, r.name] as const] : [])))
}
