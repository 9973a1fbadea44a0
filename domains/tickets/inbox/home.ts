import type { z } from 'zod'
import type { Conditions } from '#contracts/tickets/filter'
import type { Home } from '#contracts/tickets/home'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { may, type Scope, scopeOf } from '#platform/permissions'
import { readerOf } from '../filter/asked.ts'
import { type ListRow, listPage } from '../filter/filter-data.ts'
import type { Reader } from '../filter/view-data.ts'
import { countTodos } from '../tasks/todo-data.ts'
import { countMine, countWatched, lastDays, openAlarms, shopLoads } from './home-data.ts'
import { viewRows } from './list-tickets.ts'

const NEXT = 6

/** 今天: what must I do now. Figures only as far as the reader's permissions reach. */
export async function readHome(ctx: Ctx): Promise<z.infer<typeof Home>> {
  const [now, figures] = [ctx.now(), scopeOf(ctx.actor, 'tickets.seeFigures')]
  const [work, load] = await Promise.all([
    readWork(ctx),
    figures ? readLoad(ctx, figures, now) : { days: [], shops: [] },
  ])
  return { ...work, ...load }
}

function readWork(ctx: Ctx) {
  return ctx.transaction(async (tx) => {
    const reader = await readerOf(tx, ctx)
    const watch = scopeOf(ctx.actor, 'tickets.watch')
    const [alarms, next, mine, watched, todos] = await Promise.all([
      openAlarms(tx, reader.scope, reader.staffId),
      reader.scope ? nextOf(tx, ctx, reader) : [],
      countMine(tx, reader),
      watch ? countWatched(tx, watch, ctx.now()) : null,
      may(ctx.actor, 'tickets.doTasks') ? countTodos(tx, reader.staffId, ctx.now()) : null,
    ])
    return {
      alarms: (await viewRows(tx, ctx, alarms)).map((row, n) => ({
        ...row,
        raisedAt: alarms[n]!.raised_at.toISOString(),
      })),
      next: await viewRows(tx, ctx, next),
      mine,
      watch: watched,
      todos,
    }
  })
}

/** What is P1, then the others; both in the order of their clocks. */
async function nextOf(tx: Tx, ctx: Ctx, reader: Reader): Promise<ListRow[]> {
  const asked = { view: 'mine', sort: 'due', shopsOf: new Map(), brandId: ctx.actor.brandId, reader } as const
  const page = async (conditions: Conditions) =>
    (await listPage(tx, { ...asked, conditions }, { after: null, limit: NEXT })).rows
  const [urgent, all] = await Promise.all([page([{ field: 'priority', op: 'is', values: ['P1'] }]), page([])])
  return [...urgent, ...all.filter((row) => row.priority !== 'P1')].slice(0, NEXT)
}

/** Figures may lag a moment behind, so they come from the replica when there is one. */
function readLoad(ctx: Ctx, figures: Scope, now: Date) {
  return ctx.reading(async (tx) => {
    const [days, loads] = await Promise.all([lastDays(tx, figures, now), shopLoads(tx, figures, now)])
    const names = await findShops(
      tx,
      loads.map((s) => s.shop_id),
    )
    const shops = loads.map(({ shop_id, ...load }) => ({
      shop: { id: shop_id, name: names.get(shop_id)?.name ?? '' },
      ...load,
    }))
    return { days, shops }
  })
}
