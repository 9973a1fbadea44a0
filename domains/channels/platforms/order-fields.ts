import type { PlatformOrder } from '#contracts/orders/outside'

const MOST_MINOR = 100_000_00
const MOST_LINES = 60

/** Money as platforms write it, in yuan, as fen; what is none, negative or beyond any order counts as nothing. */
export function minorOf(yuan: number | undefined): number {
  if (yuan === undefined || !Number.isFinite(yuan)) return 0
  return Math.min(MOST_MINOR, Math.max(0, Math.round(yuan * 100)))
}

/** A place on the map; some write it in millionths of a degree. */
export function placeOf(lat: number | undefined, lng: number | undefined): PlatformOrder['point'] {
  if (!lat || !lng) return null
  const by = Math.abs(lat) > 90 || Math.abs(lng) > 180 ? 1e6 : 1
  const point = { lat: lat / by, lng: lng / by }
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 ? point : null
}

type Line = PlatformOrder['items'][number]

/** Lines that say what and how many; texts are cut to what the orders' room keeps. */
export function linesOf(
  given: readonly (Omit<Line, 'quantity'> & { quantity: number | undefined })[],
): Line[] {
  return given.slice(0, MOST_LINES).flatMap((line) => {
    const quantity = Math.round(line.quantity ?? 1)
    if ((!line.name && !line.sku) || quantity < 1 || quantity > 99) return []
    return [
      {
        ...line,
        name: line.name.slice(0, 80),
        sku: line.sku.slice(0, 40),
        options: line.options.slice(0, 120),
        quantity,
      },
    ]
  })
}
