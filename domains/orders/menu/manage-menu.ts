import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { ItemOption, MenuItem, MenuShop, SaveItem, SaveShopItem } from '#contracts/orders/menu'
import { listShops } from '#domains/people'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { checkOptions } from './check-item.ts'
import { inShop, tellMenuChanged } from './in-shop.ts'
import * as data from './menu-data.ts'
import { inMenuOrder } from './menu-order.ts'
import { viewItem } from './view-menu.ts'

/** The menu of the brand, or as one shop sells it now. Errors: orders.shopUnknown. */
export function readMenu(ctx: Ctx, shopId?: string): Promise<MenuItem[]> {
  return ctx.transaction(async (tx) => {
    if (shopId && !covers(scopeOf(ctx.actor, 'orders.readMenu'), { shopId }))
      throw orderErrors.shopUnknown({}, 'shopId')
    const rows: (data.ItemRow | data.ShopItemRow)[] = shopId
      ? await data.shopMenu(tx, shopId, ctx.now())
      : await data.brandMenu(tx)
    const stopped = await data.stopReasons(tx, shopId ?? null)
    const stations = shopId ? (await data.stationsOf(tx, shopId)).map((s) => s.key) : []
    return inMenuOrder(rows.map((row) => viewItem(row, { stopped, stations })))
  })
}

/** The shops whose menu the reader may see. */
export function readMenuShops(ctx: Ctx): Promise<MenuShop[]> {
  const run = scopeOf(ctx.actor, 'orders.runShop')
  const stop = scopeOf(ctx.actor, 'orders.stopSale')
  return ctx.transaction(async (tx) => {
    const shops = await listShops(tx, scopeOf(ctx.actor, 'orders.readMenu')?.shops ?? [])
    return shops.map((shop) => ({
      ...shop,
      mayRun: covers(run, { shopId: shop.id }),
      mayStop: covers(stop, { shopId: shop.id }),
    }))
  })
}

/**
 * Makes or changes one item of the brand's menu.
 * Errors: orders.notFound; orders.skuTaken when another has this SKU; orders.optionDoubled, orders.optionImpossible.
 */
export function saveItem(ctx: Ctx, id: string | null, input: z.infer<typeof SaveItem>): Promise<string> {
  checkOptions(input.options)
  return ctx.transaction(async (tx) => {
    const before = id ? await data.lockItem(tx, id) : undefined
    if (id && !before) throw orderErrors.notFound()
    const itemId = id ?? uuidv7()
    const { sku, makeS, priceMinor, options, ...rest } = input
    const saved = await data.saveItemRow(tx, {
      ...rest,
      brand_id: ctx.actor.brandId,
      id: itemId,
      code: sku,
      price_minor: priceMinor,
      make_s: makeS,
      options: JSON.stringify(options),
      updated_at: ctx.now(),
    })
    if (!saved) throw orderErrors.skuTaken({ sku }, 'sku')
    await tellMenuChanged(tx, ctx, null)
    await audit(tx, ctx, {
      action: id ? 'orders.changeItem' : 'orders.addItem',
      subjectKind: 'menu_item',
      subjectId: itemId,
      subject: input.name,
      data: before ? { before: factsOf(savedBefore(before)), after: factsOf(input) } : factsOf(input),
    })
    return itemId
  })
}

/** Sold out here, off the menu here, or an own price. Errors: orders.notFound, orders.itemUnknown, orders.untilPast. */
export function saveShopItem(
  ctx: Ctx,
  shopId: string,
  itemId: string,
  input: z.infer<typeof SaveShopItem>,
): Promise<void> {
  const until = input.state === 'sold_out' && input.until ? new Date(input.until) : null
  if (until && until <= ctx.now()) throw orderErrors.untilPast({}, 'until')
  return inShop(ctx, shopId, async (tx) => {
    const item = await data.findItem(tx, itemId)
    if (!item) throw orderErrors.itemUnknown()
    await data.saveShopItemRow(tx, {
      brand_id: ctx.actor.brandId,
      shop_id: shopId,
      item_id: itemId,
      state: input.state,
      until,
      ...(input.priceMinor === undefined ? {} : { price_minor: input.priceMinor }),
      updated_at: ctx.now(),
    })
    await tellMenuChanged(tx, ctx, [shopId])
    await audit(tx, ctx, {
      action: 'orders.shopItem',
      subjectKind: 'menu_item',
      subjectId: itemId,
      subject: item.name,
      data: {
        shopId,
        state: input.state,
        ...(until ? { to: until.toISOString() } : {}),
        ...(input.priceMinor === undefined ? {} : { price: (input.priceMinor ?? item.price_minor) / 100 }),
      },
    })
  })
}

/** What the audit keeps of an item, in a person's units; only what differs is shown. */
function factsOf(item: z.infer<typeof SaveItem>) {
  return {
    code: item.sku,
    name: item.name,
    section: item.section,
    kind: item.kind,
    price: item.priceMinor / 100,
    options: item.options.map(
      (o) =>
        `${o.name} ${o.min}–${o.max} ${o.choices.map((c) => `${c.name} ${c.priceMinor / 100}`).join('/')}`,
    ),
    station: item.station,
    makeS: item.makeS,
    ingredients: item.ingredients,
    allergens: item.allergens,
    on: item.on,
  }
}

function savedBefore(row: data.ItemRow): z.infer<typeof SaveItem> {
  const { code, price_minor, make_s, options, kind, ...rest } = row
  return {
    ...rest,
    kind: kind as MenuItem['kind'],
    sku: code,
    priceMinor: price_minor,
    makeS: make_s,
    options: options as ItemOption[],
  }
}
