import type { Made, World } from './permission-world.ts'

/** Both are held for one matter, and nobody has said anything to it. */
export async function alike(world: World, made: Made): Promise<Made> {
  const { brand, app } = world
  await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .insertInto('tickets.same_matter')
      .values({
        brand_id: brand.id,
        ticket_id: made.params.id!,
        other_id: made.params.otherId!,
        probability: 0.8,
        reasons: '[]',
        state: 'proposed',
        found_at: app.services.now(),
      })
      .onConflict((c) => c.columns(['brand_id', 'ticket_id', 'other_id']).doUpdateSet({ state: 'proposed' }))
      .execute(),
  )
  return made
}
