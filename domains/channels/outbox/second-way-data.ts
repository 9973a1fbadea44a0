import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

export function findOutbound(tx: Tx, id: string) {
  return tx
    .selectFrom('channels.outbound_message as m')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'm.brand_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select(['m.state', 'm.ticket_id', 'm.payload_enc', 'c.kind'])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** The brand's first connected SMS channel that may stand in for others. */
export function fallbackChannel(tx: Tx): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('channels.channel')
    .select('id')
    .where('kind', '=', 'sms')
    .where('on', '=', true)
    .where('connected_at', 'is not', null)
    .where(sql<boolean>`(settings->>'fallback')::boolean`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

/** Of these numbers those to which this channel may not write: opted out, or no number of anybody. */
export async function optedOut(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  phones: readonly string[],
): Promise<Set<string>> {
  if (!phones.length) return new Set()
  const byIndex = new Map(
    phones.map((phone) => [
      ctx.keys.blindIndex(ctx.actor.brandId, `address ${channelId}`, phone).toString('hex'),
      phone,
    ]),
  )
  const { rows } = await sql<{ address: string }>`
    select encode(address_index, 'hex') as address from channels.conversation where channel_id = ${channelId}::uuid and unreachable <> ''
      and address_index in (select decode(x, 'hex') from unnest(${[...byIndex.keys()]}::text[]) as x)`.execute(
    tx,
  )
  return new Set(rows.flatMap((row) => byIndex.get(row.address) ?? []))
}
