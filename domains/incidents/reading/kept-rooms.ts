import type { Ctx } from '#platform/context'
import { may } from '#platform/permissions'
import { type Computed, computeRoom } from './load-room.ts'
import type { ReadFor } from './loaded.ts'

const MOST_KEPT = 200
/** What belongs to other rooms, a linked ticket that ends, makes no version: it is seen so much later at most. */
const KEPT_MS = 60_000

type Kept = { version: number; madeAt: number; room: Promise<Computed | undefined> }
const ofDatabase = new WeakMap<Ctx['db'], Map<string, Kept>>()

/**
 * The shared part of a room at a version or later, worked out once per language and reach and handed to everybody who asks meanwhile.
 * Shape: bounded; the one not used for longest goes first, each after a minute. What failed is not kept.
 */
export function keptRoom(
  ctx: Ctx,
  id: string,
  version: number,
  read: ReadFor,
): Promise<Computed | undefined> {
  const kept = ofDatabase.get(ctx.db) ?? new Map<string, Kept>()
  ofDatabase.set(ctx.db, kept)
  const reach = read === 'all' ? read : [[...read.shops].sort(), read.fileIds, read.staffId].join(';')
  const names = may(ctx.actor, 'incidents.readNames')
  const key = [ctx.actor.brandId, id, ctx.locale, names, reach].join(' ')
  const known = kept.get(key)
  kept.delete(key)
  const now = ctx.now().getTime()
  if (known && known.version >= version && now - known.madeAt < KEPT_MS) {
    kept.set(key, known)
    return known.room
  }
  const made: Kept = { version, madeAt: now, room: computeRoom(ctx, id, read) }
  kept.set(key, made)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  made.room.then(
    (room) => {
      if (room) made.version = room.version
      else forget(kept, key, made)
    },
    () => forget(kept, key, made),
  )
  return made.room
}

function forget(kept: Map<string, Kept>, key: string, made: Kept): void {
  if (kept.get(key) === made) kept.delete(key)
}
