import { v4 as uuidv4 } from 'uuid'
import type { Point } from '#contracts/kit'
import type { Tap } from '#contracts/orders/delivery'
import { handOverCode, readRound, setDuty, setPosition, tapStop } from '#domains/orders'
import type { Ctx } from '#platform/context'
import { nextDoor, type Ride, type RiderNow, riderNow, waitsForRider } from './live-data.ts'
import { chance, type Place, secondsSince, unlessRefused } from './place.ts'

/** Three times as fast as a rider: whoever watches the demo does not wait a quarter of an hour. */
const METRES_A_SECOND = 15
const NEAR_M = 80
const METRES = 111_195
const REPORT_S = 8
const DOOR_S = 15
/** An address without a place on the map is reached after so long. */
const UNKNOWN_WAY_S = 150
/** Of a hundred ways: traffic after half a minute. */
const TROUBLE = 5

type Deed = Tap extends infer T ? (T extends Tap ? Omit<T, 'id' | 'at'> : never) : never

/** What the riders of one shop do now: come on duty when something waits, fetch, ride, say where they are, hand over. */
export async function rideSomewhere(place: Place): Promise<number> {
  const { services, brandId, shop } = place
  let done = 0
  for (const riderId of shop.riders) {
    const ctx = await place.as(riderId)
    if (!ctx) continue
    const { rider, door, waits } = await services.db.inBrand(brandId, async (tx) => ({
      rider: await riderNow(tx, riderId),
      door: await nextDoor(tx, riderId),
      waits: await waitsForRider(tx, shop.id),
    }))
    if (!rider.onDuty) {
      if (waits && (await unlessRefused(() => setDuty(ctx, true)))) done += 1
      continue
    }
    done += door ? await goOn(place, ctx, rider, door) : await fetchAll(place, ctx, rider)
  }
  return done
}

/** At the counter: everything that is ready goes into the bag. */
async function fetchAll(place: Place, ctx: Ctx, rider: RiderNow): Promise<number> {
  let done = await report(place, ctx, rider, place.shop.point)
  const { stops } = await readRound(ctx)
  for (const stop of stops)
    if (stop.ready && stop.state === 'assigned' && (await tap(place, ctx, stop.id, { what: 'pick_up' })))
      done += 1
  return done
}

/** On the way to one door. */
async function goOn(place: Place, ctx: Ctx, rider: RiderNow, door: Ride): Promise<number> {
  const { now, services } = place
  const rodeS = secondsSince(door.pickedUpAt, now)
  if (door.arrivedAt) {
    if (secondsSince(door.arrivedAt, now) < DOOR_S) return 0
    const code = handOverCode(services.keys, door.orderId)
    const proof = { kind: 'code', code } as const
    return (await tap(place, ctx, door.stopId, { what: 'hand_over', proof })) ? 1 : 0
  }
  if (!door.trouble && rodeS > 30 && rodeS < 60 && chance(door.stopId, 'trouble') * 100 < TROUBLE) {
    const trouble = { what: 'trouble', kind: 'traffic', delayMin: 8, note: '前面修路' } as const
    return (await tap(place, ctx, door.stopId, trouble)) ? 1 : 0
  }
  const from = rider.at ?? place.shop.point
  const there = door.to && from ? metres(from, door.to) < NEAR_M : rodeS > UNKNOWN_WAY_S
  if (there) return (await tap(place, ctx, door.stopId, { what: 'arrive' })) ? 1 : 0
  return report(place, ctx, rider, door.to)
}

/** The next place on the straight line to the goal. */
async function report({ shop, now }: Place, ctx: Ctx, rider: RiderNow, goal: Point | null): Promise<number> {
  const from = rider.at ?? shop.point
  const passedS = rider.positionAt ? secondsSince(rider.positionAt, now) : REPORT_S
  if (!from || !goal || passedS < REPORT_S) return 0
  const left = metres(from, goal)
  if (left < 1 && passedS < 60) return 0
  const part = left < 1 ? 1 : Math.min(1, (METRES_A_SECOND * Math.min(passedS, 30)) / left)
  const at = { lat: from.lat + (goal.lat - from.lat) * part, lng: from.lng + (goal.lng - from.lng) * part }
  return (await unlessRefused(() => setPosition(ctx, { ...at, accuracyM: 12 }))) ? 1 : 0
}

function tap({ now }: Place, ctx: Ctx, stopId: string, deed: Deed): Promise<boolean> {
  return unlessRefused(() => tapStop(ctx, stopId, { ...deed, id: uuidv4(), at: now.toISOString() }))
}

function metres(a: Point, b: Point): number {
  const lng = (b.lng - a.lng) * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(b.lat - a.lat, lng) * METRES
}
