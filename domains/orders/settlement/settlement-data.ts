import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import type { OrderData } from '../taking/order-data.ts'
import type { Money } from './money-of.ts'

export type Moved = Money & { brand_id: string; id: string; shop_id: string; source: string; at: Date }

/** Only adds rows, so that no two orders wait for each other. */
export async function insertMoved(tx: Tx, rows: readonly Moved[]): Promise<void> {
  if (rows.length)
    await tx
      .insertInto('orders.money_moved')
      .values([...rows])
      .execute()
}

export async function brandsWithMoved(services: Services): Promise<string[]> {
  const { rows } = await sql<{ brand: string }>`select orders.money_waiting() as brand`.execute(
    services.db.open,
  )
  return rows.map((row) => row.brand)
}

export function takeMoved(tx: Tx, most: number): Promise<Moved[]> {
  return sql<Moved>`delete from orders.money_moved m using
      (select brand_id, id from orders.money_moved order by id limit ${most} for update skip locked) x
    where m.brand_id = x.brand_id and m.id = x.id returning m.*`
    .execute(tx)
    .then(({ rows }) => rows)
}

export type SettledDay = Money & { brand_id: string; day: string; shop_id: string; source: string }

/** Shape: `days` in the order of their keys, each once. */
export async function addToDays(tx: Tx, days: readonly SettledDay[]): Promise<void> {
  if (!days.length) return
  const more = (column: string) => [column, sql.raw(`settled_day.${column} + excluded.${column}`)] as const
  await tx
    .insertInto('orders.settled_day')
    .values([...days])
    .onConflict((c) =>
      c
        .columns(['brand_id', 'day', 'shop_id', 'source'])
        .doUpdateSet(
          Object.fromEntries(
            [
              'orders',
              'cancelled',
              'total_minor',
              'discount_minor',
              'delivery_fee_minor',
              'received_minor',
              'refunded_minor',
            ].map(more),
          ),
        ),
    )
    .execute()
}

const SUMS = sql`sum(orders)::int as orders, sum(cancelled)::int as cancelled, sum(total_minor)::bigint as total_minor,
  sum(discount_minor)::bigint as discount_minor, sum(delivery_fee_minor)::bigint as delivery_fee_minor,
  sum(received_minor)::bigint as received_minor, sum(refunded_minor)::bigint as refunded_minor`

export type SumRow = Money & { day: string; shop_id: string; source: string }
/** Days as `2026-11-22`, both within. */
export type Days = { from: string; to: string; shop?: string | undefined }

/** One row a day, shop and source. */
export async function settledDays(tx: Tx, scope: Scope | null, { from, to, shop }: Days): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select day::text, shop_id, source, ${SUMS} from orders.settled_day
    where brand_id = platform.brand() and day between ${from}::date and ${to}::date and ${inScope(scope, { shop: 'shop_id' })}
      and ${shop ? sql<boolean>`shop_id = ${shop}::uuid` : sql<boolean>`true`}
    group by day, shop_id, source order by day, shop_id, source`.execute(tx)
  return rows.map(inNumbers)
}

/** Sums only, by what a page shows them by; never more rows than shops, days and sources together. */
export async function settledBy<K extends 'day' | 'shop_id' | 'source'>(
  tx: Tx,
  scope: Scope | null,
  { from, to, shop }: Days,
  key: K,
): Promise<(Money & Record<K, string>)[]> {
  const { rows } = await sql<SumRow>`
    select ${sql.ref(key)}::text as ${sql.ref(key)}, ${SUMS} from orders.settled_day
    where brand_id = platform.brand() and day between ${from}::date and ${to}::date and ${inScope(scope, { shop: 'shop_id' })}
      and ${shop ? sql<boolean>`shop_id = ${shop}::uuid` : sql<boolean>`true`}
    group by 1 order by 1`.execute(tx)
  return rows.map(inNumbers)
}

/** bigint comes as text. */
function inNumbers<T extends Money>(row: T): T {
  return {
    ...row,
    total_minor: Number(row.total_minor),
    discount_minor: Number(row.discount_minor),
    delivery_fee_minor: Number(row.delivery_fee_minor),
    received_minor: Number(row.received_minor),
    refunded_minor: Number(row.refunded_minor),
  }
}

export type SettledRow = Pick<
  OrderData,
  | 'id'
  | 'number'
  | 'external_id'
  | 'shop_id'
  | 'source'
  | 'status'
  | 'placed_at'
  | 'total_minor'
  | 'discount_minor'
  | 'delivery_fee_minor'
  | 'refunded_minor'
  | 'paid'
  | 'paid_minor'
>

/** Orders placed between two instants, the newest first. */
export function settledOrders(
  tx: Tx,
  scope: Scope | null,
  { from, to, shop }: { from: Date; to: Date; shop?: string | undefined },
  after: { at: Date; id: string } | null,
  most: number,
): Promise<SettledRow[]> {
  let query = tx
    .selectFrom('orders.order')
    .select([
      'id',
      'number',
      'external_id',
      'shop_id',
      'source',
      'status',
      'placed_at',
      'total_minor',
      'discount_minor',
      'delivery_fee_minor',
      'refunded_minor',
      'paid',
      'paid_minor',
    ])
    .where('placed_at', '>=', from)
    .where('placed_at', '<', to)
    .where('status', '<>', 'draft')
    .where(inScope(scope, { shop: 'shop_id' }))
  if (shop) query = query.where('shop_id', '=', shop)
  if (after) query = query.where(sql<boolean>`(placed_at, id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('placed_at', 'desc').orderBy('id', 'desc').limit(most).execute()
}
