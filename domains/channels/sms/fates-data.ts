import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** What a service has taken and not yet told the fate of, the oldest first. */
export async function sentWithoutFate(
  tx: Tx,
  channelId: string,
  { after, before, most }: { after: { at: Date; id: string }; before: Date; most: number },
): Promise<{ id: string; external_id: string; sent_at: Date; address_enc: Buffer }[]> {
  const { rows } = await sql<{ id: string; external_id: string; sent_at: Date; address_enc: Buffer }>`
    select m.id, m.external_id, m.sent_at, c.address_enc from channels.outbound_message m
    join channels.conversation c on c.brand_id = m.brand_id and c.id = m.conversation_id
    where m.channel_id = ${channelId}::uuid and m.state = 'sent' and m.external_id is not null
      and (m.sent_at, m.id::text) > (${after.at}::timestamptz, ${after.id}) and m.sent_at <= ${before}
    order by m.sent_at, m.id::text limit ${most}`.execute(tx)
  return rows
}
