import { randomUUID } from 'node:crypto'
import { sealContact } from '#domains/customers'
import { systemContext } from '#platform/context'
import type { World } from './permission-world.ts'

/** A call that somebody has had and nobody has written down. */
export async function hotlineCall({ app, brand }: World): Promise<string> {
  const { services } = app
  const id = randomUUID()
  const at = services.now()
  const number = sealContact(systemContext(services, brand.id), '13800001234')
  await services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('tickets.call')
      .values({
        brand_id: brand.id,
        id,
        channel_id: randomUUID(),
        linked_id: id,
        direction: 'inbound',
        state: 'ended',
        number_enc: number.sealed,
        number_index: number.index,
        number_masked: number.masked,
        started_at: at,
        answered_at: at,
        ended_at: at,
        recording: JSON.stringify({ name: 'none.wav' }),
      })
      .execute(),
  )
  return id
}
