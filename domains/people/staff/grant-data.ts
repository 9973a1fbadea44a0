import { v7 as uuidv7 } from 'uuid'
import type { Grant } from '#contracts/people'
import type { Tx } from '#platform/db/database'

/** Makes these the person's grants. A shop or region of another brand cannot be stored: the foreign keys carry the brand. */
export async function replaceGrants(
  tx: Tx,
  staff: { brandId: string; id: string },
  grants: Grant[],
): Promise<void> {
  await tx.deleteFrom('people.staff_grant').where('staff_id', '=', staff.id).execute()
  await tx
    .insertInto('people.staff_grant')
    .values(
      grants.map(({ role, extent }) => ({
        brand_id: staff.brandId,
        id: uuidv7(),
        staff_id: staff.id,
        role,
        region_id: extent.kind === 'region' ? extent.regionId : null,
        shop_id: extent.kind === 'shop' ? extent.shopId : null,
      })),
    )
    .execute()
}

/** Which of these shops and regions the brand has. */
export async function knownPlaces(
  tx: Tx,
  grants: Grant[],
): Promise<{ shops: Map<string, string>; regions: Set<string> }> {
  const shopIds = grants.flatMap(({ extent }) => (extent.kind === 'shop' ? [extent.shopId] : []))
  const regionIds = grants.flatMap(({ extent }) => (extent.kind === 'region' ? [extent.regionId] : []))
  const shops = shopIds.length
    ? await tx.selectFrom('people.shop').select(['id', 'region_id']).where('id', 'in', shopIds).execute()
    : []
  const regions = regionIds.length
    ? await tx.selectFrom('people.region').select('id').where('id', 'in', regionIds).execute()
    : []
  return {
    shops: new Map(shops.map((s) => [s.id, s.region_id])),
    regions: new Set(regions.map((r) => r.id)),
  }
}

export function grantOf(row: { role: string; region_id: string | null; shop_id: string | null }): Grant {
  const role = row.role as Grant['role']
  if (row.shop_id) return { role, extent: { kind: 'shop', shopId: row.shop_id } }
  if (row.region_id) return { role, extent: { kind: 'region', regionId: row.region_id } }
  return { role, extent: { kind: 'brand' } }
}
