import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { loseReply, problemOf, roomsConcerned } from './lost-replies.ts'
import { findHeard, forgetHeard, heardWaiting, putOffHeard, takeHeard } from './replies-data.ts'
import { threadTicket } from './thread-replies.ts'

const TOGETHER = 200
const MOST_TRIES = 10
const FIRST_WAIT_S = 5

/**
 * Threads what affected customers write into the rooms that wrote to them (E3): the ticket belongs to the incident, each message once.
 * Shape: what can't be threaded is tried ten times over about forty minutes and then set aside, and its rooms say so; the others go on meanwhile.
 */
export async function sweepReplies(services: Services): Promise<number> {
  const waiting = await heardWaiting(services.db.open, services.now(), TOGETHER)
  for (const { brand_id, event_id } of waiting) {
    const ctx = systemContext(services, brand_id)
    try {
      await ctx.transaction((tx) => take(ctx, tx, event_id))
    } catch (error) {
      await putOff(ctx, event_id, error)
    }
  }
  return waiting.length
}

async function take(ctx: Ctx, tx: Tx, eventId: string): Promise<void> {
  const heard = await takeHeard(tx, eventId)
  if (!heard) return
  await forgetHeard(tx, eventId)
  await threadTicket(ctx, tx, heard.ticket_id)
}

async function putOff(ctx: Ctx, eventId: string, error: unknown): Promise<void> {
  const problem = problemOf(error)
  const known = await ctx.transaction((tx) => findHeard(tx, eventId))
  if (!known) return
  const last = known.tries + 1 >= MOST_TRIES
  const rooms = last ? await roomsConcerned(ctx, known) : []
  await ctx.transaction(async (tx) => {
    const heard = await takeHeard(tx, eventId)
    if (!heard) return
    const waitMs = FIRST_WAIT_S * 2 ** heard.tries * 1000
    if (last) await loseReply(ctx, tx, heard, { rooms, problem })
    else await putOffHeard(tx, eventId, new Date(ctx.now().getTime() + waitMs), problem)
  })
  const fate = last ? 'it is set aside' : 'it is tried again'
  ctx.log.error({ err: error, event: eventId }, `an answer could not be threaded; ${fate}`)
}
