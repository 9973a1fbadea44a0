import { saveShopItem, stopSale } from '#domains/orders'
import type { Roster } from '#domains/people'
import type { Ctx, Services } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: Pick<DemoBrand, 'pack'>
  roster: Roster
  ends: Date
  as: (staffId: string | null, at: Date) => Ctx
}

const MIN_MS = 60_000
const SHOP = 'NB01'

/** At one shop the grapes have run out, and quality has stopped a batch of tapioca that smelt. */
export async function tellMenuNews(told: Telling): Promise<void> {
  if (told.brand.pack !== 'milk_tea') return
  const shop = told.roster.shops.find((s) => s.code === SHOP)
  const quality = told.roster.people.find((p) => p.roles.some((r) => r.role === 'quality'))
  const manager = told.roster.people.find((p) =>
    p.roles.some((r) => r.role === 'shop_manager' && r.shops !== 'all' && r.shops.includes(shop?.id ?? '')),
  )
  if (!shop || !quality || !manager) return
  const at = (agoMin: number) => new Date(told.ends.getTime() - agoMin * MIN_MS)
  const grape = await told.services.db.inBrand(told.brandId, (tx) =>
    tx.selectFrom('orders.menu_item').select('id').where('code', '=', 'grape').executeTakeFirst(),
  )
  if (grape) await saveShopItem(told.as(manager.id, at(50)), shop.id, grape.id, { state: 'sold_out' })
  await stopSale(told.as(quality.id, at(25)), {
    ingredient: '珍珠',
    batchCode: 'Z-1120-07',
    shopIds: [shop.id],
    reason: '煮好后有酸味，整批封存，等检验结果',
  })
}
