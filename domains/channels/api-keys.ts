import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { ApiKey, ApiKeyCreated, CreateApiKey } from '#contracts/channels'
import { audit } from '#platform/audit/audit'
import { type Actor, type Ctx, type Services, staffOf } from '#platform/context'
import { hashSecret, newSecret } from '#platform/crypto/keys'
import { insertKey, keyByHash, markUsed, readKeys, revokeKey } from './api-key-data.ts'
import { channelOfKind } from './channel-data.ts'
import { channelErrors } from './errors.ts'

type KeyView = z.infer<typeof ApiKey>
const PREFIX = 'hy_'
const USED_EVERY_MS = 60_000

/** The key behind an Authorization header, or null. Remembers at most once a minute that it was used. */
export async function findApiKey(services: Services, secret: string): Promise<Actor | null> {
  if (!secret.startsWith(PREFIX) || secret.length > 100) return null
  const key = await keyByHash(services.db.open, hashSecret(secret))
  if (!key) return null
  const now = services.now()
  if (!key.lastUsedAt || now.getTime() - Date.parse(key.lastUsedAt) > USED_EVERY_MS) {
    await services.db.inBrand(key.brandId, (tx) => markUsed(tx, key.keyId, now))
  }
  return {
    kind: 'api_key',
    brandId: key.brandId,
    keyId: key.keyId,
    channelId: key.channelId,
    name: key.name,
    scopes: key.scopes,
  }
}

export function listApiKeys(ctx: Ctx): Promise<KeyView[]> {
  return ctx.transaction(async (tx) => {
    const rows = await readKeys(tx)
    return rows.map(view)
  })
}

/** The secret is shown in this answer and never again: only its hash is kept. */
export function createApiKey(
  ctx: Ctx,
  input: z.infer<typeof CreateApiKey>,
): Promise<z.infer<typeof ApiKeyCreated>> {
  return ctx.transaction(async (tx) => {
    const channel = await channelOfKind(tx, 'api')
    if (!channel) throw channelErrors.notFound()
    const secret = PREFIX + newSecret()
    const row = {
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      channel_id: channel.id,
      name: input.name,
      prefix: secret.slice(0, 8),
      secret_hash: hashSecret(secret),
      scopes: input.scopes,
      created_by: ctx.actor.kind === 'staff' ? staffOf(ctx).staffId : null,
      created_at: ctx.now(),
    }
    await insertKey(tx, row)
    await audit(tx, ctx, {
      action: 'channels.createKey',
      subjectKind: 'api_key',
      subjectId: row.id,
      subject: row.name,
      data: { scopes: row.scopes },
    })
    return { ...view({ ...row, last_used_at: null, revoked_at: null }), secret }
  })
}

export function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await revokeKey(tx, id, ctx.now())
    if (!row) throw channelErrors.notFound()
    await audit(tx, ctx, {
      action: 'channels.revokeKey',
      subjectKind: 'api_key',
      subjectId: id,
      subject: row.name,
    })
  })
}

type KeyRow = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  created_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

function view(row: KeyRow): KeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes as KeyView['scopes'],
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }
}
