import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'
import type { OrderData } from '../taking/order-data.ts'
import type { Running } from './visit-times.ts'

export type VisitData = Selectable<DB['orders.visit']>
type NewVisit = Insertable<DB['orders.visit']>
/** As stored in `products`. */
export type StoredBatch = { batchId: string; ingredient: string; code: string; amount: string }
export type Taken = Pick<VisitData, 'starts_at' | 'ends_at' | 'begun_at' | 'released_at'> & {
  therapist: boolean
}

export function findVisit(tx: Tx, orderId: string): Promise<VisitData | undefined> {
  return tx.selectFrom('orders.visit').selectAll().where('order_id', '=', orderId).executeTakeFirst()
}

/** The appointment of an order that is locked already. */
export async function saveVisit(tx: Tx, row: NewVisit): Promise<void> {
  const { brand_id: _brand, order_id: _order, products, photos, ...set } = row
  const json = {
    ...(products === undefined ? {} : { products: JSON.stringify(products) }),
    ...(photos === undefined ? {} : { photos: JSON.stringify(photos) }),
  }
  await tx
    .insertInto('orders.visit')
    .values({ ...row, ...json })
    .onConflict((c) => c.columns(['brand_id', 'order_id']).doUpdateSet({ ...set, ...json }))
    .execute()
}

/** Therapist and room are free again. */
export async function releaseVisit(tx: Tx, orderId: string, at: Date): Promise<void> {
  await tx
    .updateTable('orders.visit')
    .set({ released_at: at })
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .execute()
}

/** Whoever books this therapist or this room waits until the one before has been saved; in one order, so that nobody waits in a circle. */
export async function lockPlaces(tx: Tx, brandId: string, places: readonly string[]): Promise<void> {
  for (const place of [...places].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`orders.visit ${brandId} ${place}`}, 0))`.execute(
      tx,
    )
}

/** What already stands in the way of this time, of another appointment than `orderId`. */
export async function takenAt(
  tx: Tx,
  want: {
    orderId: string
    shopId: string
    therapistId: string | null
    room: string
    startsAt: Date
    endsAt: Date
  },
  over: Running,
): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    select starts_at, ends_at, begun_at, released_at, coalesce(therapist_id = ${want.therapistId}::uuid, false) as therapist
    from orders.visit
    where released_at is null and order_id <> ${want.orderId}::uuid and starts_at < ${want.endsAt}
      and (ends_at > ${want.startsAt} or (begun_at is not null and ends_at > ${over.endedFrom} and ends_at <= ${over.endedTo} and ${over.until} > ${want.startsAt}::timestamptz))
      and (therapist_id = ${want.therapistId}::uuid or (shop_id = ${want.shopId}::uuid and room <> '' and lower(room) = lower(${want.room})))
    order by starts_at limit 1`.execute(tx)
  return rows[0]
}

export type BoardRow = VisitData &
  Pick<
    OrderData,
    'number' | 'status' | 'customer_name' | 'contact_masked' | 'summary' | 'taboos' | 'note' | 'gaps'
  >

/** Appointments of one shop between two instants, those of people who cancelled left out. */
export async function visitsBetween(
  tx: Tx,
  shopId: string,
  { from, to }: { from: Date; to: Date },
  over: Running,
): Promise<BoardRow[]> {
  return tx
    .selectFrom('orders.visit as v')
    .innerJoin('orders.order as o', (j) =>
      j.onRef('o.brand_id', '=', 'v.brand_id').onRef('o.id', '=', 'v.order_id'),
    )
    .selectAll('v')
    .select([
      'o.number',
      'o.status',
      'o.customer_name',
      'o.contact_masked',
      'o.summary',
      'o.taboos',
      'o.note',
      'o.gaps',
    ])
    .where('v.shop_id', '=', shopId)
    .where('v.starts_at', '<', to)
    .where((e) =>
      e.or([
        e('v.ends_at', '>', from),
        e.and([
          e('v.begun_at', 'is not', null),
          e('v.released_at', 'is', null),
          e('v.ends_at', '>', over.endedFrom),
          e('v.ends_at', '<=', over.endedTo),
          e.val(over.until > from),
        ]),
      ]),
    )
    .where((e) => e.or([e('o.status', '<>', 'cancelled'), e('v.no_show_at', 'is not', null)]))
    .orderBy('v.starts_at')
    .orderBy('v.order_id')
    .limit(500)
    .execute()
}

