import { type Selectable, sql } from 'kysely'
import type { Conditions } from '#contracts/tickets/filter'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'
import { conditionsSql } from '../filter/condition-data.ts'
import type { Standpoint } from '../filter/matches.ts'

export type RuleRow = Selectable<DB['tickets.rule']>
export type DueRow = Selectable<DB['tickets.rule_due']>

const LOOKED_BACK = 5000
const SAMPLES = 10
const COUNTED_TO = 1000

export function allRules(tx: Tx): Promise<RuleRow[]> {
  return tx.selectFrom('tickets.rule').selectAll().orderBy('position').orderBy('id').limit(100).execute()
}

/** Those switched on for a trigger, in the order in which they are asked. */
export function rulesOn(tx: Tx, trigger: string): Promise<RuleRow[]> {
  return tx
    .selectFrom('tickets.rule')
    .selectAll()
    .where('on', '=', true)
    .where('trigger', '=', trigger)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export function findRule(tx: Tx, id: string): Promise<RuleRow | undefined> {
  return tx.selectFrom('tickets.rule').selectAll().where('id', '=', id).executeTakeFirst()
}

export type RuleSet = Omit<RuleRow, 'brand_id' | 'id' | 'created_by' | 'created_at' | 'position' | 'on'>

export async function insertRule(tx: Tx, row: RuleRow): Promise<void> {
  await tx
    .insertInto('tickets.rule')
    .values({ ...row, conditions: JSON.stringify(row.conditions), actions: JSON.stringify(row.actions) })
    .execute()
}

export async function updateRule(tx: Tx, id: string, set: RuleSet): Promise<void> {
  await tx
    .updateTable('tickets.rule')
    .set({ ...set, conditions: JSON.stringify(set.conditions), actions: JSON.stringify(set.actions) })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('tickets.rule_fit').where('rule_id', '=', id).execute()
}

export async function switchRule(tx: Tx, id: string, on: boolean, at: Date): Promise<void> {
  await tx.updateTable('tickets.rule').set({ on, updated_at: at }).where('id', '=', id).execute()
  await tx.deleteFrom('tickets.rule_fit').where('rule_id', '=', id).execute()
}

export async function placeRules(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update tickets.rule r set position = o.place
    from unnest(${[...ids]}::uuid[]) with ordinality as o(id, place)
    where r.brand_id = platform.brand() and r.id = o.id`.execute(tx)
}

export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('tickets.rule').where('id', '=', id).execute()
}

export type Fired = { rule_id: string; fired: number; failed: number; last_at: Date | null }

/** How often each rule fired since an instant, counted to 1000 each. */
export async function firedSince(tx: Tx, since: Date): Promise<Map<string, Fired>> {
  const { rows } = await sql<Fired>`
    select r.id as rule_id, count(x.at)::int as fired, count(x.at) filter (where x.problem <> '')::int as failed, max(x.at) as last_at
    from tickets.rule r left join lateral (
      select at, problem from tickets.rule_run u where u.brand_id = r.brand_id and u.rule_id = r.id and u.at > ${since}
      order by at desc, id desc limit ${COUNTED_TO}) x on true
    where r.brand_id = platform.brand() group by r.id`.execute(tx)
  return new Map(rows.map((row) => [row.rule_id, row]))
}

/**
 * Notes that rules on change have to look at these tickets; nothing is written when none is switched on.
 * Shape: `chain` names the rules that caused the change.
 */
export async function queueChanged(
  tx: Tx,
  brandId: string,
  ticketIds: readonly string[],
  chain: readonly string[],
  at: Date,
): Promise<void> {
  if (!ticketIds.length) return
  await sql`insert into tickets.rule_due (brand_id, id, ticket_id, trigger, chain, at)
    select ${brandId}::uuid, gen_random_uuid(), ticket_id, 'changed', ${[...chain]}::uuid[], ${at} from unnest(${[...ticketIds]}::uuid[]) as ticket_id
    where exists (select from tickets.rule where brand_id = ${brandId}::uuid and "on" and trigger = 'changed')`.execute(
    tx,
  )
}

/** What waits for rules over all brands, the oldest first. */
export async function waitingForRules(db: Database['open'], most: number) {
  const { rows } = await sql<{
    brand_id: string
    id: string
  }>`select * from tickets.rules_due(${most})`.execute(db)
  return rows
}

/** Takes a waiting row out, unless somebody else has it already. */
export async function takeDue(tx: Tx, id: string): Promise<DueRow | undefined> {
  const { rows } = await sql<DueRow>`delete from tickets.rule_due where brand_id = platform.brand() and id = (
      select id from tickets.rule_due where brand_id = platform.brand() and id = ${id}::uuid for update skip locked)
    returning *`.execute(tx)
  return rows[0]
}

export async function fitsNow(
  tx: Tx,
  ticketId: string,
  conditions: Conditions,
  from: Standpoint,
): Promise<boolean> {
  const { rows } =
    await sql`select from tickets.ticket t where t.brand_id = platform.brand() and t.id = ${ticketId}::uuid
    and ${conditionsSql(conditions, from)}`.execute(tx)
  return rows.length > 0
}

/** Whether the ticket has just come to fit; remembers either. */
export async function beginsToFit(tx: Tx, brandId: string, ruleId: string, ticketId: string, fits: boolean) {
  const key = { brand_id: brandId, rule_id: ruleId, ticket_id: ticketId }
  if (!fits) {
    await tx
      .deleteFrom('tickets.rule_fit')
      .where('rule_id', '=', ruleId)
      .where('ticket_id', '=', ticketId)
      .execute()
    return false
  }
  const made = await tx
    .insertInto('tickets.rule_fit')
    .values(key)
    .onConflict((c) => c.doNothing())
    .returning('rule_id')
    .executeTakeFirst()
  return made !== undefined
}

export type NewRun = Omit<Selectable<DB['tickets.rule_run']>, never>

/** False when this cause has made this rule fire on this ticket before. */
export async function insertRun(tx: Tx, run: NewRun): Promise<boolean> {
  const made = await tx
    .insertInto('tickets.rule_run')
    .values({ ...run, did: JSON.stringify(run.did) })
    .onConflict((c) => c.columns(['brand_id', 'rule_id', 'ticket_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export function hasRun(tx: Tx, ruleId: string, ticketId: string, cause: string) {
  return tx
    .selectFrom('tickets.rule_run')
    .select('id')
    .where('rule_id', '=', ruleId)
    .where('ticket_id', '=', ticketId)
    .where('cause', '=', cause)
    .executeTakeFirst()
}

const ANCHOR = {
  opened: sql`t.opened_at`,
  updated: sql`t.updated_at`,
  due: sql`t.due_at`,
  waiting: sql`case when t.status = 'waiting_customer' then t.updated_at end`,
  proposed: sql`case when t.status = 'proposed' then (t.proposal->>'at')::timestamptz end`,
} as const

export const timeCause = (cycle: number): string => `time:${cycle}`

/** Open tickets for which the time of a rule has come and that it has not yet seen in this cycle. */
export async function timeHasCome(tx: Tx, rule: RuleRow, from: Standpoint, most: number): Promise<string[]> {
  const what = rule.after_what as keyof typeof ANCHOR
  const before = new Date(from.now.getTime() - (rule.after_min ?? 0) * 60_000)
  const { rows } = await sql<{ id: string }>`
    select t.id from tickets.ticket t
    where t.brand_id = platform.brand() and t.closed_at is null and ${ANCHOR[what]} <= ${before}
      and ${conditionsSql(rule.conditions as unknown as Conditions, from)}
      and not exists (select from tickets.rule_run u where u.brand_id = t.brand_id and u.rule_id = ${rule.id}::uuid
        and u.ticket_id = t.id and u.cause = 'time:' || t.cycle)
    limit ${most}`.execute(tx)
  return rows.map((r) => r.id)
}

export async function brandsWithTimeRules(db: Database['open']): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select tickets.brands_with_time_rules() as id`.execute(db)
  return rows.map((r) => r.id)
}

type Sample = { id: string; number: number; title: string; opened_at: Date; priority: string }

/** The latest 5,000 tickets within reach, how many of them fit, and a few that the reader may read. */
export async function lookBack(
  tx: Tx,
  conditions: Conditions,
  from: Standpoint,
  reach: { all: Scope | null; read: Scope | null },
): Promise<{ looked: number; since: Date | null; fits: number; samples: Sample[] }> {
  const latest = sql`select * from tickets.ticket where brand_id = platform.brand() and ${inScope(reach.all, { shop: 'shop_id' })} order by opened_at desc, id desc limit ${LOOKED_BACK}`
  const { rows } = await sql<{ looked: number; since: Date | null; fits: number; samples: string[] }>`
    with t as materialized (${latest}), f as (select * from t where ${conditionsSql(conditions, from)})
    select (select count(*)::int from t) as looked, (select min(opened_at) from t) as since, (select count(*)::int from f) as fits,
      (select coalesce(array_agg(id order by opened_at desc), '{}') from (select id, opened_at from f order by opened_at desc limit ${SAMPLES}) s) as samples`.execute(
    tx,
  )
  const found = rows[0]!
  const samples = found.samples.length
    ? await tx
        .selectFrom('tickets.ticket')
        .select(['id', 'number', 'title', 'opened_at', 'priority'])
        .where('id', 'in', found.samples)
        .where(inScope(reach.read, { shop: 'shop_id', owner: 'assignee_id' }))
        .orderBy('opened_at', 'desc')
        .execute()
    : []
  return { ...found, samples }
}

export function runsOf(
  tx: Tx,
  ruleId: string,
  read: Scope | null,
  after: { at: Date; id: string } | null,
  most: number,
) {
  let query = tx
    .selectFrom('tickets.rule_run as u')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'u.brand_id').onRef('t.id', '=', 'u.ticket_id'),
    )
    .select(['u.id', 'u.at', 'u.did', 'u.problem', 'u.ticket_id', 't.number', 't.title'])
    .select(inScope(read, { shop: 't.shop_id', owner: 't.assignee_id' }).as('readable'))
    .where('u.rule_id', '=', ruleId)
  if (after) query = query.where(sql<boolean>`(u.at, u.id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('u.at', 'desc').orderBy('u.id', 'desc').limit(most).execute()
}
