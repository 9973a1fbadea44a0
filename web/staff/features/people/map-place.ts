import type { Point } from '#contracts/kit'

/** Where shops are likelier to stand than anywhere else: two numbers are told apart by it, whichever way round a map gives them. */
const CHINA = { lat: [3, 54], lng: [73, 136] } as const
const within = ([from, to]: readonly [number, number], value: number) => value >= from && value <= to

type PlaceFault = 'half' | 'lat' | 'lng'

/**
 * A place as somebody copied it from a map: "31.2304, 121.4737", "121.4737,31.2304", "31.2304°N 121.4737°E", "北纬31.2304 东经121.4737".
 * Shape: null when it is not two numbers that can be a place; the order is latitude first unless that cannot be, or letters say otherwise.
 */
export function placeIn(text: string): Point | null {
  const found = [...text.matchAll(/([NSEW北南东西][纬经]?\s*)?(-?\d+(?:\.\d+)?)\s*°?\s*([NSEW])?/giu)]
  if (found.length !== 2) return null
  const [one, two] = found.map(([, before = '', digits, after = '']) => {
    const word = `${before}${after}`.toUpperCase()
    const minus = /[SW南西]/u.test(word) ? -1 : 1
    return {
      value: Number(digits) * minus,
      is: /[EW东西]/u.test(word) ? 'lng' : /[NS北南]/u.test(word) ? 'lat' : '',
    }
  }) as [{ value: number; is: string }, { value: number; is: string }]
  const told = one.is !== '' || two.is !== ''
  const swapped = told
    ? one.is === 'lng' || two.is === 'lat'
    : Math.abs(one.value) > 90 || (within(CHINA.lng, one.value) && within(CHINA.lat, two.value))
  const place = swapped ? { lat: two.value, lng: one.value } : { lat: one.value, lng: two.value }
  return faultOf(place) ? null : place
}

/** What keeps two fields from being a place; both empty is no place and no fault. */
export function faultOf(place: { lat: number | null; lng: number | null } | null): PlaceFault | null {
  if (!place || (place.lat === null && place.lng === null)) return null
  if (place.lat === null || place.lng === null) return 'half'
  if (Math.abs(place.lat) > 90) return 'lat'
  return Math.abs(place.lng) > 180 ? 'lng' : null
}
