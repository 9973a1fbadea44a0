import { webhookDisabled } from '#contracts/notify/webhooks'
import { audit } from '#platform/audit/audit'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { type CallResult, postCall } from '#platform/outside/post-call'
import { type CallRow, dueCalls, leaseCall, missQueued, updateCall } from './call-data.ts'
import { type EndpointRow, findEndpoint, updateEndpoint } from './endpoint-data.ts'
import { mustDisable, nextTry } from './retry-plan.ts'
import { secretsNow } from './secrets.ts'
import { headersOf } from './sign-call.ts'

const EACH = 5
const MOST = 40
const LEASE_MS = 60_000

/** Calls what is due, endpoints side by side; a slow one is waited for, never stood in line behind. */
export async function sweepCalls(services: Services): Promise<number> {
  const due = await dueCalls(services, services.now(), EACH, MOST)
  await Promise.all(
    due.map(({ brand_id, id }) =>
      callEndpoint(systemContext(services, brand_id), id).catch((error: unknown) => {
        services.log.error({ err: error, call: id }, 'a call could not be made; it is tried again')
      }),
    ),
  )
  return due.length
}

/** Makes one call that is due and keeps what came of it. */
export async function callEndpoint(ctx: Ctx, id: string): Promise<void> {
  const now = ctx.now()
  const taken = await ctx.transaction(async (tx) => {
    const call = await leaseCall(tx, id, now, new Date(now.getTime() + LEASE_MS))
    const endpoint = call && (await findEndpoint(tx, call.endpoint_id))
    return call && endpoint ? { call, endpoint } : null
  })
  if (!taken) return
  const { call, endpoint } = taken
  const headers = headersOf({
    eventId: call.event_id,
    event: call.event,
    body: call.body,
    secrets: secretsNow(ctx, endpoint),
    now,
  })
  const result = await postCall(endpoint.url, call.body, { headers, allowPrivate: ctx.privateHooks })
  await ctx.transaction((tx) => keep(ctx, tx, call, result))
}

async function keep(ctx: Ctx, tx: Tx, call: CallRow, result: CallResult): Promise<void> {
  const now = ctx.now()
  const { ok, status, answer, problem, tookMs } = result
  const tried = { status, answer, problem, took_ms: tookMs, tried_at: now }
  const endpoint = await findEndpoint(tx, call.endpoint_id)
  if (!endpoint) return
  if (ok) {
    await updateCall(tx, call.id, { ...tried, state: 'done', next_try_at: null })
    const well = { failing_since: null, last_ok_at: now }
    return updateEndpoint(tx, endpoint.id, well)
  }
  // A test is a question that was answered; it is not repeated.
  const next = call.event === 'ping' ? null : nextTry(call.tries, now)
  const state = next ? 'queued' : 'failed'
  await updateCall(tx, call.id, { ...tried, state, next_try_at: next })
  if (call.event === 'ping') return
  const failingSince = endpoint.failing_since ?? now
  await updateEndpoint(tx, endpoint.id, { failing_since: failingSince })
  if (endpoint.state === 'on' && mustDisable({ status, givenUp: next === null, failingSince }, now))
    await disable(ctx, tx, endpoint, result)
}

async function disable(
  ctx: Ctx,
  tx: Tx,
  endpoint: EndpointRow,
  { status, problem }: CallResult,
): Promise<void> {
  const reason = status === 410 ? 'gone' : problem
  await updateEndpoint(tx, endpoint.id, {
    state: 'disabled',
    reason,
    reason_data: JSON.stringify({ status }),
  })
  await missQueued(tx, endpoint.id)
  await publish(tx, ctx, eventRow(webhookDisabled, { endpointId: endpoint.id, name: endpoint.name }))
  await audit(tx, ctx, {
    action: 'notify.disableWebhook',
    subjectKind: 'webhook',
    subjectId: endpoint.id,
    subject: endpoint.name,
    data: { reason, status },
  })
}
