import type { TrackedOrder } from '#contracts/orders/order-page'

type RideMap = NonNullable<TrackedOrder['map']>
export type Spot = { key: 'shop' | 'home' | 'rider'; x: number; y: number }

const WIDE = 320
const HIGH = 180
const EDGE = 34

/** Kilometres from the southernmost and westernmost of the places, so that a degree of longitude is as long as it is there. */
function kilometres(places: readonly { lat: number; lng: number }[]) {
  const south = Math.min(...places.map((p) => p.lat))
  const west = Math.min(...places.map((p) => p.lng))
  const eastKm = 111.32 * Math.cos((south * Math.PI) / 180)
  return (p: { lat: number; lng: number }) => ({ x: (p.lng - west) * eastKm, y: (p.lat - south) * 110.57 })
}

/**
 * Where shop, door and rider stand in a drawing of 320 × 180: north is up, one scale for both directions, the places in the middle.
 * Shape: those that are not known are left out.
 */
export function spotsOf(map: RideMap): Spot[] {
  const known = (['shop', 'home', 'rider'] as const).flatMap((key) => {
    const place = map[key]
    return place ? [{ key, ...place }] : []
  })
  if (!known.length) return []
  const toKm = kilometres(known)
  const flat = known.map((place) => ({ key: place.key, ...toKm(place) }))
  const spanX = Math.max(...flat.map((p) => p.x), 0.05)
  const spanY = Math.max(...flat.map((p) => p.y), 0.05)
  const scale = Math.min((WIDE - 2 * EDGE) / spanX, (HIGH - 2 * EDGE) / spanY)
  const usedX = Math.max(...flat.map((p) => p.x)) * scale
  const usedY = Math.max(...flat.map((p) => p.y)) * scale
  return flat.map((p) => ({
    key: p.key,
    x: Math.round((WIDE - usedX) / 2 + p.x * scale),
    y: Math.round(HIGH - (HIGH - usedY) / 2 - p.y * scale),
  }))
}

/** Straight-line kilometres between rider and door; null when one is unknown. */
export function leftKm(map: RideMap): number | null {
  const { rider, home } = map
  if (!rider || !home) return null
  const toKm = kilometres([rider, home])
  const a = toKm(rider)
  const b = toKm(home)
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
}
