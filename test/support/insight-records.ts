import { randomUUID } from 'node:crypto'
import type { Made, World } from './permission-world.ts'

/** An alarm that one shop's tickets have raised. */
export const INSIGHT_RECORDERS = {
  '/alarms/:id': {
    make: async (world: World): Promise<Made> => {
      const id = await alarm(world)
      world.brandsOwn.add(id)
      world.shopsOwn.add(id)
      return { params: { id }, shopId: world.shop.id }
    },
    vanishes: true as const,
  },
}

async function alarm({ app, brand, shop }: World): Promise<string> {
  const id = randomUUID()
  const at = new Date('2026-03-02T04:00:00Z')
  const key = JSON.stringify([shop.id, 'safety.foreign_object'])
  const row = {
    brand_id: brand.id,
    id,
    state: 'new',
    urgent: true,
    kind: 'shop_category',
    key,
    series: [`shop_category:${key}`],
    shop_ids: [shop.id],
    raised_at: at,
    sign_at: at,
    first_at: at,
    last_at: at,
    heard: 5,
    usual: 0.1,
    usual_week: 0.4,
    every_days: 900,
    ticket_ids: [],
    plot: JSON.stringify({ from: at.toISOString(), stepMin: 60, heard: [5], usual: [0.1] }),
  }
  await app.services.db.inBrand(brand.id, (tx) => tx.insertInto('insights.alarm').values(row).execute())
  return id
}
