import { expect, test } from 'vitest'
import { faultOf, placeIn } from './map-place.ts'

const SHANGHAI = { lat: 31.2304, lng: 121.4737 }

test.each([
  ['31.2304, 121.4737', SHANGHAI],
  ['31.2304，121.4737', SHANGHAI],
  ['121.4737,31.2304', SHANGHAI],
  ['31.2304 121.4737', SHANGHAI],
  ['31.2304°N, 121.4737°E', SHANGHAI],
  ['121.4737E 31.2304N', SHANGHAI],
  ['北纬31.2304 东经121.4737', SHANGHAI],
  ['经度 121.4737 纬度 31.2304', SHANGHAI],
  ['-33.8688, 151.2093', { lat: -33.8688, lng: 151.2093 }],
  ['33.8688°S 151.2093°E', { lat: -33.8688, lng: 151.2093 }],
  ['40.7128, -74.006', { lat: 40.7128, lng: -74.006 }],
])('%s is a place', (text, place) => {
  expect(placeIn(text)).toEqual(place)
})

test.each(['', '西湖银泰店', '31.2304', '延安路 98 号', '200, 300', '1, 2, 3'])('%j is none', (text) => {
  expect(placeIn(text)).toBeNull()
})

test.each([
  [null, null, null],
  [31, null, 'half'],
  [null, 121, 'half'],
  [91, 121, 'lat'],
  [31, -181, 'lng'],
  [90, 180, null],
] as const)('%j and %j: %j', (lat, lng, fault) => {
  expect(faultOf({ lat, lng })).toBe(fault)
})
