import type { Room } from '#contracts/incidents'

type Of = Pick<Room['seals'][number], 'liftedAt' | 'acknowledged' | 'of'> & {
  shops: readonly Pick<Room['seals'][number]['shops'][number], 'shopId' | 'state'>[]
}

/**
 * How many shops have been told of what is sealed, and how many have answered for all of it; null when nothing is sealed (any more).
 * Shape: whoever does not reach every shop reads the counts of each seal added up.
 */
export function sealProgress(seals: readonly Of[]): { told: number; back: number } | null {
  const held = seals.filter(({ liftedAt }) => !liftedAt)
  if (!held.length) return null
  if (held.some(({ shops, of }) => shops.length < of))
    return {
      told: held.reduce((sum, { of }) => sum + of, 0),
      back: held.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    }
  const asked = Map.groupBy(
    held.flatMap(({ shops }) => shops),
    ({ shopId }) => shopId,
  )
  const back = [...asked.values()].filter((ones) => ones.every(({ state }) => state !== 'waiting'))
  return { told: asked.size, back: back.length }
}
