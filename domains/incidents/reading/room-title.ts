import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { findShops, type ShopName } from '#domains/people'
import { say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { may } from '#platform/permissions'
import type { IncidentRow } from '../desk/desk-data.ts'

export type Titled = Pick<IncidentRow, 'title' | 'title_of_ticket' | 'shop_ids' | 'whole_brand'> & {
  /** The plan that the room follows; its name is enough. */
  plan: unknown
}

/**
 * What each of these rooms is called for this reader (G1): a title that was taken over from a ticket is in a customer's words, which may name people,
 * so whoever may not know who it is reads the risk and the shop instead.
 * Shape: for these rooms only.
 */
export async function roomTitlesFor(
  ctx: Ctx,
  tx: Tx,
  rows: readonly Titled[],
): Promise<(row: Titled) => string> {
  const covered = may(ctx.actor, 'incidents.readNames') ? [] : rows.filter((row) => row.title_of_ticket)
  if (!covered.length) return ({ title }) => title
  const shops = await findShops(tx, [...new Set(covered.flatMap((row) => row.shop_ids.slice(0, 1)))])
  return (row) => (row.title_of_ticket ? plainTitle(ctx, row, shops) : row.title)
}

function plainTitle(
  { locale }: Ctx,
  { plan, shop_ids, whole_brand }: Titled,
  shops: ReadonlyMap<string, ShopName>,
): string {
  const risk = say((plan as Pick<EmergencyPlan, 'name'>).name, locale)
  const first = shops.get(shop_ids[0] ?? '')?.name
  if (!first || whole_brand) return risk
  const told = { names: first, count: shop_ids.length }
  return `${risk} · ${told.count > 1 ? sentence(locale, 'incidents-server', 'shopsMany', told) : first}`
}
