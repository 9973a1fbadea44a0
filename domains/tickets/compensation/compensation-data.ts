import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type CompensationRow = Selectable<DB['tickets.compensation']>
export type ApprovalRow = Selectable<DB['tickets.approval']>
const MOST = 100

export function findCompensation(tx: Tx, id: string): Promise<CompensationRow | undefined> {
  return tx.selectFrom('tickets.compensation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Everything proposed on one ticket, newest first. */
export function compensationsOf(tx: Tx, ticketId: string): Promise<CompensationRow[]> {
  return tx
    .selectFrom('tickets.compensation')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
}

/** `month` is its first day, `2026-11-01`: a date without a clock. False when the id is taken. */
export async function insertCompensation(
  tx: Tx,
  row: Omit<CompensationRow, 'month'> & { month: string },
): Promise<boolean> {
  const made = await tx
    .insertInto('tickets.compensation')
    .values({
      ...row,
      month: sql<Date>`${row.month}::date`,
      suggestion: row.suggestion === null ? null : JSON.stringify(row.suggestion),
      warnings: JSON.stringify(row.warnings),
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateCompensation(
  tx: Tx,
  id: string,
  set: Partial<
    Pick<CompensationRow, 'state' | 'decided_at' | 'issued_at' | 'reference' | 'settled_by' | 'settled_at'>
  >,
): Promise<void> {
  await tx.updateTable('tickets.compensation').set(set).where('id', '=', id).execute()
}

/** Steps of several compensations, each in its order. */
export function approvalsOf(tx: Tx, compensationIds: readonly string[]): Promise<ApprovalRow[]> {
  if (!compensationIds.length) return Promise.resolve([])
  return tx
    .selectFrom('tickets.approval')
    .selectAll()
    .where('compensation_id', 'in', [...compensationIds])
    .orderBy('compensation_id')
    .orderBy('step')
    .execute()
}

export function findApproval(tx: Tx, id: string): Promise<ApprovalRow | undefined> {
  return tx.selectFrom('tickets.approval').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function saveApprovals(tx: Tx, rows: readonly ApprovalRow[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('tickets.approval')
    .values([...rows])
    .onConflict((c) =>
      c.columns(['brand_id', 'id']).doUpdateSet((e) => ({
        approver_id: e.ref('excluded.approver_id'),
        for_id: e.ref('excluded.for_id'),
        state: e.ref('excluded.state'),
        decided_by: e.ref('excluded.decided_by'),
        note: e.ref('excluded.note'),
        asked_at: e.ref('excluded.asked_at'),
        due_at: e.ref('excluded.due_at'),
        decided_at: e.ref('excluded.decided_at'),
        passed: e.ref('excluded.passed'),
      })),
    )
    .execute()
}

/** What a ticket has got or waits for. */
export async function liveSum(tx: Tx, ticketId: string): Promise<number> {
  const row = await tx
    .selectFrom('tickets.compensation')
    .select((e) => e.fn.coalesce(e.fn.sum<string>('amount_minor'), sql<string>`0`).as('sum'))
    .where('ticket_id', '=', ticketId)
    .where('state', 'in', ['waiting', 'issued'])
    .executeTakeFirst()
  return Number(row?.sum ?? 0)
}

/** `family`: everybody who is shown in the customer's file, its head first; nobody without a customer. */
export type Subject = { customerId: string | null; family: readonly string[]; orderNumber: string }
export type EarlierRow = CompensationRow & {
  number: number
  title: string
  assignee_id: string | null
  participants: string[]
}

/** Live ones of the same customer or order since an instant, on whatever ticket and channel, newest first. */
export async function earlierOnes(tx: Tx, { family, orderNumber }: Subject, since: Date) {
  if (!family.length && !orderNumber) return []
  const rows = await tx
    .selectFrom('tickets.compensation as c')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'c.brand_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .selectAll('c')
    .select(['t.number', 't.title', 't.assignee_id', 't.participants'])
    .where('c.state', 'in', ['waiting', 'issued'])
    .where('c.proposed_at', '>=', since)
    .where((e) =>
      e.or([
        ...(family.length ? [e('c.customer_id', 'in', [...family])] : []),
        ...(orderNumber ? [e('c.order_number', '=', orderNumber)] : []),
      ]),
    )
    .orderBy('c.proposed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(20)
    .execute()
  return rows as EarlierRow[]
}

/** Two proposals for one customer or order follow each other, so that the second sees the first; held until the transaction ends. */
export async function lockSubject(tx: Tx, brandId: string, { family: [head], orderNumber }: Subject) {
  if (head) await lock(tx, 'huiyin.compensation.customer', `${brandId}:${head}`)
  if (orderNumber) await lock(tx, 'huiyin.compensation.order', `${brandId}:${orderNumber}`)
}

async function lock(tx: Tx, what: string, which: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${what}), hashtext(${which}))`.execute(tx)
}

/** Used so far in this month, locked until the transaction ends. `month` is the first day, `2026-11-01`. */
export async function lockBudget(tx: Tx, brandId: string, shopId: string, month: string): Promise<number> {
  await tx
    .insertInto('tickets.budget')
    .values({ brand_id: brandId, shop_id: shopId, month: sql<Date>`${month}::date` })
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await tx
    .selectFrom('tickets.budget')
    .select('used_minor')
    .where('shop_id', '=', shopId)
    .where('month', '=', sql<Date>`${month}::date`)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.used_minor
}

export async function readBudget(tx: Tx, shopId: string, month: string): Promise<number> {
  const row = await tx
    .selectFrom('tickets.budget')
    .select('used_minor')
    .where('shop_id', '=', shopId)
    .where('month', '=', sql<Date>`${month}::date`)
    .executeTakeFirst()
  return row?.used_minor ?? 0
}

/** The row must be locked before, by lockBudget. */
export async function addToBudget(tx: Tx, shopId: string, month: string, amountMinor: number) {
  await tx
    .updateTable('tickets.budget')
    .set((e) => ({ used_minor: e('used_minor', '+', amountMinor) }))
    .where('shop_id', '=', shopId)
    .where('month', '=', sql<Date>`${month}::date`)
    .execute()
}

/** What a rejected or cancelled one had taken from its month. */
export async function giveBack(tx: Tx, compensationId: string): Promise<void> {
  await sql`update tickets.budget b set used_minor = b.used_minor - c.amount_minor from tickets.compensation c
    where c.id = ${compensationId}::uuid and b.brand_id = c.brand_id and b.shop_id = c.shop_id and b.month = c.month`.execute(
    tx,
  )
}

/** Steps that wait for an answer, the longest waiting first. */
export function askedApprovals(tx: Tx, most: number) {
  return tx
    .selectFrom('tickets.approval as a')
    .innerJoin('tickets.compensation as c', (j) =>
      j.onRef('c.brand_id', '=', 'a.brand_id').onRef('c.id', '=', 'a.compensation_id'),
    )
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'c.brand_id').onRef('t.id', '=', 'c.ticket_id'),
    )
    .select(['a.id', 'a.approver_id', 'a.due_at', 'c.ticket_id', 't.accused_id'])
    .where('a.state', '=', 'asked')
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .limit(most)
    .execute()
}

/** How many steps wait for each person. */
export async function approvalLoads(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('tickets.approval')
    .select(['approver_id', (e) => e.fn.countAll<string>().as('n')])
    .where('state', '=', 'asked')
    .where('approver_id', 'is not', null)
    .groupBy('approver_id')
    .execute()
  return new Map(rows.map((r) => [r.approver_id ?? '', Number(r.n)]))
}
