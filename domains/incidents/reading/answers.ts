import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Computed } from './load-room.ts'

const pack = promisify(gzip)
const LEVEL = 5
const MOST_KEPT = 64

export type RoomAnswer = { etag: string; plain: Buffer; gzip: () => Promise<Buffer> }

/** Most readers may do the same in a room, so most read the same bytes. They go with the version they belong to. */
const ofRoom = new WeakMap<Computed, Map<string, RoomAnswer>>()

export function answerOf(room: Computed, own: string): RoomAnswer {
  const kept = ofRoom.get(room) ?? new Map<string, RoomAnswer>()
  ofRoom.set(room, kept)
  const known = kept.get(own)
  if (known) return known
  const plain = Buffer.from(`${room.json},${own.slice(1)}`)
  const digest = createHash('sha1').update(plain).digest('base64url')
  let packed: Promise<Buffer> | undefined
  const made: RoomAnswer = {
    etag: `"${room.version}-${digest}"`,
    plain,
    gzip: () => {
      packed ??= pack(plain, { level: LEVEL })
      return packed
    },
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(own, made)
  return made
}
