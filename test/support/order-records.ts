import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { PlaceOrder } from '#contracts/orders'
import { keepPhoto, takePhotos } from '#domains/channels'
import { takeOrder } from '#domains/orders'
import { systemContext } from '#platform/context'
import type { MadeStaff } from './make.ts'
import type { Made, World } from './permission-world.ts'

const of = (world: World, params: Record<string, string>): Made => {
  for (const id of Object.values(params)) world.shopsOwn.add(id).add(id)
  return { params: { ...params, id: params.id! }, shopId: world.shop.id }
}

/** Orders and what shops sell. */
export const ORDER_RECORDERS = {
  '/dispatch/stops/:id': { make: async (world: World) => of(world, { id: await delivery(world, null) }) },
  '/round/stops/:id': {
    make: async (world: World) => of(world, { id: await delivery(world, null) }),
    makeOwn: async (world: World, owner: MadeStaff) => ({
      ...of(world, { id: await delivery(world, owner) }),
      ownerId: owner.id,
      makerId: owner.id,
    }),
    vanishes: true as const,
  },
  '/orders/:id': {
    make: async (world: World) => of(world, { id: await order(world) }),
    vanishes: true as const,
  },
  '/orders/:id/review-photos/:photoId': {
    make: async (world: World) => of(world, await reviewed(world)),
  },
  '/orders/:id/review-answer': {
    make: async (world: World) => of(world, { id: (await reviewed(world)).id }),
    vanishes: true as const,
  },
  '/orders/:id/visit': {
    make: async (world: World) => of(world, { id: (await treated(world)).id }),
    vanishes: true as const,
  },
  '/orders/:id/record-readings': {
    make: async (world: World) => of(world, { id: (await treated(world)).id }),
  },
  '/orders/:id/record-photos/:photoId': {
    make: async (world: World) => {
      const { id, photoId } = await treated(world)
      return of(world, { id, photoId })
    },
  },
  '/orders/:id/aftercare/:aftercareId': {
    make: async (world: World) => {
      const { id, aftercareId } = await treated(world)
      return of(world, { id, aftercareId })
    },
    vanishes: true as const,
  },
  '/batches/:id': { make: async (world: World) => of(world, { id: await batch(world) }) },
  '/menu/:id': {
    make: async (world: World): Promise<Made> => ({ params: { id: await item(world) }, shopId: null }),
  },
  '/shops/:id/menu/:itemId': {
    make: async (world: World) => of(world, { id: world.shop.id, itemId: await item(world) }),
  },
  '/shops/:id/stations/:key': {
    make: async (world: World): Promise<Made> => ({
      params: { id: world.shop.id, key: await station(world) },
      shopId: world.shop.id,
    }),
    vanishes: true as const,
  },
  '/shops/:id/batches/:batchId': {
    make: async (world: World) => of(world, { id: world.shop.id, batchId: await batch(world) }),
  },
  '/stop-sales/:id': {
    make: async (world: World) => of(world, { id: await stop(world) }),
    vanishes: true as const,
  },
}

/** A confirmed order on its way to a door; given to this rider, who is on duty. */
async function delivery(world: World, rider: MadeStaff | null): Promise<string> {
  const { app, brand } = world
  const orderId = await order(world, {
    kind: 'delivery',
    name: '林小雨',
    contact: '13800001234',
    address: { text: '文一西路 998 号' },
  })
  return app.services.db.inBrand(brand.id, async (tx) => {
    const now = app.services.now()
    const given = rider && { brand_id: brand.id, staff_id: rider.id }
    if (given)
      await tx
        .insertInto('orders.rider')
        .values({ ...given, on_duty_since: now })
        .onConflict((c) => c.columns(['brand_id', 'staff_id']).doUpdateSet({ on_duty_since: now }))
        .execute()
    const row = await tx
      .updateTable('orders.delivery')
      .set(rider ? { state: 'assigned', rider_id: rider.id, fixed: true } : { fixed: false })
      .where('order_id', '=', orderId)
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

async function order({ app, brand, shop }: World, more: Partial<PlaceOrder> = {}): Promise<string> {
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
      ...more,
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

async function station({ app, callers, shop, shopsOwn }: World): Promise<string> {
  const key = `bake_${randomUUID().slice(0, 8)}`
  shopsOwn.add(shop.id)
  await app
    .as(callers.admin.wide)
    .put(`/shops/${shop.id}/stations`, { key, name: '烘焙台', capacity: 1, staffIds: [] })
  return key
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

/** An order with a review that shows a photo. */
async function reviewed(world: World): Promise<{ id: string; photoId: string }> {
  const { app, brand } = world
  const id = await order(world)
  const ctx = systemContext(app.services, brand.id)
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const photo = await keepPhoto(ctx, `order:${id}`, picture)
  const at = app.services.now()
  await ctx.transaction((tx) =>
    tx
      .updateTable('orders.order')
      .set({ status: 'delivered', delivered_at: at, closed_at: at })
      .where('id', '=', id)
      .execute(),
  )
  const token = ctx.keys.tokenFor('order', id)
  await app.anonymous.put(`/public/orders/${token}/review`, { mark: 'good', photos: [photo.id] })
  return { id, photoId: photo.id }
}

/** An appointment that is over, with its sealed record, a picture in it, and a check that waits for its answer. */
async function treated(world: World): Promise<{ id: string; photoId: string; aftercareId: string }> {
  const { app, brand, shop } = world
  const id = await order(world)
  const ctx = systemContext(app.services, brand.id)
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const photo = await keepPhoto(ctx, 'staff:nobody', picture)
  const aftercareId = randomUUID()
  const [at, ends] = [app.services.now(), new Date(app.services.now().getTime() + 3_600_000)]
  const record = { observations: '两颊泛红', settings: '', patchTest: 'none', advice: '' }
  await ctx.transaction(async (tx) => {
    await takePhotos(tx, id, [photo.id], 'staff:nobody')
    await tx
      .insertInto('orders.visit')
      .values({
        brand_id: brand.id,
        order_id: id,
        shop_id: shop.id,
        starts_at: at,
        ends_at: ends,
        arrived_at: at,
        begun_at: at,
        finished_at: at,
        record_enc: ctx.keys.seal(brand.id, JSON.stringify(record)),
        record_at: at,
        photos: JSON.stringify([photo.id]),
      })
      .execute()
    await tx
      .insertInto('orders.aftercare')
      .values({ brand_id: brand.id, id: aftercareId, order_id: id, due_at: at, state: 'asked', asked_at: at })
      .execute()
  })
  return { id, photoId: photo.id, aftercareId }
}
