import { type Ctx, staffOf } from '#platform/context'
import { reaches, readsFor } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { filesBy } from '../timeline/file-data.ts'
import { answerOf, type RoomAnswer } from './answers.ts'
import { keptRoom } from './kept-rooms.ts'
import type { ReadFor } from './loaded.ts'
import { type Head, personalPart } from './personal.ts'
import { roomHead } from './room-head.ts'

export type { RoomAnswer }

/**
 * One room as this reader sees it, as JSON that is put together once for all (Room).
 * Shape:  the team reads all of it; whoever reads it for the sake of a shop sees the tickets and seals of the own shops and the own files.
 * Errors: incidents.notFound out of reach.
 */
export async function readRoom(ctx: Ctx, id: string): Promise<RoomAnswer> {
  return answerFrom(ctx, id, await headInReach(ctx, id))
}

/** Whoever did a deed sees what came of it, even when the room has left the own reach by it. */
export async function readRoomAsDone(ctx: Ctx, id: string): Promise<RoomAnswer> {
  const head = await roomHead(ctx, id)
  if (!head) throw incidentErrors.notFound()
  return answerFrom(ctx, id, head)
}

async function answerFrom(ctx: Ctx, id: string, head: Head): Promise<RoomAnswer> {
  const read = await readFor(ctx, id, head)
  const room = await keptRoom(ctx, id, head.incident.version, read)
  if (!room) throw incidentErrors.notFound()
  const own = personalPart(ctx.actor, head, room.statements, room.affected, read === 'all')
  return answerOf(room, JSON.stringify(own))
}

/** Errors: incidents.notFound out of reach. */
export async function headInReach(ctx: Ctx, id: string, action = 'incidents.read'): Promise<Head> {
  const head = await roomHead(ctx, id)
  if (!head || !reaches(ctx.actor, 'incidents.read', head)) throw incidentErrors.notFound()
  if (!reaches(ctx.actor, action, head)) throw incidentErrors.notAllowed()
  return head
}

/** All of the room, or the tickets and seals of the own shops and what the reader has put into it. */
export async function readFor(ctx: Ctx, id: string, head: Head): Promise<ReadFor> {
  const shops = readsFor(ctx.actor, head)
  if (shops === 'all') return 'all'
  const { staffId } = staffOf(ctx)
  return { shops, staffId, fileIds: await ctx.transaction((tx) => filesBy(tx, id, staffId)) }
}
