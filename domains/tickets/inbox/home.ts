import type { z } from 'zod'
import type { Home } from '#contracts/tickets'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { countMine, countWatched, lastDays, openAlarms, shopLoads } from './home-data.ts'
import * as data from './inbox-data.ts'
import { readerOf, viewRows } from './list-tickets.ts'

/** 今天: what must I do now. Figures only as far as the reader's permissions reach. */
export function readHome(ctx: Ctx): Promise<z.infer<typeof Home>> {
  return ctx.transaction(async (tx) => {
    const reader = await readerOf(tx, ctx)
    const watch = scopeOf(ctx.actor, 'tickets.watch')
    const figures = scopeOf(ctx.actor, 'tickets.seeFigures')
    const [alarms, next, mine, watched, days, shops] = await Promise.all([
      openAlarms(tx, reader.scope, reader.staffId),
      reader.scope ? data.listTickets(tx, reader, { view: 'mine', sort: 'due', limit: 6 }, null) : [],
      countMine(tx, reader),
      watch ? countWatched(tx, watch, ctx.now()) : null,
      figures ? lastDays(tx, figures, ctx.now()) : [],
      figures ? shopLoads(tx, figures, ctx.now()) : [],
    ])
    const names = await findShops(
      tx,
      shops.map((s) => s.shop_id),
    )
    return {
      alarms: await viewRows(tx, ctx, alarms),
      next: await viewRows(tx, ctx, next.slice(0, 6)),
      mine,
      watch: watched,
      days,
      shops: shops.map(({ shop_id, ...load }) => ({
        shop: { id: shop_id, name: names.get(shop_id)?.name ?? '' },
        ...load,
      })),
    }
  })
}
