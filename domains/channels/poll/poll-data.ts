import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type DuePoll = { brand_id: string; channel_id: string; name: string }

export async function duePolls(services: Services, at: Date, most: number): Promise<DuePoll[]> {
  const { rows } = await sql<DuePoll>`select * from channels.polls_due(${at}, ${most})`.execute(
    services.db.open,
  )
  return rows
}

/** Takes one poll for so long; undefined when another worker has it. Shape: `tries` counts this one. */
export function leasePoll(tx: Tx, { channel_id, name }: DuePoll, at: Date, until: Date) {
  return tx
    .updateTable('channels.poll')
    .set((e) => ({ due_at: until, tries: e('tries', '+', 1) }))
    .where('channel_id', '=', channel_id)
    .where('name', '=', name)
    .where('due_at', '<=', at)
    .returning(['cursor', 'tries'])
    .executeTakeFirst()
}

/** When it is asked again; with a cursor it went well. */
export async function settlePoll(
  tx: Tx,
  { channel_id, name }: DuePoll,
  dueAt: Date,
  cursor?: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable('channels.poll')
    .set({ due_at: dueAt, ...(cursor ? { cursor: JSON.stringify(cursor), tries: 0 } : {}) })
    .where('channel_id', '=', channel_id)
    .where('name', '=', name)
    .execute()
}
