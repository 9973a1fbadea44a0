import type { Roster } from '#domains/people'
import type { RobotRow } from './robot-data.ts'

/** Shops that a robot's group is about; 'all' for one of the whole brand. */
export function placesOf(
  robot: Pick<RobotRow, 'shop_id' | 'region_id'>,
  { shops }: Roster,
): 'all' | string[] {
  if (robot.shop_id) return [robot.shop_id]
  if (!robot.region_id) return 'all'
  return shops.filter((shop) => shop.regionId === robot.region_id).map((shop) => shop.id)
}

/** Whether a group hears of what these shops are about. Shape: `every`: only when all of them are its own. What is of no shop is the brand's alone. */
export function covers(places: 'all' | string[], shopIds: readonly string[], how: 'some' | 'every'): boolean {
  if (places === 'all') return true
  return shopIds.length > 0 && shopIds[how]((id) => places.includes(id))
}

/** Those of these shops that a group is about. */
export function within(places: 'all' | string[], shopIds: readonly string[]): string[] {
  return places === 'all' ? [...shopIds] : shopIds.filter((id) => places.includes(id))
}

/** Those of them who answer for a shop that the group is about: nobody of another shop is named in it. */
export function namedIn(
  places: 'all' | string[],
  shopIds: readonly string[],
  staffIds: readonly string[],
  { people }: Roster,
): string[] {
  if (places === 'all') return [...staffIds]
  const own = within(places, shopIds)
  return staffIds.filter((id) =>
    people
      .find((p) => p.id === id)
      ?.roles.some((r) => r.shops === 'all' || own.some((shop) => r.shops.includes(shop))),
  )
}
