import type { z } from 'zod'
import type { Sort, View } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import {
  MOST_COUNTED_VIEWS,
  MOST_VIEWS,
  type OrderViews,
  type SavedView,
  type SavedViewCounts,
  type SaveView,
} from '#contracts/tickets/inbox'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { may, scopeOf } from '#platform/permissions'
import { askedOf } from '../filter/asked.ts'
import { countPages } from '../filter/count-data.ts'
import { newId } from '../handling/desk.ts'
import { inboxErrors } from '../inbox/errors.ts'
import { COUNTED_TO } from '../inbox/inbox-data.ts'
import * as data from './saved-view-data.ts'

/** My views in my order, then those that others share. */
export function listViews(ctx: Ctx): Promise<SavedView[]> {
  return ctx.transaction((tx) => viewsOf(tx, ctx))
}

/**
 * How many tickets each of the first views has, within the reader's own reach.
 * Shape: all in one statement, counted to 1000 and over a bounded number of rows; `more` says that there are at least so many.
 */
export function countSavedViews(ctx: Ctx): Promise<z.infer<typeof SavedViewCounts>> {
  return ctx.transaction(async (tx) => {
    const views = (await data.readableViews(tx, staffOf(ctx).staffId, MOST_VIEWS)).slice(
      0,
      MOST_COUNTED_VIEWS,
    )
    const whole = await askedOf(tx, ctx, {
      view: 'every',
      conditions: views.flatMap((view) => view.conditions as Conditions),
    })
    const lists = views.map((view) => ({
      ...whole,
      view: view.view as View,
      conditions: view.conditions as Conditions,
      sort: view.sort as Sort,
    }))
    const counts = await countPages(tx, lists, COUNTED_TO)
    return Object.fromEntries(views.map((view, i) => [view.id, counts[i]!]))
  })
}

/** Errors: inbox.mayNotShare, inbox.tooManyViews. */
export function createView(ctx: Ctx, input: z.infer<typeof SaveView>): Promise<SavedView> {
  return ctx.transaction(async (tx) => {
    const { staffId } = staffOf(ctx)
    if (input.shared) refuseSharing(ctx)
    if ((await data.countOwn(tx, staffId)) >= MOST_VIEWS) throw inboxErrors.tooManyViews({ most: MOST_VIEWS })
    const id = newId()
    await data.insertView(tx, {
      brand_id: ctx.actor.brandId,
      id,
      owner_id: staffId,
      ...stored(input),
      at: ctx.now(),
    })
    if (input.shared) await recordSharing(tx, ctx, id, input.name, true)
    return viewOf(tx, ctx, id)
  })
}

/** Errors: inbox.viewNotFound (also for one that is only another's to change), inbox.mayNotShare. */
export function changeView(ctx: Ctx, id: string, input: z.infer<typeof SaveView>): Promise<SavedView> {
  return ctx.transaction(async (tx) => {
    const before = await changeable(tx, ctx, id)
    if (input.shared && !before.shared) refuseSharing(ctx)
    await data.updateView(tx, id, { ...stored(input), at: ctx.now() })
    if (input.shared !== before.shared) await recordSharing(tx, ctx, id, input.name, input.shared)
    return viewOf(tx, ctx, id, before)
  })
}

export function removeView(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const before = await changeable(tx, ctx, id)
    await data.deleteView(tx, id)
    if (before.shared) await recordSharing(tx, ctx, id, before.name, false)
  })
}

export function sortViews(ctx: Ctx, input: z.infer<typeof OrderViews>): Promise<SavedView[]> {
  return ctx.transaction(async (tx) => {
    await data.orderViews(tx, staffOf(ctx).staffId, input.ids)
    return viewsOf(tx, ctx)
  })
}

/** Errors: inbox.viewNotFound. */
export async function loadView(tx: Tx, ctx: Ctx, id: string): Promise<data.ViewRow> {
  const row = await data.findView(tx, staffOf(ctx).staffId, id)
  if (!row) throw inboxErrors.viewNotFound()
  return row
}

async function changeable(tx: Tx, ctx: Ctx, id: string): Promise<data.ViewRow> {
  const row = await loadView(tx, ctx, id)
  if (!mayChange(ctx, row)) throw inboxErrors.viewNotFound()
  return row
}

/** One's own; what is shared also whoever shares for the whole brand, so that a leaver's views can be looked after. */
function mayChange(ctx: Ctx, row: data.ViewRow): boolean {
  if (row.owner_id === staffOf(ctx).staffId) return true
  return row.shared && scopeOf(ctx.actor, 'tickets.shareViews')?.shops === 'all'
}

function refuseSharing(ctx: Ctx): void {
  if (!may(ctx.actor, 'tickets.shareViews')) throw inboxErrors.mayNotShare({}, 'shared')
}

function stored(input: z.infer<typeof SaveView>) {
  const { name, shared, view, sort, columns } = input
  return { name, shared, view, sort, columns: [...columns], conditions: JSON.stringify(input.conditions) }
}

async function viewsOf(tx: Tx, ctx: Ctx): Promise<SavedView[]> {
  const rows = await data.readableViews(tx, staffOf(ctx).staffId, MOST_VIEWS)
  const names = await findStaffNames(tx, [...new Set(rows.map((row) => row.owner_id))])
  return rows.map((row) => shown(ctx, row, names))
}

/** `known` when the change may have taken it out of the person's own sight. */
async function viewOf(tx: Tx, ctx: Ctx, id: string, known?: data.ViewRow): Promise<SavedView> {
  const row = (await data.findView(tx, staffOf(ctx).staffId, id)) ?? { ...known!, shared: false }
  return shown(ctx, row, await findStaffNames(tx, [row.owner_id]))
}

function shown(ctx: Ctx, row: data.ViewRow, names: ReadonlyMap<string, string>): SavedView {
  return {
    id: row.id,
    name: row.name,
    shared: row.shared,
    owner: { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
    canChange: mayChange(ctx, row),
    view: row.view as View,
    conditions: row.conditions as Conditions,
    sort: row.sort as Sort,
    columns: row.columns as SavedView['columns'],
  }
}

function recordSharing(tx: Tx, ctx: Ctx, id: string, name: string, shared: boolean): Promise<void> {
  const action = shared ? 'tickets.shareView' : 'tickets.unshareView'
  return audit(tx, ctx, { action, subjectKind: 'saved_view', subjectId: id, subject: name })
}
