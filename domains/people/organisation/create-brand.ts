import { v7 as uuidv7 } from 'uuid'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { insertBrand } from './brand-data.ts'
import { type CreatedBrand, runBrandHooks } from './brand-hooks.ts'
import { createShop, type NewShop } from './create-shop.ts'
import { insertRegion } from './region-data.ts'
import { checkZone } from './week.ts'

export type NewBrand = {
  name: string
  /** Key of the industry pack. */
  pack: string
  zone?: string
  demo?: boolean
  /** Regions with their shops, in order. */
  regions?: { name: string; shops: Omit<NewShop, 'regionId'>[] }[]
}

export type BrandMade = CreatedBrand & { regions: { id: string; name: string }[] }

/**
 * Makes a brand with its regions and shops and what the upper rooms lay down for it (playbook, channels).
 * Shape:  `tx` and `ctx` are bound to the new brand's id: `const ctx = systemContext(services, uuidv7())`.
 * Errors: people.regionTaken, people.shopCodeTaken, people.badHours, people.unknownZone.
 */
export async function createBrand(tx: Tx, ctx: Ctx, brand: NewBrand): Promise<BrandMade> {
  const id = ctx.actor.brandId
  const zone = brand.zone ?? 'Asia/Shanghai'
  checkZone(zone)
  await insertBrand(tx, {
    id,
    name: brand.name,
    industry: brand.pack,
    zone,
    demo: brand.demo ?? false,
    at: ctx.now(),
  })
  const made: BrandMade = { id, name: brand.name, pack: brand.pack, zone, shops: [], regions: [] }
  for (const region of brand.regions ?? []) {
    const regionId = uuidv7()
    await insertRegion(tx, { brand_id: id, id: regionId, name: region.name })
    made.regions.push({ id: regionId, name: region.name })
    for (const shop of region.shops) {
      const shopId = await createShop(tx, ctx, { ...shop, regionId })
      made.shops.push({ id: shopId, code: shop.code, name: shop.name })
    }
  }
  await audit(tx, ctx, {
    action: 'people.createBrand',
    subjectKind: 'brand',
    subjectId: id,
    subject: brand.name,
    data: { pack: brand.pack },
  })
  await runBrandHooks(tx, ctx, made)
  return made
}
