import type { AttachmentView } from '#contracts/channels'
import type { Tx } from '#platform/db/database'
import { limitRate } from '#platform/http/rate'
import { handOver } from '../attachment-data.ts'
import { channelErrors } from '../errors.ts'
import { keepPhoto, readPhotoOf } from '../keep-photo.ts'
import { type Door, visitorAt } from './door.ts'
import { talkShows } from './gather.ts'
import type { Visitor } from './visitor.ts'

const UPLOADS_PER_MINUTE = 20
const READS_PER_MINUTE = 120

/** Keeps a picture of a visitor until he says something with it. Errors: channels.forged, files.* */
export async function keepVisitorPhoto(
  door: Door,
  token: string,
  bytes: () => Promise<Buffer>,
): Promise<AttachmentView> {
  const visitor = visitorAt(door, token)
  await limitRate(door.ctx, `chat-photo:${visitor.id}`, UPLOADS_PER_MINUTE)
  return keepPhoto(door.ctx, ownerOf(door, visitor), await bytes())
}

/** From now on they are the channel's, from which the ticket takes them. Errors: channels.photoUnknown. */
export async function takeVisitorPhotos(
  tx: Tx,
  door: Door,
  visitor: Visitor,
  ids: readonly string[],
): Promise<void> {
  const taken = await handOver(tx, ids, ownerOf(door, visitor), `channel:${door.row.id}`)
  if (taken < new Set(ids).size) throw channelErrors.photoUnknown({}, 'photos')
}

/** A picture of this visitor's own talk. Errors: channels.forged, channels.notFound for any other. */
export async function readTalkPhoto(
  door: Door,
  token: string,
  id: string,
  size: 'full' | 'thumb',
): Promise<{ bytes: Uint8Array; mime: string }> {
  const visitor = visitorAt(door, token)
  await limitRate(door.ctx, `chat-picture:${visitor.id}`, READS_PER_MINUTE)
  if (!(await door.ctx.transaction((tx) => talkShows(tx, door, visitor, id)))) throw channelErrors.notFound()
  return readPhotoOf(door.ctx, null, id, size)
}

function ownerOf({ row }: Door, visitor: Visitor): string {
  return `chat:${row.id}:${visitor.id}`
}
