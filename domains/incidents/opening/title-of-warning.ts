import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { itemNames } from '#domains/orders'
import { findShops } from '#domains/people'
import { say } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { spokenIn } from './said-in.ts'

const TITLE_MOST = 120

/**
 * What a room opened from an early warning is called after: 西湖银泰店 · 喝到异物 · 红豆 B-0301，4 位顾客.
 * Shape: the playbook's word for what most of these tickets tell, and the batch, else its ingredient, else the product, that more than half of them are about.
 *        No customer's own words stand in it.
 */
export async function titleOfWarning(
  ctx: Ctx,
  tx: Tx,
  of: {
    playbook: Playbook
    plan: EmergencyPlan
    tickets: readonly TicketOfIncident[]
    said: ReadonlyMap<string, string>
  },
): Promise<string> {
  const { playbook, plan, tickets, said } = of
  const shopIds = [...new Set(tickets.flatMap((t) => t.shopId ?? []))]
  const shop = (await findShops(tx, shopIds.slice(0, 1))).get(shopIds[0] ?? '')?.name ?? ''
  const names = { names: shop, count: shopIds.length }
  const risk = mostOf(tickets.map(({ risks }) => risks.filter((key) => plan.risks.includes(key))))
  const heard = playbook.risks.find(({ key }) => key === risk)
  const parts = [
    shopIds.length > 1 ? sentence(ctx.locale, 'incidents-server', 'shopsMany', names) : shop,
    say((heard ?? plan).name, ctx.locale),
    await sharedProduct(tx, tickets, said),
  ]
  const count = new Set(tickets.map((t) => t.customerId ?? t.id)).size
  const what = parts.filter(Boolean).join(' · ')
  return sentence(ctx.locale, 'incidents-server', 'warningTitle', { what, count }).slice(0, TITLE_MOST)
}

/** The batch, else its ingredient, else the product, that more than half of these tickets are about. */
async function sharedProduct(
  tx: Tx,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const spoken = await spokenIn(tx, tickets, said)
  const about = tickets.flatMap(({ id }) => spoken.get(id) ?? [])
  const shared = (lists: readonly (readonly string[])[]) => {
    const most = mostOf(lists)
    const have = lists.filter((one) => most !== undefined && one.includes(most)).length
    return have * 2 > tickets.length ? most : undefined
  }
  const named =
    shared(about.map((one) => one.batches.map((b) => `${b.ingredient} ${b.code}`))) ??
    shared(about.map((one) => [...new Set(one.batches.map((b) => b.ingredient))]))
  const item = named === undefined && shared(about.map((one) => one.itemIds))
  return item ? (await itemNames(tx, [item])).get(item) : named
}

/** What stands in most of these lists, of several alike the first. */
function mostOf(lists: readonly (readonly string[])[]): string | undefined {
  const counts = new Map<string, number>()
  for (const key of lists.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
