import { randomUUID } from 'node:crypto'
import type { Room } from '#contracts/incidents'
import type { MadeStaff } from './make.ts'
import { once } from './once.ts'
import type { Made, World } from './permission-world.ts'
import { tell, uploaded } from './told.ts'

/** Rooms of the world's shop, and what is in them. An own one has its owner as leader and spokesperson. */
export const INCIDENT_RECORDERS = {
  '/incidents/:id': recorder(() => ({})),
  '/incidents/:id/shops': { ...recorder(() => ({})), vanishes: true as const },
  '/incidents/:id/steps/:stepId': recorder((_world, room) => ({
    stepId: room.checklist.find((step) => step.proof === 'none')!.id,
  })),
  '/incidents/:id/members/:staffId': {
    ...recorder(async (world, room) => ({ staffId: await called(world, room, world.agent) })),
    vanishes: true as const,
  },
  '/incidents/:id/contacts/:staffId': recorder(async (world, room) => ({
    staffId: await called(world, room, world.agent),
  })),
  '/incidents/:id/files/:fileId': recorder(async (world, room) => ({
    fileId: await once(room.id, () => file(world, room)),
  })),
  '/incidents/:id/tickets/:ticketId': {
    ...recorder(async (world, room) => ({ ticketId: await linked(world, room) })),
    vanishes: true as const,
  },
  '/incidents/:id/drafts/:part': recorder(() => ({ part: 'entry' })),
  '/incidents/:id/statements/offers': recorder(() => ({})),
  '/incidents/:id/statements/:statementId': {
    ...recorder(async (world, room) => ({ statementId: await statement(world, room) })),
    vanishes: true as const,
  },
  '/measures/:id': {
    make: (world: World, route: string) => measureOf(world, world.agent, route),
    makeOwn: async (world: World, owner: MadeStaff, route: string) => ({
      ...(await measureOf(world, owner, route)),
      ownerId: owner.id,
    }),
  },
}

type Part = (world: World, room: Room) => Record<string, string> | Promise<Record<string, string>>

/** One room for all tries of a route, and one that goes from leader to leader; before every try it is as when it was opened. */
export function recorder(part: Part) {
  const made = async (world: World, route: string, owner?: MadeStaff): Promise<Made> => {
    const room = await once(`${route} ${owner ? 'own' : ''}`, () => open(world))
    world.brandsOwn.add(room.id)
    if (!owner) world.shopsOwn.add(room.id)
    await putBack(world, room, owner)
    const params = { id: room.id, ...(await part(world, room)) }
    return { params, shopId: world.shop.id, ...(owner ? { ownerId: owner.id } : {}) }
  }
  return {
    make: (world: World, route: string) => made(world, route),
    makeOwn: (world: World, owner: MadeStaff, route: string) => made(world, route, owner),
  }
}

const inCharge = ({ app, callers }: World) => app.as(callers.quality.wide)

async function open(world: World): Promise<Room> {
  const input = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [world.shop.id] }
  return (await inCharge(world).post<Room>('/incidents', input)).body
}

/** Open, at the shop, led by its owner. Whom the plan has called would read it as well: nobody else is in the team. */
async function putBack(world: World, room: Room, owner?: MadeStaff): Promise<void> {
  await world.app.services.db.inBrand(world.brand.id, async (tx) => {
    await tx
      .updateTable('incidents.incident')
      .set({ leader_id: owner?.id ?? null, spokesperson_id: owner?.id ?? null, shop_ids: [world.shop.id] })
      .set({ status: 'open', contained_at: null, closed_at: null })
      // Whoever has read the room reads it anew.
      .set((e) => ({ version: e('version', '+', 1) }))
      .where('id', '=', room.id)
      .execute()
    await tx.deleteFrom('incidents.member').where('incident_id', '=', room.id).execute()
    await tx
      .updateTable('incidents.post')
      .set({ next_call_at: null, acknowledged_at: null })
      .where('incident_id', '=', room.id)
      .execute()
  })
  if (owner) await called(world, room, owner)
}

/** Somebody who is called for the first post and has not answered. */
async function called({ app, brand }: World, room: Room, { id }: { id: string }): Promise<string> {
  const at = app.services.now()
  const row = { brand_id: brand.id, incident_id: room.id, post: room.posts[0]!.post, staff_id: id }
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('incidents.member')
      .values({ ...row, state: 'called', called_at: at, added_at: at, calls: 1 })
      .execute(),
  )
  return id
}

/** A picture with which the shop has answered a seal: the only files of a room that a shop's own people see. */
async function file(world: World, room: Room): Promise<string> {
  const { services } = world.app
  const seal = { ingredient: '红豆', shopIds: [world.shop.id], instruction: '整箱下架，贴封条' }
  const sealed = await world.app
    .as(world.callers.quality.wide)
    .post<Room>(`/incidents/${room.id}/seals`, seal)
  const seal_id = sealed.body.seals.at(-1)!.id
  const fileId = await uploaded(world.app, world.callers.quality.wide)
  await services.db.inBrand(world.brand.id, async (tx) => {
    await tx.updateTable('channels.attachment').set({ ticket_id: room.id }).where('id', '=', fileId).execute()
    await tx
      .insertInto('incidents.file')
      .values({ brand_id: world.brand.id, incident_id: room.id, file_id: fileId, at: services.now() })
      .execute()
    await tx
      .insertInto('incidents.seal_answer')
      .values({
        brand_id: world.brand.id,
        id: randomUUID(),
        seal_id,
        shop_id: world.shop.id,
        at: services.now(),
        state: 'acknowledged',
        late: false,
        file_ids: [fileId],
      })
      .execute()
  })
  return fileId
}

async function linked(world: World, room: Room): Promise<string> {
  const { app, brand, shop } = world
  const { id } = await once(`${room.id} ticket`, () => tell(app, shop, '喝完拉肚子'))
  const link = { brand_id: brand.id, incident_id: room.id, ticket_id: id, linked_at: app.services.now() }
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('incidents.linked_ticket')
      .values({ ...link, linked_by_name: '' })
      .onConflict((c) => c.doNothing())
      .execute(),
  )
  return id
}

/** What somebody of the team has drafted; however far others have brought it, it is a draft again. */
async function statement(world: World, room: Room): Promise<string> {
  const { app, brand } = world
  const { brand_id: _, id, ...draft } = await once(`${room.id} statement`, () => drafted(world, room))
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .updateTable('incidents.statement')
      // What is agreed is seen by everybody who reads the room; a draft by its writers and whoever reads all of it.
      .set({ ...draft, state: 'approved' })
      .where('id', '=', id)
      .execute(),
  )
  return id
}

async function drafted({ app, brand, callers }: World, room: Room) {
  const body = { audience: 'public', title: '情况说明', text: '正在核查，会公布结果。' }
  const { statements } = (
    await app.as(callers.lead.wide).post<Room>(`/incidents/${room.id}/statements`, body)
  ).body
  return app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('incidents.statement')
      .selectAll()
      .where('id', '=', statements[0]!.id)
      .executeTakeFirstOrThrow(),
  )
}

async function measureOf(world: World, owner: MadeStaff, route: string): Promise<Made> {
  const room = await once(route, () => open(world))
  const body = { text: `换一种滤网 ${randomUUID()}`, ownerId: owner.id, dueOn: '2026-04-01' }
  const { body: after } = await inCharge(world).post<Room>(`/incidents/${room.id}/measures`, body)
  const { id } = after.review!.measures.find((measure) => measure.text === body.text)!
  world.brandsOwn.add(id)
  return { params: { id }, shopId: world.shop.id, makerId: owner.id }
}
