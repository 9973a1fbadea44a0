import { type Selectable, sql } from 'kysely'
import type { HandOverKind, TroubleKind } from '#contracts/orders/delivery'
import type { Tx } from '#platform/db/database'
import { KEPT_PLAN } from '#platform/db/kept-plan'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type Trouble = { kind: TroubleKind; at: string; delayMin: number; note: string }
export type HandedOver = { kind: HandOverKind | 'desk'; at: string; file?: string; reason?: string }
export type DeliveryData = Omit<Selectable<DB['orders.delivery']>, 'trouble' | 'proof'> & {
  trouble: Trouble | null
  proof: HandedOver | null
}
export type RiderData = Selectable<DB['orders.rider']>
/** A delivery with what planning and showing it need of its order. */
export type StopData = DeliveryData & {
  number: number
  status: string
  summary: string
  address_masked: string
  lat: number | null
  lng: number | null
  promised_at: Date | null
  ready_at: Date | null
  warnings: string[]
  /** When the last dish will be done by the kitchen's own reckoning; null: nothing waits there. */
  kitchen_at: Date | null
}

/** Each column by name, so that the plan may be kept. */
const STOP = sql`d.brand_id, d.id, d.order_id, d.shop_id, d.state, d.rider_id, d.pick_seq, d.seq, d.fixed, d.pick_at, d.eta_at, d.first_eta_at,
  d.code_tries, d.proof, d.trouble, d.taps, d.plan_at, d.assigned_at, d.picked_up_at, d.arrived_at, d.delivered_at, d.lost_at, d.updated_at,
  o.number, o.status, o.summary, o.address_masked, o.lat, o.lng, o.promised_at, o.ready_at, o.warnings,
  (select max(k.expected_at) from orders.kitchen_task k
    where k.brand_id = d.brand_id and k.order_id = d.order_id and k.state in ('waiting', 'making', 'checking')) as kitchen_at`
const WITH_ORDER = sql`join orders.order o on o.brand_id = d.brand_id and o.id = d.order_id`

/** What is open at a shop, and whatever these riders have besides. */
export async function openStops(tx: Tx, shopId: string, riderIds: string[]): Promise<StopData[]> {
  const { rows } = await sql<StopData>`/* kept plan */
    select ${STOP} from (select * from orders.delivery where state in ('waiting', 'assigned', 'picked_up') and shop_id = ${shopId}::uuid
      union all select * from orders.delivery where state in ('assigned', 'picked_up') and rider_id = any(${riderIds}::uuid[])
        and shop_id <> ${shopId}::uuid) d
    ${WITH_ORDER} order by d.id limit 400`.execute(tx)
  return rows
}

/** One rider's round in its order. */
export async function roundStops(tx: Tx, riderId: string): Promise<StopData[]> {
  const { rows } = await sql<StopData>`/* kept plan */
    select ${STOP} from orders.delivery d ${WITH_ORDER}
    where d.state in ('assigned', 'picked_up') and d.rider_id = ${riderId}::uuid order by d.seq, d.id limit 60`.execute(
    tx,
  )
  return rows
}

/** Everything open in reach for the board, what came back as well. */
export async function boardStops(tx: Tx, scope: Scope | null, shopId: string | null): Promise<StopData[]> {
  const { rows } = await sql<StopData>`/* kept plan */
    select ${STOP} from orders.delivery d ${WITH_ORDER}
    where d.state in ('waiting', 'assigned', 'picked_up', 'failed') and ${inScope(scope, { shop: 'd.shop_id' })}
      ${shopId ? sql`and d.shop_id = ${shopId}::uuid` : sql``}
    order by o.promised_at, d.id limit 500`.execute(tx)
  return rows
}

export function findDelivery(tx: Tx, scope: Scope | null, id: string): Promise<DeliveryData | undefined> {
  return tx
    .selectFrom('orders.delivery')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id' }))
    .$castTo<DeliveryData>()
    .executeTakeFirst()
}

/** A stop that this rider has or had. */
export function findOwnDelivery(tx: Tx, riderId: string, id: string): Promise<DeliveryData | undefined> {
  return tx
    .selectFrom('orders.delivery')
    .selectAll()
    .where('id', '=', id)
    .where('rider_id', '=', riderId)
    .where('state', '!=', 'waiting')
    .modifyEnd(KEPT_PLAN)
    .$castTo<DeliveryData>()
    .executeTakeFirst()
}

