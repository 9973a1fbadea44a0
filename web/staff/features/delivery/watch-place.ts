const EVERY_MS = 20_000
/** A phone that lies still says nothing by itself; without asking, its rider would count as out of reach. */
const ASK_MS = 60_000
const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 10_000, timeout: 30_000 }

type Place = { lat: number; lng: number; accuracyM: number }
type Told = { here: (place: Place) => void; denied: (denied: boolean) => void }

/** Says where the phone is: at most every twenty seconds while it moves, once a minute while it does not. Shape: what ends it. */
export function watchPlace(geolocation: Geolocation, told: Told): () => void {
  let last = 0
  const here = ({ coords, timestamp }: GeolocationPosition) => {
    told.denied(false)
    if (timestamp - last < EVERY_MS) return
    last = timestamp
    const { latitude: lat, longitude: lng, accuracy } = coords
    told.here({ lat, lng, accuracyM: Math.min(100_000, Math.round(accuracy)) })
  }
  const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError) =>
    told.denied(code === PERMISSION_DENIED)
  const watch = geolocation.watchPosition(here, failed, OPTIONS)
  const ask = setInterval(() => geolocation.getCurrentPosition(here, failed, OPTIONS), ASK_MS)
  return () => {
    geolocation.clearWatch(watch)
    clearInterval(ask)
  }
}
