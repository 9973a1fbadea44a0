import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readContact } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { OrderRow } from '../mapping/map-row.ts'

/** Shape: returns `platform number` of those that were new. */
export async function insertOrders(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  rows: readonly OrderRow[],
): Promise<Set<string>> {
  if (!rows.length) return new Set()
  const { brandId } = ctx.actor
  const given = rows
    .map(({ contact, at, ...row }) => {
      const identity = contact ? readContact(contact) : null
      return {
        id: uuidv7(),
        platform: row.platform,
        number: row.number,
        shop_id: row.shopId,
        placed_at: at,
        amount_minor: row.amountMinor,
        items: row.items,
        contact: ctx.keys.seal(brandId, contact)?.toString('hex') ?? null,
        contact_index:
          identity && ctx.keys.blindIndex(brandId, identity.kind, identity.value).toString('hex'),
      }
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const { rows: kept } = await sql<{ platform: string; number: string }>`
    insert into tickets.imported_order (brand_id, id, platform, number, shop_id, placed_at, amount_minor, items, contact_enc, contact_index, import_id, created_at)
    select ${brandId}::uuid, id, platform, number, shop_id, placed_at, amount_minor, items, decode(contact, 'hex'), decode(contact_index, 'hex'), ${importId}::uuid, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(id uuid, platform text, number text, shop_id uuid, placed_at timestamptz, amount_minor bigint,
      items text, contact text, contact_index text)
    on conflict (brand_id, platform, number) do nothing returning platform, number`.execute(tx)
  return new Set(kept.map(keyOf))
}

export const keyOf = (order: { platform: string; number: string }) => `${order.platform} ${order.number}`

export type KnownOrder = { number: string; shopId: string | null; contact: string }

/** Orders of these numbers, whatever their platform; one number twice is nobody's. */
export async function findOrders(
  tx: Tx,
  ctx: Ctx,
  numbers: readonly string[],
): Promise<Map<string, KnownOrder>> {
  if (!numbers.length) return new Map()
  const rows = await tx
    .selectFrom('tickets.imported_order')
    .select(['number', 'shop_id', 'contact_enc'])
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  const known = new Map<string, KnownOrder>()
  for (const [number, [only, ...others]] of Map.groupBy(rows, (row) => row.number)) {
    if (!only || others.length) continue
    known.set(number, {
      number,
      shopId: only.shop_id,
      contact: ctx.keys.open(ctx.actor.brandId, only.contact_enc),
    })
  }
  return known
}
