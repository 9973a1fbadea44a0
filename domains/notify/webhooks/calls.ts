import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { HookCall, HookCallList, HookCallQuery, ReplaySpan } from '#contracts/notify/webhooks'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { notifyErrors } from '../errors.ts'
import * as data from './call-data.ts'
import { foundEndpoint } from './endpoints.ts'
import { callEndpoint } from './sweep-calls.ts'

const PAGE = 30
const MOST_REPLAYED = 10_000
const LONGEST_SPAN_MS = 7 * 86_400_000

export function listCalls(
  ctx: Ctx,
  endpointId: string,
  query: z.infer<typeof HookCallQuery>,
): Promise<z.infer<typeof HookCallList>> {
  return ctx.transaction(async (tx) => {
    await foundEndpoint(tx, endpointId)
    const rows = await data.listCalls(tx, endpointId, query, PAGE)
    return { calls: rows.map(view), next: rows.length === PAGE ? rows.at(-1)!.id : null }
  })
}

/** Sends a test at once and tells what came of it. */
export async function pingEndpoint(ctx: Ctx, endpointId: string): Promise<HookCall> {
  const id = uuidv7()
  const now = ctx.now()
  const brand_id = ctx.actor.brandId
  await ctx.transaction(async (tx) => {
    await foundEndpoint(tx, endpointId)
    const event_id = uuidv7()
    const payload = { id: event_id, event: 'ping', at: now.toISOString(), brandId: brand_id, data: {} }
    const body = JSON.stringify(payload)
    const when = { happened_at: now, created_at: now, next_try_at: now }
    await data.insertCalls(tx, [
      { brand_id, id, endpoint_id: endpointId, event_id, event: 'ping', body, state: 'queued', ...when },
    ])
  })
  await callEndpoint(ctx, id)
  return ctx.transaction(async (tx) => view((await data.findCall(tx, id))!))
}

/** The same body under the same event id, signed anew. Errors: notify.notFound. */
export function replayCall(ctx: Ctx, id: string): Promise<HookCall> {
  return ctx.transaction(async (tx) => {
    const row = await data.replayOne(tx, id, ctx.now())
    if (!row) throw notifyErrors.notFound()
    return view(row)
  })
}

/** Errors: notify.spanWrong when the end is not after the beginning, or more than a week later. */
export function replaySpan(
  ctx: Ctx,
  endpointId: string,
  input: z.infer<typeof ReplaySpan>,
): Promise<{ count: number }> {
  return ctx.transaction(async (tx) => {
    const endpoint = await foundEndpoint(tx, endpointId)
    const [from, to] = [new Date(input.from), new Date(input.to)]
    const length = to.getTime() - from.getTime()
    if (length <= 0 || length > LONGEST_SPAN_MS) throw notifyErrors.spanWrong({}, 'to')
    const states = input.which === 'all' ? ['failed', 'missed', 'done'] : ['failed', 'missed']
    const asked = { from, to, states, at: ctx.now(), most: MOST_REPLAYED }
    const count = await data.replaySpan(tx, endpointId, asked)
    await audit(tx, ctx, {
      action: 'notify.replayWebhook',
      subjectKind: 'webhook',
      subjectId: endpointId,
      subject: endpoint.name,
      data: { from: input.from, to: input.to, which: input.which, count },
    })
    return { count }
  })
}

function view(row: data.CallRow): HookCall {
  return {
    id: row.id,
    eventId: row.event_id,
    event: row.event,
    happenedAt: row.happened_at.toISOString(),
    state: row.state as HookCall['state'],
    tries: row.tries,
    nextTryAt: row.next_try_at?.toISOString() ?? null,
    triedAt: row.tried_at?.toISOString() ?? null,
    status: row.status,
    tookMs: row.took_ms,
    fault: row.problem,
    again: row.again,
    body: row.body,
    answer: row.answer,
  }
}
