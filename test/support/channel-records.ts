import { randomUUID } from 'node:crypto'
import type { Made, World } from './permission-world.ts'

type Insert = (world: World, row: { brand_id: string; id: string; channel_id: string }) => Promise<void>

const recorder = (insert: Insert) => ({
  make: async (world: World): Promise<Made> => {
    const { app, callers, brand } = world
    const admin = app.as(callers.admin.wide)
    const [channel] = (await admin.get<{ id: string }[]>('/channels')).body
    const row = { brand_id: brand.id, id: randomUUID(), channel_id: channel!.id }
    await insert(world, row)
    return { params: { id: row.id }, shopId: null }
  },
  vanishes: true as const,
})

const sealed = ({ app, brand }: World) => app.services.keys.seal(brand.id, '{"payload":"?"}')!

/** A message that nobody understood, and one that was given up. */
export const CHANNEL_RECORDERS = {
  '/channels/strays/:id': recorder(async (world, row) => {
    const stray = { ...row, external_id: row.id, payload_enc: sealed(world), state: 'needs_look' }
    const received_at = world.app.services.now()
    await world.app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('channels.inbound_message')
        .values({ ...stray, received_at })
        .execute(),
    )
  }),
  '/channels/letters/:id': recorder(async (world, row) => {
    const letter = { ...row, payload_enc: sealed(world), state: 'failed', problem: 'timedOut' }
    const created_at = world.app.services.now()
    await world.app.services.db.inBrand(row.brand_id, (tx) =>
      tx
        .insertInto('channels.outbound_message')
        .values({ ...letter, created_at })
        .execute(),
    )
  }),
}
