import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openPayload } from './payload.ts'
import { findOutbound } from './second-way-data.ts'
import type { News } from './write-to-customer.ts'

/** News about something else than a ticket that did not arrive: what was said, about what, and which sort of channel failed. */
export type FailedNews = Pick<News, 'text' | 'about'> & { kind: string }

/** Shape: null for what belongs to a ticket, was a deed, or has not failed. */
export async function failedNews(tx: Tx, ctx: Ctx, outboundId: string): Promise<FailedNews | null> {
  const failed = await findOutbound(tx, outboundId)
  if (failed?.state !== 'failed' || failed.ticket_id) return null
  const { text, ticket, purpose } = openPayload(ctx, failed.payload_enc)
  return purpose === 'notice' && ticket ? { text, about: ticket, kind: failed.kind } : null
}
