import type { Ctx } from '#platform/context'
import { newSecret } from '#platform/crypto/keys'
import type { EndpointRow } from './endpoint-data.ts'

const PREFIX = 'whsec_'

export function newHookSecret(): string {
  return PREFIX + newSecret()
}

/** The secrets that sign now, the newest first. */
export function secretsNow(ctx: Ctx, row: EndpointRow): string[] {
  const now = ctx.keys.open(row.brand_id, row.secret_enc)
  const old =
    row.old_until && row.old_until > ctx.now() ? ctx.keys.open(row.brand_id, row.old_secret_enc) : ''
  return old ? [now, old] : [now]
}
