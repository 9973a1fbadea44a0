import { randomUUID } from 'node:crypto'
import { takeOrder } from '#domains/orders'
import { systemContext } from '#platform/context'
import type { Made, World } from './permission-world.ts'

const of = (world: World, params: Record<string, string>): Made => {
  for (const id of Object.values(params)) world.shopsOwn.add(id).add(id)
  return { params: { ...params, id: params.id! }, shopId: world.shop.id }
}

/** Orders and what shops sell. */
export const ORDER_RECORDERS = {
  '/orders/:id': {
    make: async (world: World) => of(world, { id: await order(world) }),
    vanishes: true as const,
  },
  '/menu/:id': {
    make: async (world: World): Promise<Made> => ({ params: { id: await item(world) }, shopId: null }),
  },
  '/shops/:id/menu/:itemId': {
    make: async (world: World) => of(world, { id: world.shop.id, itemId: await item(world) }),
  },
  '/shops/:id/batches/:batchId': {
    make: async (world: World) => of(world, { id: world.shop.id, batchId: await batch(world) }),
  },
  '/stop-sales/:id': {
    make: async (world: World) => of(world, { id: await stop(world) }),
    vanishes: true as const,
  },
}

async function order({ app, brand, shop }: World): Promise<string> {
  const ctx = systemContext(app.services, brand.id)
  const { id } = await ctx.transaction((tx) =>
    takeOrder(tx, ctx, {
      shopId: shop.id,
      kind: 'pickup',
      source: 'counter',
      name: '',
      note: '',
      items: [{ name: '套餐', priceMinor: 2000, quantity: 1, options: {}, note: '' }],
      deliveryFeeMinor: 0,
      discountMinor: 0,
      paid: true,
      draft: false,
    }),
  )
  return id
}

async function item(world: World): Promise<string> {
  const sku = randomUUID().slice(0, 8)
  const made = await world.app.as(world.callers.admin.wide).post<{ id: string }>('/menu', {
    sku,
    name: '红豆包',
    section: '点心',
    priceMinor: 800,
    station: 'bake',
    makeS: 120,
  })
  return made.body.id
}

async function batch({ app, callers, shop }: World): Promise<string> {
  const admin = app.as(callers.admin.wide)
  const ingredient = `红豆 ${randomUUID().slice(0, 6)}`
  await admin.post(`/shops/${shop.id}/batches`, { ingredient, code: 'B-1' })
  const all = await admin.get<{ id: string; ingredient: string }[]>(`/shops/${shop.id}/batches`)
  return all.body.find((b) => b.ingredient === ingredient)!.id
}

async function stop({ app, callers, shop }: World): Promise<string> {
  const made = await app
    .as(callers.admin.wide)
    .post<{ id: string }>('/stop-sales', { ingredient: '红豆', shopIds: [shop.id], reason: '有异味' })
  return made.body.id
}
