import { randomUUID } from 'node:crypto'
import type { MadeStaff } from './make.ts'
import type { Made, World } from './permission-world.ts'

const ofBrand = (id: string): Made => ({ params: { id }, shopId: null })

/** Robots, endpoints and what was told by them: the whole brand's. */
export const NOTIFY_RECORDERS = {
  '/robots/:id': { make: async (world: World) => ofBrand(await robot(world)), vanishes: true as const },
  '/webhooks/:id': { make: async (world: World) => ofBrand(await endpoint(world)), vanishes: true as const },
  '/webhook-calls/:id': { make: async (world: World) => ofBrand(await call(world)), vanishes: true as const },
  '/notice-deliveries/:id': {
    make: async (world: World) => ofBrand(await deadDelivery(world)),
    vanishes: true as const,
  },
  '/me/browsers/:id': {
    make: async (world: World) => browser(world, world.agent),
    makeOwn: async (world: World, owner: MadeStaff) => ({
      ...(await browser(world, owner)),
      ownerId: owner.id,
    }),
    vanishes: true as const,
  },
}

/** The address leads nowhere: nothing of a test reaches a real service. */
const insert = (world: World, work: (brandId: string) => { table: string; row: object }) => {
  const { table, row } = work(world.brand.id)
  return world.app.services.db.inBrand(world.brand.id, (tx) =>
    tx
      .insertInto(table as 'notify.robot')
      .values({ ...row, brand_id: world.brand.id } as never)
      .execute(),
  )
}
const sealed = (world: World, secrets: object) =>
  world.app.services.keys.seal(world.brand.id, JSON.stringify(secrets))!
const NOW = new Date('2026-03-02T04:00:00Z')

async function robot(world: World): Promise<string> {
  const id = randomUUID()
  const secrets_enc = sealed(world, { address: 'http://127.0.0.1:9/cgi-bin/webhook/send?key=k', secret: '' })
  const row = {
    id,
    kind: 'wecom',
    name: '群',
    secrets_enc,
    groups: ['alarm'],
    locale: 'zh-CN',
    created_at: NOW,
  }
  await insert(world, () => ({ table: 'notify.robot', row: { ...row, on: false } }))
  return id
}

async function endpoint(world: World): Promise<string> {
  const id = randomUUID()
  const url = 'https://127.0.0.1/hook'
  const row = { id, name: '会员系统', url, events: ['ticket.opened'], state: 'off', created_at: NOW }
  await insert(world, () => ({ table: 'notify.endpoint', row: { ...row, secret_enc: sealed(world, {}) } }))
  return id
}

async function call(world: World): Promise<string> {
  const id = randomUUID()
  const endpoint_id = await endpoint(world)
  const row = { id, endpoint_id, event_id: randomUUID(), event: 'ticket.opened', body: '{}', state: 'failed' }
  await insert(world, () => ({
    table: 'notify.hook_call',
    row: { ...row, happened_at: NOW, created_at: NOW },
  }))
  return id
}

async function deadDelivery(world: World): Promise<string> {
  const id = randomUUID()
  const row = {
    id,
    dedupe: id,
    means: 'email',
    staff_id: world.agent.id,
    kind: 'assigned',
    state: 'failed',
    created_at: NOW,
  }
  await insert(world, () => ({ table: 'notify.delivery', row }))
  return id
}

async function browser(world: World, owner: MadeStaff): Promise<Made> {
  const id = randomUUID()
  await world.app.services.db.inBrand(owner.brandId, (tx) =>
    tx
      .insertInto('notify.push_subscription')
      .values({
        brand_id: owner.brandId,
        id,
        staff_id: owner.id,
        endpoint_index: Buffer.from(id),
        subscription_enc: Buffer.from(id),
        created_at: NOW,
      })
      .execute(),
  )
  return { params: { id }, shopId: null }
}
