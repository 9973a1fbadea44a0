import type { Point } from '#contracts/kit'

const KM_PER_DEGREE = 111.32
const STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
const MIN_KM = 0.8

export type MapScale = {
  width: number
  height: number
  xy: (point: Point) => { x: number; y: number }
  /** A bar of a round length for the foot of the map. */
  bar: { km: number; px: number }
}

/** Puts places on a plane without any outside map: north up, the same scale both ways, everything inside with room around it. */
export function mapScale(
  points: readonly Point[],
  { width, height, pad }: { width: number; height: number; pad: number },
): MapScale | null {
  if (!points.length) return null
  const [south, north] = spread(points.map((p) => p.lat))
  const [west, east] = spread(points.map((p) => p.lng))
  const middle = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const kmPerLng = KM_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  const wideKm = Math.max(MIN_KM, (east - west) * kmPerLng)
  const highKm = Math.max(MIN_KM, (north - south) * KM_PER_DEGREE)
  const pxPerKm = Math.min((width - 2 * pad) / wideKm, (height - 2 * pad) / highKm)
  const km = STEPS_KM.findLast((step) => step * pxPerKm <= width / 4) ?? STEPS_KM[0]!
  return {
    width,
    height,
    xy: ({ lat, lng }) => ({
      x: width / 2 + (lng - middle.lng) * kmPerLng * pxPerKm,
      y: height / 2 - (lat - middle.lat) * KM_PER_DEGREE * pxPerKm,
    }),
    bar: { km, px: km * pxPerKm },
  }
}

function spread(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
