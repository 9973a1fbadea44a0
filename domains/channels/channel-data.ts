import { sql } from 'kysely'
import type { ChannelKind } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'

export function listChannels(tx: Tx) {
  return tx
    .selectFrom('channels.channel')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .execute()
}

export function findChannel(tx: Tx, id: string) {
  return tx.selectFrom('channels.channel').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function channelNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('channels.channel')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** The brand's first channel of a kind; undefined when it has none. */
export function channelOfKind(tx: Tx, kind: ChannelKind) {
  return tx
    .selectFrom('channels.channel')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

/** Last message, messages since `since` (counted up to 1000) and faults, per channel. */
export async function channelHealth(tx: Tx, since: Date) {
  const rows = await sql<{ id: string; last: Date | null; today: number; faults: number }>`
    select c.id,
      (select m.received_at from channels.inbound_message m where m.brand_id = c.brand_id and m.channel_id = c.id order by m.received_at desc limit 1) as last,
      (select count(*)::int from (select 1 from channels.inbound_message m where m.brand_id = c.brand_id and m.channel_id = c.id and m.received_at >= ${since} limit 1000) x) as today,
      (select count(*)::int from (select 1 from channels.inbound_message m where m.brand_id = c.brand_id and m.channel_id = c.id and m.state = 'needs_look' limit 1000) x) as faults
    from channels.channel c`.execute(tx)
  return new Map(rows.rows.map((r) => [r.id, r]))
}

export function updateChannel(
  tx: Tx,
  id: string,
  set: { name?: string; on?: boolean; owner_id?: string | null },
) {
  return tx.updateTable('channels.channel').set(set).where('id', '=', id).execute()
}

export async function saveSites(tx: Tx, id: string, origins: string[]): Promise<void> {
  await sql`update channels.channel set settings = settings || ${JSON.stringify({ origins })}::jsonb where id = ${id}::uuid`.execute(
    tx,
  )
}

export function insertChannels(
  tx: Tx,
  rows: { brand_id: string; id: string; kind: string; key: string; name: string; created_at: Date }[],
) {
  return tx.insertInto('channels.channel').values(rows).execute()
}

/** Unless somebody else has just made one of this key. */
export function addChannel(
  tx: Tx,
  row: { brand_id: string; id: string; kind: string; key: string; name: string; created_at: Date },
) {
  return tx
    .insertInto('channels.channel')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'key']).doNothing())
    .execute()
}

export function listCodes(tx: Tx, scope: Scope | null, shopId: string | undefined) {
  let query = tx
    .selectFrom('channels.code as c')
    .selectAll('c')
    .select((e) =>
      e
        .selectFrom('channels.code_scan as s')
        .select((x) => x.fn.coalesce(x.fn.sum<number>('s.scans'), sql<number>`0`).as('n'))
        .whereRef('s.brand_id', '=', 'c.brand_id')
        .whereRef('s.code_id', '=', 'c.id')
        .as('scans'),
    )
    .where(inScope(scope, { shop: 'c.shop_id' }))
  if (shopId) query = query.where('c.shop_id', '=', shopId)
  return query.orderBy('c.shop_id').orderBy('c.label').limit(1000).execute()
}

export function findCode(tx: Tx, scope: Scope | null, id: string) {
  return tx
    .selectFrom('channels.code as c')
    .selectAll()
    .where('c.id', '=', id)
    .where(inScope(scope, { shop: 'c.shop_id' }))
    .executeTakeFirst()
}

export function findCodeById(tx: Tx, id: string) {
  return tx.selectFrom('channels.code').selectAll().where('id', '=', id).executeTakeFirst()
}

export function takenLabels(tx: Tx, shopId: string | null, labels: string[]) {
  return tx
    .selectFrom('channels.code')
    .select('label')
    .where('label', 'in', labels)
    .where('shop_id', shopId ? '=' : 'is', shopId)
    .execute()
}

export type NewCode = {
  brand_id: string
  id: string
  channel_id: string
  slug: string
  place: string
  label: string
  shop_id: string | null
  created_at: Date
}
export function insertCodes(tx: Tx, rows: NewCode[]) {
  return tx.insertInto('channels.code').values(rows).execute()
}

export async function updateCode(tx: Tx, id: string, set: { label?: string; on?: boolean }): Promise<void> {
  if (!Object.values(set).some((v) => v !== undefined)) return
  await tx.updateTable('channels.code').set(set).where('id', '=', id).execute()
}

export async function countScan(tx: Tx, brandId: string, codeId: string, at: Date) {
  await sql`insert into channels.code_scan (brand_id, code_id, day, scans) values (${brandId}::uuid, ${codeId}::uuid, ${at}::timestamptz::date, 1)
    on conflict (brand_id, code_id, day) do update set scans = channels.code_scan.scans + 1`.execute(tx)
}

export async function codeBySlug(db: Pick<Tx, 'getExecutor'>, slug: string) {
  const found = await sql<{
    brand_id: string
    code_id: string
  }>`select * from channels.code_by_slug(${slug})`.execute(db as Tx)
  return found.rows[0]
}

/** What a channel is called and who watches over it. */
export function channelWatcher(tx: Tx, id: string) {
  return tx
    .selectFrom('channels.channel')
    .select(['name', 'kind', 'owner_id'])
    .where('id', '=', id)
    .executeTakeFirst()
}
