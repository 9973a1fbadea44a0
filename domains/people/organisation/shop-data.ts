import { type RawBuilder, sql } from 'kysely'
import type { Shop, Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'
import { peopleErrors } from '../errors.ts'
import { violatedUnique } from '../postgres-error.ts'

export type StoredShop = {
  id: string
  code: string
  name: string
  region_id: string
  region_name: string
  address: string
  phone: string
  zone: string
  hours: Week
  state: Shop['state']
  lat: number | null
  lng: number | null
  departments: { id: string; name: string }[]
  staff_count: number
}
export type ShopColumns = {
  code: string
  name: string
  region_id: string
  address: string
  phone: string
  zone: string
  hours: Week
  state: Shop['state']
  lat: number | null
  lng: number | null
}

/** The shops inside the reader's scope, by code. */
export function readShops(tx: Tx, visible: RawBuilder<boolean>): Promise<StoredShop[]> {
  return shops(tx).where(visible).orderBy('s.code').limit(5000).execute() as Promise<StoredShop[]>
}

export function readShop(tx: Tx, id: string, visible: RawBuilder<boolean>): Promise<StoredShop | undefined> {
  return shops(tx).where('s.id', '=', id).where(visible).executeTakeFirst() as Promise<StoredShop | undefined>
}

function shops(tx: Tx) {
  return tx
    .selectFrom('people.shop as s')
    .innerJoin('people.region as r', (j) =>
      j.onRef('r.brand_id', '=', 's.brand_id').onRef('r.id', '=', 's.region_id'),
    )
    .select([
      's.id',
      's.code',
      's.name',
      's.region_id',
      'r.name as region_name',
      's.address',
      's.phone',
      's.zone',
      's.hours',
      's.state',
      's.lat',
      's.lng',
      sql`(select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.id), '[]')
        from people.department d where d.brand_id = s.brand_id and d.shop_id = s.id)`.as('departments'),
      sql`(select count(distinct g.staff_id) from people.staff_grant g
        where g.brand_id = s.brand_id and g.shop_id = s.id)`.as('staff_count'),
    ])
}

/** Errors: people.shopCodeTaken. */
export async function insertShop(
  tx: Tx,
  row: ShopColumns & { brand_id: string; id: string; created_at: Date },
): Promise<void> {
  await tx
    .insertInto('people.shop')
    .values({ ...row, hours: JSON.stringify(row.hours) })
    .execute()
    .catch(refuseDouble)
}

/** Errors: people.shopCodeTaken. */
export async function updateShop(tx: Tx, id: string, change: Partial<ShopColumns>): Promise<void> {
  const { hours, ...columns } = change
  const set = { ...columns, ...(hours ? { hours: JSON.stringify(hours) } : {}) }
  if (!Object.keys(set).length) return
  await tx.updateTable('people.shop').set(set).where('id', '=', id).execute().catch(refuseDouble)
}

/** Makes the shop's departments these names: kept ones keep their id. */
export async function replaceDepartments(
  tx: Tx,
  shop: { brandId: string; id: string },
  wanted: { id: string; name: string }[],
): Promise<void> {
  const names = wanted.map((d) => d.name)
  await tx
    .deleteFrom('people.department')
    .where('shop_id', '=', shop.id)
    .$if(names.length > 0, (q) => q.where('name', 'not in', names))
    .execute()
  if (!wanted.length) return
  await tx
    .insertInto('people.department')
    .values(wanted.map((d) => ({ ...d, brand_id: shop.brandId, shop_id: shop.id })))
    .onConflict((c) => c.columns(['brand_id', 'shop_id', 'name']).doNothing())
    .execute()
}

function refuseDouble(error: unknown): never {
  throw violatedUnique(error) ? peopleErrors.shopCodeTaken({}, 'code') : error
}
