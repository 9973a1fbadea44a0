import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPlace } from './watch-place.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A phone that lies on the counter: it speaks once by itself, afterwards only when it is asked. */
function stillPhone() {
  const place = () =>
    ({
      coords: { latitude: 30.27, longitude: 120.01, accuracy: 12.4 },
      timestamp: Date.now(),
    }) as GeolocationPosition
  return {
    watchPosition: (here: PositionCallback) => {
      here(place())
      return 1
    },
    getCurrentPosition: (here: PositionCallback) => here(place()),
    clearWatch: () => {},
  } as Geolocation
}

test('a phone that lies still is heard of every minute, and no more once it is told to stop', () => {
  const heard: unknown[] = []
  const stop = watchPlace(stillPhone(), { here: (place) => heard.push(place), denied: () => {} })
  expect(heard).toEqual([{ lat: 30.27, lng: 120.01, accuracyM: 12 }])
  vi.advanceTimersByTime(5 * 60_000)
  expect(heard).toHaveLength(6)
  stop()
  vi.advanceTimersByTime(5 * 60_000)
  expect(heard).toHaveLength(6)
})
