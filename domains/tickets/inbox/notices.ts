import type { z } from 'zod'
import type { NoticeList } from '#contracts/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { inScope, scopeOf } from '#platform/permissions'

const MOST = 30

/** What happened that concerns me, newest first. */
export function listNotices(ctx: Ctx): Promise<z.infer<typeof NoticeList>> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    const rows = await tx
      .selectFrom('tickets.notice as n')
      .innerJoin('tickets.ticket as t', (j) =>
        j.onRef('t.brand_id', '=', 'n.brand_id').onRef('t.id', '=', 'n.ticket_id'),
      )
      .select(['n.id', 'n.at', 'n.kind', 'n.ticket_id', 't.number', 't.title', 'n.seen_at'])
      .where('n.staff_id', '=', staffId)
      .where(inScope(scopeOf(ctx.actor, 'tickets.read'), { shop: 't.shop_id', owner: 't.assignee_id' }))
      .orderBy('n.id', 'desc')
      .limit(MOST)
      .execute()
    return {
      notices: rows.map((r) => ({
        id: r.id,
        at: r.at.toISOString(),
        kind: r.kind as 'alarm',
        ticketId: r.ticket_id,
        number: `HY-${r.number}`,
        title: r.title,
        seen: r.seen_at !== null,
      })),
      unseen: rows.filter((r) => !r.seen_at).length,
    }
  })
}

export function seeNotices(ctx: Ctx): Promise<void> {
  return ctx.transaction(async (tx) => {
    await tx
      .updateTable('tickets.notice')
      .set({ seen_at: ctx.now() })
      .where('staff_id', '=', staffOf(ctx).staffId)
      .where('seen_at', 'is', null)
      .execute()
  })
}
