import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type Unheard = { brand_id: string; channel_id: string }

/** Channels of these kinds that nobody listens to, of all brands. */
export async function unheardChannels(services: Services, kinds: string[], at: Date): Promise<Unheard[]> {
  const { rows } = await sql<Unheard>`select * from channels.listeners_due(${kinds}::text[], ${at})`.execute(
    services.db.open,
  )
  return rows
}

type Lease = { holder: string; at: Date; until: Date }

/** Takes the task, or keeps what this holder has; returns the tries so far, undefined when somebody else has it. */
export async function leaseListener(
  tx: Tx,
  { brand_id, channel_id }: Unheard,
  { holder, at, until }: Lease,
): Promise<number | undefined> {
  const { rows } = await sql<{ tries: number }>`
    insert into channels.listener as l (brand_id, channel_id, holder, until)
    values (${brand_id}::uuid, ${channel_id}::uuid, ${holder}::uuid, ${until})
    on conflict (brand_id, channel_id) do update set holder = excluded.holder, until = excluded.until
      where l.holder = excluded.holder or l.until <= ${at}
    returning tries`.execute(tx)
  return rows[0]?.tries
}

/** Gives the task back; nobody takes it before `until`. One that was lost to somebody else stays theirs. */
export async function releaseListener(
  tx: Tx,
  channelId: string,
  { holder, until, tries }: { holder: string; until: Date; tries: number },
): Promise<void> {
  await tx
    .updateTable('channels.listener')
    .set({ holder: null, until, tries })
    .where('channel_id', '=', channelId)
    .where('holder', '=', holder)
    .execute()
}

export async function readCursor(tx: Tx, channelId: string, name: string): Promise<Record<string, unknown>> {
  const row = await tx
    .selectFrom('channels.poll')
    .select('cursor')
    .where('channel_id', '=', channelId)
    .where('name', '=', name)
    .executeTakeFirst()
  return (row?.cursor as Record<string, unknown> | undefined) ?? {}
}

export async function moveCursor(
  tx: Tx,
  channelId: string,
  name: string,
  cursor: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable('channels.poll')
    .set({ cursor: JSON.stringify(cursor) })
    .where('channel_id', '=', channelId)
    .where('name', '=', name)
    .execute()
}
