import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type {
  CreateEndpoint,
  Endpoint,
  EndpointWithSecret,
  RotateSecret,
  SaveEndpoint,
} from '#contracts/notify/webhooks'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { isPrivateHost } from '#platform/outside/public-address'
import { notifyErrors } from '../errors.ts'
import { renewWanted } from '../hear/wanted.ts'
import * as data from './endpoint-data.ts'
import { newHookSecret } from './secrets.ts'

const MOST_ENDPOINTS = 20

export function listEndpoints(ctx: Ctx): Promise<Endpoint[]> {
  return ctx.transaction(async (tx) => (await data.readEndpoints(tx)).map((row) => viewEndpoint(ctx, row)))
}

/** Errors: notify.endpointPrivate for an address that is not public or not https; notify.tooMany. */
export function createEndpoint(ctx: Ctx, input: z.infer<typeof CreateEndpoint>): Promise<EndpointWithSecret> {
  return ctx.transaction(async (tx) => {
    refuseAddress(ctx, input.url)
    if ((await data.readEndpoints(tx)).length >= MOST_ENDPOINTS) throw notifyErrors.tooMany()
    const id = uuidv7()
    const secret = newHookSecret()
    const brand_id = ctx.actor.brandId
    await data.insertEndpoint(tx, {
      brand_id,
      id,
      ...input,
      secret_enc: ctx.keys.seal(brand_id, secret)!,
      created_at: ctx.now(),
    })
    return { ...(await changed(tx, ctx, id, 'notify.createWebhook')), secret }
  })
}

/** Switching it on again forgets why it was disabled. What it missed stays in its log. */
export function saveEndpoint(
  ctx: Ctx,
  id: string,
  { on, ...input }: z.infer<typeof SaveEndpoint>,
): Promise<Endpoint> {
  return ctx.transaction(async (tx) => {
    refuseAddress(ctx, input.url)
    await foundEndpoint(tx, id)
    const fresh = { reason: '', reason_data: '{}', failing_since: null }
    await data.updateEndpoint(tx, id, { ...input, state: on ? 'on' : 'off', ...(on ? fresh : {}) })
    return changed(tx, ctx, id, 'notify.saveWebhook')
  })
}

export function removeEndpoint(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await data.deleteEndpoint(tx, id)
    if (!row) throw notifyErrors.notFound()
    await renewWanted(tx, ctx)
    await record(tx, ctx, row, 'notify.removeWebhook')
  })
}

/** A new secret; the one before it signs too for so many hours. */
export function rotateSecret(
  ctx: Ctx,
  id: string,
  { overlapHours }: z.infer<typeof RotateSecret>,
): Promise<EndpointWithSecret> {
  return ctx.transaction(async (tx) => {
    const row = await foundEndpoint(tx, id)
    const secret = newHookSecret()
    await data.updateEndpoint(tx, id, {
      secret_enc: ctx.keys.seal(row.brand_id, secret)!,
      old_secret_enc: overlapHours ? row.secret_enc : null,
      old_until: overlapHours ? new Date(ctx.now().getTime() + overlapHours * 3_600_000) : null,
    })
    return { ...(await changed(tx, ctx, id, 'notify.rotateWebhookSecret')), secret }
  })
}

/** Errors: notify.notFound. */
export async function foundEndpoint(tx: Tx, id: string): Promise<data.EndpointRow> {
  const row = await data.findEndpoint(tx, id)
  if (!row) throw notifyErrors.notFound()
  return row
}

async function changed(tx: Tx, ctx: Ctx, id: string, action: string): Promise<Endpoint> {
  const row = await foundEndpoint(tx, id)
  await renewWanted(tx, ctx)
  await record(tx, ctx, row, action)
  return viewEndpoint(ctx, row)
}

function record(tx: Tx, ctx: Ctx, row: data.EndpointRow, action: string): Promise<void> {
  const about = { url: row.url, events: row.events, state: row.state }
  return audit(tx, ctx, { action, subjectKind: 'webhook', subjectId: row.id, subject: row.name, data: about })
}

function refuseAddress(ctx: Ctx, url: string): void {
  const { protocol, hostname, username } = new URL(url)
  if (username) throw notifyErrors.endpointPrivate({}, 'url')
  if (ctx.privateHooks) return
  if (protocol !== 'https:' || isPrivateHost(hostname)) throw notifyErrors.endpointPrivate({}, 'url')
}

function viewEndpoint(ctx: Ctx, row: data.EndpointRow): Endpoint {
  const old = row.old_until && row.old_until > ctx.now() ? row.old_until : null
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events as Endpoint['events'],
    state: row.state as Endpoint['state'],
    reason: row.reason,
    reasonData: row.reason_data as Record<string, unknown>,
    failingSince: row.failing_since?.toISOString() ?? null,
    lastOkAt: row.last_ok_at?.toISOString() ?? null,
    oldSecretUntil: old?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}
