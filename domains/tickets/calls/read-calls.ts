import { DateTime } from 'luxon'
import type { z } from 'zod'
import type { CallPage, CallPop, CallQuery } from '#contracts/tickets/calls'
import { findZone } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { scopeOf } from '#platform/permissions'
import * as data from './call-data.ts'
import { viewCalls, viewPops } from './view-call.ts'

const HOUR_MS = 3_600_000
/** A call that was not dealt with is not brought up again the next day. */
const SHOWN_FOR_H = 10

/** The calls on my line: what rings, what I am talking about, what I have talked about and not yet written down. */
export function readMyCalls(ctx: Ctx): Promise<CallPop[]> {
  return ctx.transaction(async (tx) => {
    const since = new Date(ctx.now().getTime() - SHOWN_FOR_H * HOUR_MS)
    return viewPops(tx, ctx, await data.callsAt(tx, staffOf(ctx).staffId, since))
  })
}

/** One page of the hotline's calls, the newest first. Errors: http.badInput when the cursor is not one of ours. */
export function readCalls(ctx: Ctx, query: z.infer<typeof CallQuery>): Promise<z.infer<typeof CallPage>> {
  return ctx.transaction(async (tx) => {
    const zone = await findZone(tx)
    const today = DateTime.fromJSDate(ctx.now(), { zone }).startOf('day').toJSDate()
    const rows = await data.listCalls(tx, {
      reach: scopeOf(ctx.actor, 'tickets.readCalls'),
      since: query.view === 'today' ? today : null,
      missed: query.view === 'missed',
      after: query.cursor ? readCursor(query.cursor) : null,
      limit: query.limit + 1,
    })
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return { calls: await viewCalls(tx, ctx, page), next: last ? cursorOf(last) : null }
  })
}

function cursorOf({ started_at, id }: data.CallRow): string {
  return Buffer.from(JSON.stringify([started_at.toISOString(), id])).toString('base64url')
}

function readCursor(text: string): { at: Date; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string]
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at: new Date(at), id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
