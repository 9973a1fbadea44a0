import type { Sort, TicketQuery, View } from '#contracts/tickets'
import type { Condition, Conditions } from '#contracts/tickets/filter'
import { findShopsByRegion } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { type Ctx, type StaffActor, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import type { Asked } from './asked-data.ts'
import type { Reader } from './view-data.ts'

/** What is asked, as the database is asked it: with the reader's own reach for reading tickets. */
export async function askedOf(
  tx: Tx,
  ctx: Ctx,
  filter: { view: View; conditions: Conditions; sort?: Sort },
): Promise<Asked> {
  const needsRegions = filter.conditions.some((c) => c.field === 'region')
  return {
    brandId: ctx.actor.brandId,
    reader: await readerOf(tx, ctx),
    view: filter.view,
    conditions: filter.conditions,
    sort: filter.sort ?? 'updated',
    shopsOf: needsRegions ? await findShopsByRegion(tx) : new Map(),
  }
}

export async function readerOf(tx: Tx, ctx: Ctx): Promise<Reader> {
  const staff = staffOf(ctx)
  return {
    staffId: staff.staffId,
    scope: scopeOf(staff, 'tickets.read'),
    teams: await teamsOf(tx, staff),
    now: ctx.now(),
  }
}

async function teamsOf(tx: Tx, staff: StaffActor): Promise<string[]> {
  const { playbook } = await playbookInForce(tx)
  const roles = new Set(staff.grants.map((g) => g.role))
  return playbook.teams.filter((t) => t.roles.some((r) => roles.has(r))).map((t) => t.key)
}

type Single = Pick<
  TicketQuery,
  'shop' | 'kind' | 'priority' | 'status' | 'category' | 'channel' | 'assignee' | 'reopened'
>

/** The single parameters of an address, said as conditions. */
export function conditionsOf(query: Single): Condition[] {
  const conditions: Condition[] = []
  const is = 'is' as const
  if (query.shop) conditions.push({ field: 'shop', op: is, values: [query.shop] })
  if (query.kind) conditions.push({ field: 'kind', op: is, values: [query.kind] })
  if (query.priority) conditions.push({ field: 'priority', op: is, values: [query.priority] })
  if (query.status) conditions.push({ field: 'status', op: is, values: [query.status] })
  if (query.category) conditions.push({ field: 'category', op: is, values: [query.category] })
  if (query.channel) conditions.push({ field: 'channel', op: is, values: [query.channel] })
  if (query.assignee) conditions.push({ field: 'assignee', op: is, values: [query.assignee] })
  if (query.reopened !== undefined)
    conditions.push(
      query.reopened
        ? { field: 'cycle', op: 'at_least', value: 2 }
        : { field: 'cycle', op: 'at_most', value: 1 },
    )
  return conditions
}
