import { expect, test } from 'vitest'
import { mapScale } from './map-scale.ts'

const SIZE = { width: 400, height: 300, pad: 20 }

test('every place is inside, north is up and east is right', () => {
  const [a, b] = [
    { lat: 30.25, lng: 120.15 },
    { lat: 30.3, lng: 120.1 },
  ]
  const scale = mapScale([a, b], SIZE)!
  const [low, high] = [scale.xy(a), scale.xy(b)]
  expect(high.y).toBeLessThan(low.y)
  expect(high.x).toBeLessThan(low.x)
  for (const { x, y } of [low, high]) {
    expect(x).toBeGreaterThanOrEqual(20 - 1e-6)
    expect(x).toBeLessThanOrEqual(380 + 1e-6)
    expect(y).toBeGreaterThanOrEqual(20 - 1e-6)
    expect(y).toBeLessThanOrEqual(280 + 1e-6)
  }
})

test('one single place stands in the middle, with a bar of a round length', () => {
  const scale = mapScale([{ lat: 30, lng: 120 }], SIZE)!
  expect(scale.xy({ lat: 30, lng: 120 })).toEqual({ x: 200, y: 150 })
  expect([0.1, 0.2, 0.5, 1]).toContain(scale.bar.km)
  expect(scale.bar.px).toBeLessThanOrEqual(100)
})

test('nothing to show is no map', () => {
  expect(mapScale([], SIZE)).toBeNull()
})