export function deliveryOfOrder(tx: Tx, orderId: string): Promise<DeliveryData | undefined> {
  return tx
    .selectFrom('orders.delivery')
    .selectAll()
    .where('order_id', '=', orderId)
    .$castTo<DeliveryData>()
    .executeTakeFirst()
}

/** Whoever changes a delivery holds its order. */
export async function updateDelivery(
  tx: Tx,
  id: string,
  { trouble, proof, ...set }: Partial<DeliveryData> & { updated_at: Date },
): Promise<void> {
  await tx
    .updateTable('orders.delivery')
    .set({
      ...set,
      ...(trouble === undefined ? {} : { trouble: trouble && JSON.stringify(trouble) }),
      ...(proof === undefined ? {} : { proof: proof && JSON.stringify(proof) }),
    })
    .where('id', '=', id)
    .execute()
}

/** Riders on duty who ride for one of these shops; `all`: whoever rides in the brand. */
export function ridersOnDuty(tx: Tx, shopIds: 'all' | string[]): Promise<RiderData[]> {
  let query = tx.selectFrom('orders.rider').selectAll().where('on_duty_since', 'is not', null)
  if (shopIds !== 'all')
    query = query.where(sql<boolean>`(shop_ids = '{}' or shop_ids && ${shopIds}::uuid[])`)
  return query.orderBy('staff_id').limit(500).modifyEnd(KEPT_PLAN).execute()
}

export function findRider(tx: Tx, staffId: string): Promise<RiderData | undefined> {
  return tx
    .selectFrom('orders.rider')
    .selectAll()
    .where('staff_id', '=', staffId)
    .modifyEnd(KEPT_PLAN)
    .executeTakeFirst()
}

/** One deed of a rider after the other: the round is theirs alone. */
export function lockRider(tx: Tx, staffId: string): Promise<RiderData | undefined> {
  return tx
    .selectFrom('orders.rider')
    .selectAll()
    .where('staff_id', '=', staffId)
    .forUpdate()
    .modifyEnd(KEPT_PLAN)
    .executeTakeFirst()
}

export async function saveRider(
  tx: Tx,
  row: Pick<RiderData, 'brand_id' | 'staff_id'> & Partial<RiderData>,
): Promise<void> {
  const { brand_id, staff_id, ...set } = row
  await tx
    .insertInto('orders.rider')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'staff_id']).doUpdateSet(set))
    .execute()
}

/** Only on duty, and only when the last one is older than `before`. Shape: whether it was kept. */
export async function savePosition(
  tx: Tx,
  staffId: string,
  { at, before }: { at: Date; before: Date },
  place: { lat: number; lng: number; accuracy_m: number },
): Promise<boolean> {
  const rider = await tx
    .updateTable('orders.rider')
    .set({ ...place, position_at: at })
    .where('staff_id', '=', staffId)
    .where('on_duty_since', 'is not', null)
    .where((e) => e.or([e('position_at', 'is', null), e('position_at', '<=', before)]))
    .returning('staff_id')
    .executeTakeFirst()
  return rider !== undefined
}

/**
 * Open stops that are planned anew at once: those of a rider, and those of the shops the rider rides for (none named: all).
 * Shape: rows that somebody holds at this moment are left to the next round.
 */
export async function nudge(tx: Tx, at: Date, { riderId, shopIds }: { riderId: string; shopIds: string[] }) {
  const shops = shopIds.length ? sql`shop_id = any(${shopIds}::uuid[])` : sql`true`
  await sql`update orders.delivery set plan_at = ${at} where id in (
    select id from orders.delivery where state in ('waiting', 'assigned')
      and (rider_id = ${riderId}::uuid or (state = 'waiting' and ${shops})) order by id limit 400 for update skip locked)`.execute(
    tx,
  )
}

