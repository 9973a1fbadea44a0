import type { SettingValues } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { ConnectionRow } from './connection-data.ts'
import type { Connector } from './connector.ts'

/** Settings and secrets of a channel together, as its connector reads them. */
export function readSettings(ctx: Ctx, row: ConnectionRow): Record<string, unknown> {
  return { ...row.settings, ...secretsOf(ctx, row) }
}

export function secretsOf(ctx: Ctx, row: ConnectionRow): Record<string, string> {
  const text = ctx.keys.open(row.brand_id, row.secrets_enc)
  return text ? (JSON.parse(text) as Record<string, string>) : {}
}

const TAIL = 4
const TAIL_FROM = 12

/** `••••` and the last four signs; only the dots of a short one, of which four signs would be too much. */
export function maskSecret(secret: string): string {
  return secret.length >= TAIL_FROM ? `••••${secret.slice(-TAIL)}` : '••••'
}

/**
 * New values laid over the stored ones, secrets apart from the rest.
 * Shape: unknown names are dropped; a secret that is left out stays, an empty one is removed.
 */
export function splitSettings(
  connector: Connector,
  before: { settings: Record<string, unknown>; secrets: Record<string, string> },
  given: SettingValues,
): { settings: Record<string, unknown>; secrets: Record<string, string> } {
  const settings = { ...before.settings }
  const secrets = { ...before.secrets }
  for (const { key, sort } of connector.fields) {
    const value = given[key]
    if (value === undefined) continue
    if (sort !== 'secret') settings[key] = typeof value === 'string' ? value.trim() : value
    else if (value === '') delete secrets[key]
    else secrets[key] = String(value).trim()
  }
  return { settings, secrets }
}
