import { sql } from 'kysely'
import type { Week } from '#contracts/people'
import type { Tx } from '#platform/db/database'

export type ShopName = {
  id: string
  code: string
  name: string
  zone: string
  hours: Week
  /** Where it stands on the map; null: nobody has said. */
  point: { lat: number; lng: number } | null
}

/** The brand's shops of these ids; an id of nobody's is absent from the map. */
export async function findShops(tx: Tx, ids: string[]): Promise<Map<string, ShopName>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<
    Omit<ShopName, 'point'> & { lat: number | null; lng: number | null }
  >`/* kept plan */
    select id, code, name, zone, hours, lat, lng from people.shop where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ lat, lng, ...row }) => [
      row.id,
      { ...row, point: lat === null || lng === null ? null : { lat, lng } },
    ]),
  )
}

/** The shops that are not closed for good, by code. Shape: `ids` limits them to these. */
export function listShops(
  tx: Tx,
  ids: 'all' | string[],
): Promise<{ id: string; code: string; name: string }[]> {
  if (ids !== 'all' && !ids.length) return Promise.resolve([])
  return tx
    .selectFrom('people.shop')
    .select(['id', 'code', 'name'])
    .where('state', '!=', 'closed')
    .$if(ids !== 'all', (q) => q.where('id', 'in', ids as string[]))
    .orderBy('code')
    .limit(5000)
    .execute()
}

/** The numbers under which these shops can be rung; a shop that has left none is absent. */
export async function findShopPhones(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx.selectFrom('people.shop').select(['id', 'phone']).where('id', 'in', ids).execute()
  return new Map(rows.flatMap((row) => (row.phone ? [[row.id, row.phone] as const] : [])))
}

/** What the people of these ids are called, locked ones too: the past keeps its names. */
export async function findStaffNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`/* kept plan */
    select id, name from people.staff where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What somebody who works for the brand is called and reads; undefined for whoever has left. */
export function findAtWork(tx: Tx, id: string): Promise<{ name: string; locale: string } | undefined> {
  return tx
    .selectFrom('people.staff')
    .select(['name', 'locale'])
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

/** Whoever works for the brand or did, by name. */
export async function findAllStaffNames(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.selectFrom('people.staff').select('name').orderBy('id', 'desc').limit(most).execute()
  return rows.map((row) => row.name)
}

/** What customers know the brand by. */
export async function findBrandName(tx: Tx): Promise<string> {
  const row = await tx.selectFrom('platform.brand').select('name').executeTakeFirst()
  return row?.name ?? ''
}

/** The shops of each region, by id. */
export async function findShopsByRegion(tx: Tx): Promise<Map<string, string[]>> {
  const rows = await tx.selectFrom('people.shop').select(['id', 'region_id']).execute()
  const byRegion = Map.groupBy(rows, (row) => row.region_id)
  return new Map([...byRegion].map(([region, shops]) => [region, shops.map((shop) => shop.id)]))
}

/** The zone in which the brand counts its days. */
export async function findZone(tx: Tx): Promise<string> {
  const row = await tx.selectFrom('platform.brand').select('zone').executeTakeFirst()
  return row?.zone ?? 'Asia/Shanghai'
}

export function findRegions(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.selectFrom('people.region').select(['id', 'name']).orderBy('name').execute()
}

/** The shop that the brand calls by this code. */
export function findShopByCode(tx: Tx, code: string): Promise<{ id: string } | undefined> {
  return tx.selectFrom('people.shop').select('id').where('code', '=', code).executeTakeFirst()
}

/** Whoever signs in with this name, while they may. */
export function findStaffByLogin(tx: Tx, login: string): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('people.staff')
    .select(['id', 'name'])
    .where(sql<boolean>`lower(login) = lower(${login})`)
    .where('state', '=', 'active')
    .executeTakeFirst()
}
