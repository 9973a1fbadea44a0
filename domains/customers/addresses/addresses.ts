import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { familyOf } from '../file/family-data.ts'
import { type AddressRow, findAddresses, upsertAddress } from './address-data.ts'
import { areaOf, normaliseAddress, placeOf } from './read-address.ts'

export type GivenAddress = {
  text: string
  lat?: number | undefined
  lng?: number | undefined
  label?: string | undefined
}
export type KnownAddress = {
  id: string
  /** In the clear: for whoever delivers there, or has said why. */
  text: string
  lat: number | null
  lng: number | null
  area: string
  label: string
  times: number
  lastAt: Date
}

/**
 * Keeps an address that the customer gave, once per file however it is written; used again it counts up.
 * Shape: returns the id of the customer's address; the text is sealed, only the district is shown.
 */
export function rememberAddress(
  tx: Tx,
  ctx: Ctx,
  customerId: string,
  { text, lat, lng, label }: GivenAddress,
): Promise<string> {
  const { brandId } = ctx.actor
  const written = text.trim()
  const place = placeOf(written)
  const at = ctx.now()
  return upsertAddress(tx, {
    brand_id: brandId,
    id: uuidv7(),
    customer_id: customerId,
    detail_enc: ctx.keys.seal(
      brandId,
      JSON.stringify({ text: written, lat: lat ?? null, lng: lng ?? null }),
    )!,
    area: areaOf(written),
    label: label ?? '',
    text_index: ctx.keys.blindIndex(brandId, 'address', normaliseAddress(written)),
    place_index: place ? ctx.keys.blindIndex(brandId, 'place', place) : null,
    last_at: at,
  })
}

/** The addresses of a file, the most used first: to choose from while somebody is on the phone. The caller has checked the permission. */
export async function addressesOf(tx: Tx, ctx: Ctx, customerId: string): Promise<KnownAddress[]> {
  const rows = await findAddresses(tx, await familyOf(tx, customerId))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = row.text_index.toString('hex')
    if (seen.has(key)) return []
    seen.add(key)
    return [openAddress(ctx, row)]
  })
}

export function openAddress(ctx: Ctx, row: AddressRow): KnownAddress {
  const detail = JSON.parse(ctx.keys.open(ctx.actor.brandId, row.detail_enc)) as {
    text: string
    lat: number | null
    lng: number | null
  }
  return { id: row.id, ...detail, area: row.area, label: row.label, times: row.times, lastAt: row.last_at }
}
