import type { Locale } from '#contracts/kit'
import { noteOrder, rememberAddress, tabooLines } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { clashes } from '../kitchen/clashes.ts'
import type { OrderData } from './order-data.ts'
import type { OrderDesk } from './order-desk.ts'
import { spentMinor, wasCancelled } from './order-money.ts'

/** Only what may harm; whoever likes little ice says so with the order. */
const WORDS = {
  allergy: { 'zh-CN': '过敏：', 'zh-TW': '過敏：', en: 'Allergy: ' },
  taboo: { 'zh-CN': '忌口：', 'zh-TW': '忌口：', en: 'No ' },
  skin: { 'zh-CN': '肤质：', 'zh-TW': '膚質：', en: 'Skin: ' },
} as const
const CONTAINS = {
  'zh-CN': (item: string, what: string) => `注意：${item}含${what}`,
  'zh-TW': (item: string, what: string) => `注意：${item}含${what}`,
  en: (item: string, what: string) => `Careful: ${item} contains ${what}`,
}

/**
 * What must not go into this order, as every screen shows it: the customer's taboos, and before them each ordered item that meets one.
 * Shape: 注意：坚果拿铁含坚果, 过敏：坚果.
 */
export async function taboosFor(
  tx: Tx,
  ctx: Ctx,
  customerId: string | null,
  items: readonly { name: string; allergens: readonly string[] }[],
  locale: string,
): Promise<string[]> {
  if (!customerId) return []
  const language = (locale in CONTAINS ? locale : 'zh-CN') as Locale
  const known = await tabooLines(tx, ctx, customerId)
  const harmful = known.filter(({ kind }) => kind in WORDS)
  const own = known.map(({ kind, value }) =>
    kind in WORDS ? `${WORDS[kind as keyof typeof WORDS][language]}${value}` : value,
  )
  const values = harmful.map(({ value }) => value)
  const met = items.flatMap(({ name, allergens }) =>
    clashes(allergens, values).map((what) => CONTAINS[language](name, what)),
  )
  return [...new Set([...met, ...own])]
}

/** The customer's file learns where it went and what was spent; once per order, when it is placed. */
export async function rememberOrder(desk: OrderDesk): Promise<void> {
  const { order } = desk
  if (!order.customer_id || order.status === 'draft') return
  await Promise.all([noteStanding(desk), rememberPlace(desk)])
}

export async function rememberPlace({ tx, ctx, order }: OrderDesk): Promise<void> {
  const text = ctx.keys.open(order.brand_id, order.address_enc)
  if (!order.customer_id || !text) return
  await rememberAddress(tx, ctx, order.customer_id, {
    text,
    ...(order.lat === null || order.lng === null ? {} : { lat: order.lat, lng: order.lng }),
  })
}

/** The order is worth more or less, contains something else, or is none any more. Drafts are not counted. */
export async function noteStanding({ tx, ctx, order, items }: OrderDesk): Promise<void> {
  if (!order.customer_id || order.status === 'draft') return
  await noteOrder(tx, ctx, [standing(order, items)])
}

/** As it stands now: whoever says it again says nothing new. */
export function standing(order: OrderData, items: readonly { name: string }[]) {
  return {
    id: order.id,
    customerId: order.customer_id!,
    at: order.placed_at,
    shopId: order.shop_id,
    kind: order.kind,
    counts: !wasCancelled(order),
    spentMinor: spentMinor(order),
    items: [...new Set(items.map((item) => item.name))],
  }
}