/** Of these shops, in their order, the first in which something begins after this instant. */
export async function firstWithVisits(
  tx: Tx,
  shopIds: readonly string[],
  after: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${[...shopIds]}::uuid[]) with ordinality as s(id, place)
    where exists (select from orders.visit v where v.brand_id = platform.brand() and v.shop_id = s.id and v.starts_at > ${after})
    order by s.place limit 1`.execute(tx)
  return rows[0]?.id
}

/** Rooms that this shop has used lately. */
export async function roomsOf(tx: Tx, shopId: string, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('orders.visit')
    .select('room')
    .distinct()
    .where('shop_id', '=', shopId)
    .where('room', '<>', '')
    .where('starts_at', '>', since)
    .orderBy('room')
    .limit(40)
    .execute()
  return rows.map((row) => row.room)
}

/** People who stand at the stations of this shop's treatments. */
export async function treatersOf(tx: Tx, shopId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(s.staff_ids) as id from orders.station s
    where s.shop_id = ${shopId}::uuid and exists (select from orders.menu_item m where m.brand_id = s.brand_id and m.station = s.key and m.kind = 'treatment')`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export function findBatches(tx: Tx, shopId: string, ids: readonly string[]) {
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', 'in', [...ids])
    .execute()
}

/** What a shop has in use, by name. */
export function openBatches(tx: Tx, shopId: string) {
  return tx
    .selectFrom('orders.batch')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .orderBy('ingredient')
    .limit(200)
    .execute()
}

/** Of these batches those that quality has stopped, by batch or by what they are of. */
export async function stoppedBatches(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const { rows } = await sql<{ id: string }>`
    select b.id from orders.batch b where b.id = any(${[...ids]}::uuid[]) and exists (select from orders.stop_sale x
      where x.lifted_at is null and (x.shop_ids is null or b.shop_id = any(x.shop_ids))
        and ((x.batch_code = b.code and (x.ingredient is null or x.ingredient = b.ingredient)) or (x.batch_code is null and x.ingredient = b.ingredient)))`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** The batches of a treatment as they stand in its record now. */
export async function setVisitBatches(
  tx: Tx,
  { brand_id, order_id }: Pick<VisitData, 'brand_id' | 'order_id'>,
  batchIds: readonly string[],
  at: Date,
): Promise<void> {
  let gone = tx.deleteFrom('orders.visit_batch').where('order_id', '=', order_id)
  if (batchIds.length) gone = gone.where('batch_id', 'not in', [...batchIds])
  await gone.execute()
  if (!batchIds.length) return
  await tx
    .insertInto('orders.visit_batch')
    .values(batchIds.map((batch_id) => ({ brand_id, order_id, batch_id, at })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Treatments with this batch within the reader's scope, the newest first. */
export function visitsWithBatch(tx: Tx, scope: Scope | null, batch: { ingredient: string; code: string }) {
  return tx
    .selectFrom('orders.visit_batch as vb')
    .innerJoin('orders.batch as b', (j) =>
      j.onRef('b.brand_id', '=', 'vb.brand_id').onRef('b.id', '=', 'vb.batch_id'),
    )
    .innerJoin('orders.visit as v', (j) =>
      j.onRef('v.brand_id', '=', 'vb.brand_id').onRef('v.order_id', '=', 'vb.order_id'),
    )
    .innerJoin('orders.order as o', (j) =>
      j.onRef('o.brand_id', '=', 'v.brand_id').onRef('o.id', '=', 'v.order_id'),
    )
    .select(['v.order_id', 'v.shop_id', 'v.therapist_id', 'v.starts_at', 'o.number', 'o.summary'])
    .where('b.ingredient', '=', batch.ingredient)
    .where('b.code', '=', batch.code)
    .where(inScope(scope, { shop: 'v.shop_id' }))
    .orderBy('v.starts_at', 'desc')
    .orderBy('v.order_id')
    .limit(100)
    .execute()
}

/** A batch within the reader's scope. */
export function findBatchInScope(tx: Tx, scope: Scope | null, id: string) {
  return tx
    .selectFrom('orders.batch')
    .select(['ingredient', 'code'])
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id' }))
    .executeTakeFirst()
}
