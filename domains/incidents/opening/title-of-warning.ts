import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { itemNames, spokenOf } from '#domains/orders'
import { findShops } from '#domains/people'
import { say } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'

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
  const spoken = await spokenOf(
    tx,
    tickets.map(({ id, shopId, heardAt, title }) => ({
      ticketId: id,
      shopId,
      at: heardAt,
      text: said.get(id) ?? title,
    })),
  )
  const about = tickets.flatMap(({ id }) => spoken.get(id) ?? [])
  const isShared = (list: readonly (readonly string[])[], key: string | undefined) =>
    key !== undefined && list.filter((one) => one.includes(key)).length * 2 > tickets.length
  const batches = about.map((one) => one.batches.map((b) => `${b.ingredient} ${b.code}`))
  const ingredients = about.map((one) => [...new Set(one.batches.map((b) => b.ingredient))])
  const items = about.map((one) => one.itemIds)
  const [batch, ingredient, item] = [mostOf(batches), mostOf(ingredients), mostOf(items)]
  const product = isShared(batches, batch)
    ? batch
    : isShared(ingredients, ingredient)
      ? ingredient
      : isShared(items, item) && (await itemNames(tx, [item!])).get(item!)
  const parts = [
    shopIds.length > 1 ? sentence(ctx.locale, 'incidents-server', 'shopsMany', names) : shop,
    say((heard ?? plan).name, ctx.locale),
    product,
  ]
  const count = new Set(tickets.map((t) => t.customerId ?? t.id)).size
  const what = parts.filter(Boolean).join(' · ')
  return sentence(ctx.locale, 'incidents-server', 'warningTitle', { what, count }).slice(0, TITLE_MOST)
}

/** What stands in most of these lists, of several alike the first. */
function mostOf(lists: readonly (readonly string[])[]): string | undefined {
  const counts = new Map<string, number>()
  for (const key of lists.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
