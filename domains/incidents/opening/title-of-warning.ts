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
 * What a room opened from an early warning is called after: 西湖银泰店 · 喝到异物 · 红豆 B-0301.
 * Shape: the playbook's word for what most of these tickets tell, and the batch, else its ingredient, else the product, that more than half of them are about. How many
 *        they are is not in it: more come. No customer's own words stand in it.
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
  const [risk] = counted(tickets.map(({ risks }) => risks.filter((key) => plan.risks.includes(key))))[0] ?? []
  const heard = playbook.risks.find(({ key }) => key === risk)
  const parts = [
    shopIds.length > 1 ? sentence(ctx.locale, 'incidents-server', 'shopsMany', names) : shop,
    say((heard ?? plan).name, ctx.locale),
    await sharedProduct(tx, tickets, said),
  ]
  return parts.filter(Boolean).join(' · ').slice(0, TITLE_MOST)
}

/**
 * The batch, else its ingredient, else the product, that more than half of these tickets are about.
 * Shape: one ticket alone, which knows only what its product is made of, says nothing of a batch; nor do several that all have the same number.
 */
async function sharedProduct(
  tx: Tx,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const spoken = await spokenIn(tx, tickets, said)
  const about = tickets.flatMap(({ id }) => spoken.get(id) ?? [])
  const shared = (lists: readonly (readonly string[])[]) => {
    const [first, second] = counted(lists)
    return first && first[1] * 2 > tickets.length && first[1] !== second?.[1] ? first[0] : undefined
  }
  const made =
    tickets.length > 1
      ? (shared(about.map((one) => one.batches.map((b) => `${b.ingredient} ${b.code}`))) ??
        shared(about.map((one) => [...new Set(one.batches.map((b) => b.ingredient))])))
      : undefined
  const item = made === undefined && shared(about.map((one) => one.itemIds))
  return item ? (await itemNames(tx, [item])).get(item) : made
}

/** In how many of these lists each stands, the most frequent first. */
function counted(lists: readonly (readonly string[])[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const key of lists.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
