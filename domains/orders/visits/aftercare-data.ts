import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type AftercareData = Selectable<DB['orders.aftercare']>
type NewAftercare = Insertable<DB['orders.aftercare']>

export async function insertAftercare(tx: Tx, rows: NewAftercare[]): Promise<void> {
  if (rows.length) await tx.insertInto('orders.aftercare').values(rows).execute()
}

/** Of one order, the earliest first; its order is locked by whoever changes one. */
export function aftercareOf(tx: Tx, orderId: string): Promise<AftercareData[]> {
  return tx
    .selectFrom('orders.aftercare')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('day')
    .orderBy('id')
    .limit(20)
    .execute()
}

export function aftercareOfMany(tx: Tx, orderIds: readonly string[]): Promise<AftercareData[]> {
  if (!orderIds.length) return Promise.resolve([])
  return tx
    .selectFrom('orders.aftercare')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('day')
    .limit(1000)
    .execute()
}

export async function setAftercare(
  tx: Tx,
  id: string,
  {
    photos,
    ...set
  }: Partial<Omit<NewAftercare, 'brand_id' | 'id' | 'order_id' | 'photos'>> & {
    photos?: readonly string[]
  },
): Promise<void> {
  await tx
    .updateTable('orders.aftercare')
    .set({ ...set, ...(photos ? { photos: JSON.stringify(photos) } : {}) })
    .where('id', '=', id)
    .execute()
}

/** The row is locked: its ticket is opened once. */
export function lockAftercare(tx: Tx, id: string): Promise<AftercareData | undefined> {
  return tx.selectFrom('orders.aftercare').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Whoever was asked and has not said anything, of one shop, the longest first. */
export function openAftercare(tx: Tx, shopId: string, since: Date) {
  return tx
    .selectFrom('orders.aftercare as a')
    .innerJoin('orders.order as o', (j) =>
      j.onRef('o.brand_id', '=', 'a.brand_id').onRef('o.id', '=', 'a.order_id'),
    )
    .select(['a.order_id', 'a.day', 'a.asked_at', 'a.way', 'o.number', 'o.customer_name', 'o.contact_masked'])
    .where('o.shop_id', '=', shopId)
    .where('a.state', '=', 'asked')
    .where('a.asked_at', '>', since)
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .limit(50)
    .execute()
}
