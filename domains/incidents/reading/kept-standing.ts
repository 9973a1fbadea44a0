import type { Ctx } from '#platform/context'
import { type StandingRoom, standingRooms } from './standing-data.ts'

const MOST_KEPT = 500

type Kept = { version: number; room: Promise<StandingRoom | undefined> }
const ofDatabase = new WeakMap<Ctx['db'], Map<string, Kept>>()

/**
 * What decides whom these rooms concern, each at its version or later: read once for everybody who asks, since every change of a room lets all who
 * are signed in ask anew.
 * Shape: in the order given; bounded, the one not used for longest goes first. What failed is not kept. Not from within a transaction.
 */
export async function keptStanding(
  ctx: Ctx,
  rooms: readonly { id: string; version: number }[],
): Promise<StandingRoom[]> {
  const kept = ofDatabase.get(ctx.db) ?? new Map<string, Kept>()
  ofDatabase.set(ctx.db, kept)
  const keyOf = (id: string) => `${ctx.actor.brandId} ${id}`
  const missing = rooms.filter(({ id, version }) => !((kept.get(keyOf(id))?.version ?? -1) >= version))
  if (missing.length) {
    const ids = missing.map(({ id }) => id)
    const found = ctx.transaction((tx) => standingRooms(tx, ids))
    for (const { id, version } of missing) keep(kept, keyOf(id), id, version, found)
  }
  const used = rooms.map(({ id }) => use(kept, keyOf(id)))
  while (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  const all = await Promise.all(used)
  return all.flatMap((room) => room ?? [])
}

function keep(
  kept: Map<string, Kept>,
  key: string,
  id: string,
  version: number,
  found: Promise<StandingRoom[]>,
): void {
  const made: Kept = { version, room: found.then((all) => all.find((room) => room.id === id)) }
  kept.set(key, made)
  const forget = () => {
    if (kept.get(key) === made) kept.delete(key)
  }
  made.room.then((room) => {
    if (room) made.version = room.version
    else forget()
  }, forget)
}

function use(kept: Map<string, Kept>, key: string): Kept['room'] {
  const one = kept.get(key)!
  kept.delete(key)
  kept.set(key, one)
  return one.room
}