/** One planner at a time in a brand; false: another is at it. */
export async function lockPlanning(tx: Tx, brandId: string): Promise<boolean> {
  const { rows } = await sql<{
    got: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`orders.dispatch ${brandId}`}, 0)) as got`.execute(
    tx,
  )
  return rows[0]!.got
}

/** Takes the orders nobody holds and tells how their deliveries stand now. */
export async function holdOrders(tx: Tx, orderIds: string[]): Promise<Map<string, Date>> {
  if (!orderIds.length) return new Map()
  const held = await tx
    .selectFrom('orders.order')
    .select('id')
    .where(sql<boolean>`id = any(${orderIds}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .modifyEnd(KEPT_PLAN)
    .execute()
  if (!held.length) return new Map()
  const rows = await tx
    .selectFrom('orders.delivery')
    .select(['id', 'updated_at'])
    .where(
      'order_id',
      'in',
      held.map((o) => o.id),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.updated_at]))
}

export type Planned = { id: string; pick_seq: number; seq: number; pick_at: Date | null; eta_at: Date | null }

/** Places and times of a whole plan in two statements; what the customer's page expects follows. */
export async function savePlan(tx: Tx, at: Date, again: Date, rows: readonly Planned[]): Promise<void> {
  if (!rows.length) return
  const given = JSON.stringify(rows)
  await sql`/* kept plan */ update orders.delivery d set pick_seq = x.pick_seq, seq = x.seq, pick_at = x.pick_at, eta_at = x.eta_at,
      plan_at = ${again}, updated_at = ${at}
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, pick_seq smallint, seq smallint, pick_at timestamptz, eta_at timestamptz)
    where d.id = x.id`.execute(tx)
  await sql`/* kept plan */ update orders.order o set expected_at = x.eta_at
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, eta_at timestamptz) join orders.delivery d on d.id = x.id
    where o.id = d.order_id and x.eta_at is not null and o.expected_at is distinct from x.eta_at`.execute(tx)
}

/** How much each of these riders has in all, whoever reads. */
export async function countRounds(tx: Tx, riderIds: string[]): Promise<Map<string, number>> {
  if (!riderIds.length) return new Map()
  const rows = await tx
    .selectFrom('orders.delivery')
    .select(['rider_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('state', 'in', ['assigned', 'picked_up'])
    .where(sql<boolean>`rider_id = any(${riderIds}::uuid[])`)
    .groupBy('rider_id')
    .modifyEnd(KEPT_PLAN)
    .execute()
  return new Map(rows.map((row) => [row.rider_id!, Number(row.n)]))
}

/** What this rider had that was called off since then, and how many were handed over since the day began. */
export async function pastOfRound(
  tx: Tx,
  riderId: string,
  since: { calledOff: Date; day: Date },
): Promise<{ calledOff: number[]; done: number }> {
  const { rows } = await sql<{ calledOff: number[]; done: number }>`/* kept plan */
    select array(select o.number::int from orders.delivery d ${WITH_ORDER}
        where d.rider_id = ${riderId}::uuid and d.state = 'cancelled' and d.updated_at >= ${since.calledOff} order by o.number limit 20) as "calledOff",
      (select count(*)::int from orders.delivery d where d.rider_id = ${riderId}::uuid and d.delivered_at >= ${since.day}) as done`.execute(
    tx,
  )
  return rows[0]!
}

/** How far the told arrivals were from the truth, over everything in reach since then. */
export async function etaReport(tx: Tx, scope: Scope | null, since: Date) {
  const { rows } = await sql<{
    stops: number
    late: number
    p50: number | null
    p90: number | null
  }>`
    select count(*)::int as stops, (count(*) filter (where d.delivered_at > o.first_promised_at))::int as late,
      percentile_cont(0.5) within group (order by abs(extract(epoch from d.delivered_at - d.first_eta_at)) / 60) as p50,
      percentile_cont(0.9) within group (order by abs(extract(epoch from d.delivered_at - d.first_eta_at)) / 60) as p90
    from orders.delivery d join orders.order o on o.brand_id = d.brand_id and o.id = d.order_id
    where d.delivered_at >= ${since} and ${inScope(scope, { shop: 'd.shop_id' })}`.execute(tx)
  return rows[0]!
}

export function deliveryReport(tx: Tx, scope: Scope | null, since: Date) {
  return tx
    .selectFrom('orders.report_delivery')
    .selectAll()
    .where('hour', '>=', since)
    .where(inScope(scope, { shop: 'shop_id' }))
    .orderBy('hour', 'desc')
    .orderBy('shop_id')
    .limit(2000)
    .execute()
}
