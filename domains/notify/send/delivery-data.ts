import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx, Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type DeliveryRow = Selectable<DB['notify.delivery']>
export type NewDelivery = {
  dedupe: string
  means: string
  robot_id: string | null
  staff_id: string | null
  kind: string
  ticket_id: string | null
  round_id: string | null
  data: Record<string, unknown>
  at: Date
  /** Goes out so much later. */
  waitS?: number
}

/** PostgreSQL takes 65,535 parameters at a time: a brand may be told of one thing in more rows than one statement holds. */
const ROWS_AT_ONCE = 1000

export async function insertDeliveries(tx: Tx, ctx: Ctx, rows: readonly NewDelivery[]): Promise<void> {
  const now = ctx.now()
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('notify.delivery')
      .values(
        rows.slice(from, from + ROWS_AT_ONCE).map(({ at, data, waitS = 0, ...row }) => ({
          ...row,
          brand_id: ctx.actor.brandId,
          id: uuidv7(),
          data: JSON.stringify(data),
          created_at: at,
          next_try_at: new Date(now.getTime() + waitS * 1000),
        })),
      )
      .onConflict((c) => c.columns(['brand_id', 'dedupe']).doNothing())
      .execute()
}

export async function insertRound(
  tx: Tx,
  ctx: Ctx,
  round: { id: string; level: number; at: Date } & (
    | { ticket_id: string }
    | { alarm_id: string; called: string[] }
  ),
): Promise<void> {
  await tx
    .insertInto('notify.round')
    .values({ ...round, brand_id: ctx.actor.brandId })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The worst first and the brands in turn, one of each robot. `urgent`: only what calls somebody at once. */
export async function dueDeliveries(services: Services, at: Date, most: number, urgent: boolean) {
  const from = sql.ref(urgent ? 'notify.deliveries_urgent' : 'notify.deliveries_due')
  const { rows } = await sql<{ brand_id: string; id: string; robot_id: string | null }>`
    select brand_id, id, robot_id from ${from}(${at}, ${most})`.execute(services.db.open)
  return rows
}

/** Takes one for so long: a process that dies with it gives it back when the time is over. */
export function leaseDelivery(tx: Tx, id: string, at: Date, until: Date): Promise<DeliveryRow | undefined> {
  return tx
    .updateTable('notify.delivery')
    .set((e) => ({ next_try_at: until, tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', at)
    .returningAll()
    .executeTakeFirst()
}

/** What waits for one robot: alarms before stop-sales before the rest, then the oldest. */
export function waitingOf(tx: Tx, robotId: string, at: Date, most: number): Promise<DeliveryRow[]> {
  return tx
    .selectFrom('notify.delivery')
    .selectAll()
    .where('robot_id', '=', robotId)
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', at)
    .orderBy(sql`notify.urgency(kind)`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Takes these together; `countTry` false when it is not their turn yet. */
export async function leaseAll(
  tx: Tx,
  ids: readonly string[],
  until: Date,
  countTry: boolean,
): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('notify.delivery')
    .set((e) => ({ next_try_at: until, ...(countTry ? { tries: e('tries', '+', 1) } : {}) }))
    .where('id', 'in', ids)
    .execute()
}

export async function settle(
  tx: Tx,
  ids: readonly string[],
  to: { state: 'sent' | 'failed' | 'dropped'; at: Date; problem?: string; data?: object; gathered?: boolean },
): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('notify.delivery')
    .set({
      state: to.state,
      next_try_at: null,
      problem: to.problem ?? '',
      problem_data: JSON.stringify(to.data ?? {}),
      ...(to.state === 'sent' ? { sent_at: to.at, gathered: to.gathered ?? false } : {}),
    })
    .where('id', 'in', ids)
    // Somebody else may have sent it after our lease was over.
    .$if(to.state !== 'sent', (q) => q.where('state', '=', 'queued'))
    .execute()
}

/** Later; `giveBack` takes the try back, for what only waits for its turn. */
export async function postpone(
  tx: Tx,
  ids: readonly string[],
  { to, problem, data, giveBack }: { to: Date; problem: string; data: object; giveBack: boolean },
): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('notify.delivery')
    .set((e) => ({
      next_try_at: to,
      problem,
      problem_data: JSON.stringify(data),
      ...(giveBack ? { tries: e('tries', '-', 1) } : {}),
    }))
    .where('id', 'in', ids)
    .where('state', '=', 'queued')
    .execute()
}

export async function toldRounds(services: Services, most: number) {
  const { rows } = await sql<{ brand_id: string; id: string }>`
    select brand_id, id from notify.rounds_told(${most})`.execute(services.db.open)
  return rows
}

/** The round for the length of the transaction; undefined when there is nothing to note of it, or somebody else has it. */
export function takeRound(tx: Tx, id: string) {
  return tx
    .selectFrom('notify.round')
    .selectAll()
    .where('id', '=', id)
    .where((e) => e.or([e('noted', '=', false), e('unsettled', '=', true)]))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** `unsettled`: it is to be noted once more when nothing of it is tried again. */
export async function noteRound(tx: Tx, id: string, unsettled: boolean): Promise<void> {
  await tx.updateTable('notify.round').set({ noted: true, unsettled }).where('id', '=', id).execute()
}

export function deliveriesOfRound(tx: Tx, roundId: string) {
  return tx
    .selectFrom('notify.delivery as d')
    .leftJoin('notify.robot as r', (j) =>
      j.onRef('r.brand_id', '=', 'd.brand_id').onRef('r.id', '=', 'd.robot_id'),
    )
    .select(['d.means', 'd.staff_id', 'd.state', 'd.problem', 'd.data', 'r.name as robot', 'r.mention'])
    .where('d.round_id', '=', roundId)
    .orderBy('d.id')
    .limit(500)
    .execute()
}

export function listDeliveries(tx: Tx, state: string | undefined, after: string | undefined, most: number) {
  let query = tx
    .selectFrom('notify.delivery as d')
    .leftJoin('notify.robot as r', (j) =>
      j.onRef('r.brand_id', '=', 'd.brand_id').onRef('r.id', '=', 'd.robot_id'),
    )
    .selectAll('d')
    .select('r.name as robot')
  if (state) query = query.where('d.state', '=', state)
  if (after) query = query.where('d.id', '<', after)
  return query.orderBy('d.id', 'desc').limit(most).execute()
}

/** A given-up one goes out again, and an early warning's call is noted anew after it; false when it is none. */
export async function sendAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('notify.delivery')
    .set({ state: 'queued', tries: 0, next_try_at: at, problem: '', problem_data: '{}' })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .returning('round_id')
    .executeTakeFirst()
  if (row?.round_id)
    await tx
      .updateTable('notify.round')
      .set({ unsettled: true })
      .where('id', '=', row.round_id)
      .where('alarm_id', 'is not', null)
      .execute()
  return row !== undefined
}

export async function forgetOld(services: Services, before: Date, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select notify.forget(${before}, ${most}) as n`.execute(
    services.db.open,
  )
  return rows[0]?.n ?? 0
}
