import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Room } from '#contracts/incidents'
import { INCIDENT_RECORDERS, recorder } from './incident-records.ts'
import { once } from './once.ts'
import type { Made, World } from './permission-world.ts'
import { uploaded } from './told.ts'

/** Seals of a room of the world's shop, and one customer who had it. */
export const SEAL_RECORDERS = {
  '/incidents/:id/seals/:sealId': recorder(async (world, room) => ({
    sealId: await inForce(world, room.id),
  })),
  '/incidents/:id/affected/:affectedId': recorder(async (world, room) => ({
    affectedId: await notCalled(world, room.id),
  })),
  '/incidents/:id/lost-replies/:ticketId': {
    ...recorder(async (world, room) => ({ ticketId: await lost(world, room.id) })),
    vanishes: true as const,
  },
  '/seals/:id/shops/:shopId': {
    make: (world: World, route: string) => sealed(world, route, { shopId: world.shop.id }),
  },
  '/seals/:id/files/:fileId': {
    make: async (world: World, route: string) => {
      const made = await sealed(world, route, {})
      return { ...made, params: { ...made.params, fileId: await answered(world, made.params.id!) } }
    },
  },
}

async function sealOf({ app, callers, shop }: World, incidentId: string): Promise<string> {
  const body = { ingredient: '红豆', shopIds: [shop.id], instruction: '整箱下架，贴封条' }
  const made = await app.as(callers.quality.wide).post<Room>(`/incidents/${incidentId}/seals`, body)
  return made.body.seals.at(-1)!.id
}

/** The seal of a room, lifted by nobody. */
async function inForce(world: World, incidentId: string): Promise<string> {
  const id = await once(`${incidentId} seal`, () => sealOf(world, incidentId))
  const again = { lifted_at: null, lifted_by_name: '', lifted_why: '' }
  await world.app.services.db.inBrand(world.brand.id, (tx) =>
    tx.updateTable('incidents.seal').set(again).where('id', '=', id).execute(),
  )
  return id
}

/** The customer of a room whom nobody has called. */
async function notCalled(world: World, incidentId: string): Promise<string> {
  const id = await once(`${incidentId} affected`, () => affectedOf(world, incidentId))
  const again = { state: 'no_way', called_at: null, called_by_name: '', call_note: '' }
  await world.app.services.db.inBrand(world.brand.id, (tx) =>
    tx.updateTable('incidents.affected_customer').set(again).where('id', '=', id).execute(),
  )
  return id
}

/** A ticket of which an answer could not be threaded into the room. */
async function lost({ app, brand }: World, incidentId: string): Promise<string> {
  const ticket_id = await once(`${incidentId} lost`, async () => randomUUID())
  const at = app.services.now()
  const row = { brand_id: brand.id, event_id: randomUUID(), ticket_id, at, incident_ids: [incidentId] }
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('incidents.heard')
      .values({ ...row, next_try_at: null, problem: 'error: spoilt' })
      .execute(),
  )
  return ticket_id
}

async function sealed(world: World, route: string, more: Record<string, string>): Promise<Made> {
  const room = await INCIDENT_RECORDERS['/incidents/:id'].make(world, route)
  const id = await sealOf(world, room.params.id!)
  world.brandsOwn.add(id)
  world.shopsOwn.add(id)
  return { params: { id, ...more }, shopId: world.shop.id }
}

/** The picture with which the shop has answered. */
async function answered(world: World, sealId: string): Promise<string> {
  const by = world.callers.quality.wide
  const fileId = await uploaded(world.app, by)
  const body = { state: 'acknowledged', quantity: 1, unit: '箱', fileIds: [fileId] }
  await world.app.as(by).post(`/seals/${sealId}/shops/${world.shop.id}/acknowledgements`, body)
  return fileId
}

async function affectedOf({ app, brand, shop }: World, incidentId: string): Promise<string> {
  const id = randomUUID()
  const customerId = randomUUID()
  const now = app.services.now()
  await app.services.db.inBrand(brand.id, async (tx) => {
    await sql`insert into customers.customer (brand_id, id, name_masked, created_at, updated_at)
      values (${brand.id}, ${customerId}, '林**', ${now}, ${now})`.execute(tx)
    await tx
      .insertInto('incidents.affected')
      .values({ brand_id: brand.id, incident_id: incidentId, query: '{}' })
      .execute()
    await tx
      .insertInto('incidents.affected_customer')
      .values({
        brand_id: brand.id,
        id,
        incident_id: incidentId,
        customer_id: customerId,
        order_id: randomUUID(),
        shop_id: shop.id,
        what: '红豆包',
        at: now,
        proof: 'order',
        way: 'none',
        state: 'no_way',
      })
      .execute()
  })
  return id
}
