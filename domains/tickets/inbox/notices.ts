import type { z } from 'zod'
import type { NoticeList } from '#contracts/tickets/home'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { noticesOf, seeAll } from './notice-data.ts'

const MOST = 30

/** What happened that concerns me, newest first. */
export function listNotices(ctx: Ctx): Promise<z.infer<typeof NoticeList>> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const rows = await noticesOf(tx, scopeOf(ctx.actor, 'tickets.read'), staffId, MOST)
    return {
      notices: rows.map((r) => ({
        id: r.id,
        at: r.at.toISOString(),
        kind: r.kind as 'alarm',
        ticketId: r.ticket_id,
        number: `HY-${r.number}`,
        title: r.title,
        seen: r.seen_at !== null,
        tab: r.tab,
      })),
      unseen: rows.filter((r) => !r.seen_at).length,
    }
  })
}

export function seeNotices(ctx: Ctx): Promise<void> {
  return ctx.transaction(async (tx) => {
    await seeAll(tx, staffOf(ctx).staffId, ctx.now())
  })
}
