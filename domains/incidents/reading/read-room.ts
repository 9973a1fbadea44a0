import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { reaches, readsAll } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { answerOf, type RoomAnswer } from './answers.ts'
import { keptRoom } from './kept-rooms.ts'
import { type Head, personalPart } from './personal.ts'
import { roomHead } from './room-head.ts'

export type { RoomAnswer }

/**
 * One room as this reader sees it, as JSON that is put together once for all (Room).
 * Shape:  the team reads all of it; whoever reads it for the sake of a shop sees the tickets and seals of the own shops.
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
  const room = await keptRoom(ctx, id, head.incident.version, shopsRead(ctx, head))
  if (!room) throw incidentErrors.notFound()
  return answerOf(room, JSON.stringify(personalPart(ctx.actor, head, room.statements, room.affected)))
}

/** Errors: incidents.notFound out of reach. */
export async function headInReach(ctx: Ctx, id: string, action = 'incidents.read'): Promise<Head> {
  const head = await roomHead(ctx, id)
  if (!head || !reaches(ctx.actor, 'incidents.read', head)) throw incidentErrors.notFound()
  if (!reaches(ctx.actor, action, head)) throw incidentErrors.notAllowed()
  return head
}

/** The shops whose tickets and seals the reader sees. */
export function shopsRead({ actor }: Ctx, head: Head): 'all' | string[] {
  return readsAll(actor, head) ? 'all' : (scopeOf(actor, 'incidents.read')?.shops ?? [])
}
