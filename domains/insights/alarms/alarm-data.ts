import { type Selectable, sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Scope } from '#platform/permissions'

export type AlarmData = Selectable<DB['insights.alarm']>

/** The reader's reach: an alarm that touches one of the shops; the whole brand sees all. */
function inReach(scope: Scope | null) {
  if (!scope) return sql<boolean>`false`
  return scope.shops === 'all' ? sql<boolean>`true` : sql<boolean>`shop_ids && ${scope.shops}::uuid[]`
}

/** Those that new voices may belong to: raised lately, or said to be none and still quiet. */
export function alarmsLately(tx: Tx, since: Date, now: Date): Promise<AlarmData[]> {
  return tx
    .selectFrom('insights.alarm')
    .selectAll()
    .where((e) => e.or([e('sign_at', '>', since), e('quiet_until', '>', now)]))
    .orderBy('raised_at', 'desc')
    .limit(500)
    .forUpdate()
    .execute()
}

const plotOf = (plot: AlarmData['plot']) => JSON.stringify(plot)

export async function insertAlarm(tx: Tx, row: AlarmData): Promise<void> {
  await tx
    .insertInto('insights.alarm')
    .values({ ...row, plot: plotOf(row.plot) })
    .execute()
}

export async function updateAlarm(tx: Tx, id: string, set: Partial<AlarmData>): Promise<void> {
  const { plot, ...plain } = set
  await tx
    .updateTable('insights.alarm')
    .set({ ...plain, ...(plot === undefined ? {} : { plot: plotOf(plot) }) })
    .where('id', '=', id)
    .execute()
}

/** Where and when these tickets spoke, when that was bought, and which may do harm. */
export async function saidBy(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<Pick<Selectable<DB['insights.voice']>, (typeof SPOKEN)[number]>[]> {
  return tx
    .selectFrom('insights.voice')
    .select(SPOKEN)
    .where(sql<boolean>`ticket_id = any(${[...ticketIds]}::uuid[])`)
    .execute()
}

const SPOKEN = ['ticket_id', 'at', 'bought_at', 'shop_id', 'urgent', 'said'] as const

type Place = { raisedAt: Date; id: string } | null

export function listAlarms(
  tx: Tx,
  scope: Scope | null,
  view: 'open' | 'ended',
  after: Place,
  most: number,
): Promise<AlarmData[]> {
  return tx
    .selectFrom('insights.alarm')
    .selectAll()
    .where('state', view === 'open' ? '!=' : '=', 'dismissed')
    .where(inReach(scope))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(raised_at, id) < (${after!.raisedAt}, ${after!.id}::uuid)`),
    )
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export async function countNew(
  tx: Tx,
  scope: Scope | null,
  most: number,
): Promise<{ new: number; urgent: number }> {
  const { rows } = await sql<{ new: number; urgent: number }>`
    select count(*)::int as new, (count(*) filter (where urgent))::int as urgent
    from (select urgent from insights.alarm where state = 'new' and ${inReach(scope)}
      order by urgent desc limit ${most}) a`.execute(tx)
  return rows[0]!
}

export function findAlarm(tx: Tx, scope: Scope | null, id: string): Promise<AlarmData | undefined> {
  return tx
    .selectFrom('insights.alarm')
    .selectAll()
    .where('id', '=', id)
    .where(inReach(scope))
    .executeTakeFirst()
}

export function lockAlarm(tx: Tx, scope: Scope | null, id: string): Promise<AlarmData | undefined> {
  return tx
    .selectFrom('insights.alarm')
    .selectAll()
    .where('id', '=', id)
    .where(inReach(scope))
    .forUpdate()
    .executeTakeFirst()
}

export async function callsDue(db: Database['open'], at: Date, most: number) {
  const { rows } = await sql<{ brand_id: string; id: string }>`
    select brand_id, id from insights.calls_due(${at}, ${most})`.execute(db)
  return rows
}

/** One that still has to call; undefined when it has been looked at, has called, or somebody else has it. */
export function lockCall(tx: Tx, id: string, at: Date): Promise<AlarmData | undefined> {
  return tx
    .selectFrom('insights.alarm')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'new')
    .where('next_at', '<=', at)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** How many voices were listened to lately, up to so many. */
export async function voicesSince(tx: Tx, since: Date, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from
    (select 1 from insights.voice where at > ${since} limit ${most}) v`.execute(tx)
  return rows[0]!.n
}
