import { sql } from 'kysely'
import type { ChannelHealth } from '#contracts/channels/connect'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

/** `by`: whether the service called us, or we it. */
export type KeptHealth = ChannelHealth & { by?: 'hook' | 'call' }

export type ConnectionRow = {
  id: string
  brand_id: string
  kind: string
  key: string
  name: string
  on: boolean
  owner_id: string | null
  settings: Record<string, unknown>
  secrets_enc: Buffer | null
  hook: string | null
  connected_at: Date | null
  health: Partial<KeptHealth>
}

export async function findConnection(tx: Tx, id: string, lock = false): Promise<ConnectionRow | undefined> {
  let query = tx.selectFrom('channels.channel').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  return (await query.executeTakeFirst()) as ConnectionRow | undefined
}

export async function findConnectionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ConnectionRow>> {
  const rows = await tx
    .selectFrom('channels.channel')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as ConnectionRow]))
}

export function insertConnection(
  tx: Tx,
  row: {
    brand_id: string
    id: string
    kind: string
    key: string
    name: string
    hook: string
    created_at: Date
    owner_id: string | null
  },
) {
  return tx.insertInto('channels.channel').values(row).execute()
}

export async function countChannels(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('channels.channel')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

export function saveSettings(
  tx: Tx,
  id: string,
  set: { settings: unknown; secrets_enc: Buffer | null; connected_at: Date | null },
) {
  return tx
    .updateTable('channels.channel')
    .set({ ...set, settings: JSON.stringify(set.settings) })
    .where('id', '=', id)
    .execute()
}

/** Returns whether the state is another than before. */
export async function saveHealth(tx: Tx, id: string, health: KeptHealth): Promise<boolean> {
  const { rows } = await sql<{ before: string }>`
    with old as (select id, coalesce(health->>'state', 'idle') as state from channels.channel where id = ${id}::uuid for update)
    update channels.channel c set health = ${JSON.stringify(health)}::jsonb from old where c.id = old.id returning old.state as before`.execute(
    tx,
  )
  return rows[0] !== undefined && rows[0].before !== health.state
}

export async function channelByHook(services: Services, hook: string) {
  const { rows } = await sql<{
    brand_id: string
    channel_id: string
  }>`select * from channels.channel_by_hook(${hook})`.execute(services.db.open)
  return rows[0]
}

/** Makes the polls of a channel due, at once; known ones keep their cursor. */
export async function startPolls(tx: Tx, brandId: string, channelId: string, names: string[], at: Date) {
  for (const name of names)
    await tx
      .insertInto('channels.poll')
      .values({ brand_id: brandId, channel_id: channelId, name, due_at: at })
      .onConflict((c) => c.columns(['brand_id', 'channel_id', 'name']).doUpdateSet({ due_at: at, tries: 0 }))
      .execute()
}

/** Access tokens are made anew; a chain of refresh tokens stays, because each of them counts only once. */
export async function forgetTokens(tx: Tx, channelId: string) {
  await tx
    .deleteFrom('channels.access_token')
    .where('channel_id', '=', channelId)
    .where('name', 'not like', '%.refresh.%')
    .execute()
}
