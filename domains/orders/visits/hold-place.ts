import { findShops, loadRoster, rotaOf, spansOf } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { orderErrors } from '../errors.ts'
import { lockPlaces, takenAt, treatersOf } from './visit-data.ts'
import { busyUntil, holds, running } from './visit-times.ts'

export type Place = {
  orderId: string
  shopId: string
  therapistId: string | null
  room: string
  startsAt: Date
  endsAt: Date
}
/** Somebody who has just come in is booked for a few minutes ago. */
const JUST_MS = 30 * 60_000

/**
 * Makes sure that a therapist and a room are free for an appointment and stay so until it is saved.
 * Shape:  two bookings of one therapist follow one another behind a lock. `anyway`: a person books outside of opening and duty hours.
 * Errors: RangeError for a time that ends before it begins; orders.visitPast, orders.outsideHours, orders.therapistUnknown, orders.therapistOff, orders.therapistTaken, orders.roomTaken.
 */
export async function holdPlace(tx: Tx, ctx: Ctx, want: Place, anyway: boolean): Promise<void> {
  if (want.endsAt <= want.startsAt) throw new RangeError('a place is held for some time')
  if (want.startsAt.getTime() < ctx.now().getTime() - JUST_MS) throw orderErrors.visitPast({}, 'startsAt')
  if (!anyway) await checkOpen(tx, want)
  if (want.therapistId) await checkTherapist(tx, ctx, want, want.therapistId, anyway)
  await lockPlaces(tx, ctx.actor.brandId, placesOf(want))
  const now = ctx.now()
  const taken = await takenAt(tx, want, running(now))
  if (!taken) return
  const when = { from: taken.starts_at.toISOString(), to: busyUntil(taken, now).toISOString() }
  if (taken.therapist) throw orderErrors.therapistTaken(when, 'therapistId')
  throw orderErrors.roomTaken({ ...when, room: want.room }, 'room')
}

function placesOf({ therapistId, room, shopId }: Place): string[] {
  return [
    ...(therapistId ? [`therapist ${therapistId}`] : []),
    ...(room ? [`room ${shopId} ${room.toLowerCase()}`] : []),
  ]
}

async function checkOpen(tx: Tx, { shopId, startsAt, endsAt }: Place): Promise<void> {
  const shop = (await findShops(tx, [shopId])).get(shopId)
  if (!shop) throw orderErrors.shopUnknown({}, 'shopId')
  if (!holds(spansOf(shop.hours, shop.zone, startsAt, endsAt), startsAt, endsAt))
    throw orderErrors.outsideHours({}, 'startsAt')
}

async function checkTherapist(
  tx: Tx,
  ctx: Ctx,
  { shopId, startsAt, endsAt }: Place,
  therapistId: string,
  anyway: boolean,
): Promise<void> {
  const known = await therapistsOf(tx, shopId, ctx.now())
  if (!known.includes(therapistId)) throw orderErrors.therapistUnknown({}, 'therapistId')
  if (anyway) return
  const rota = (await rotaOf(tx, [therapistId], startsAt, endsAt)).get(therapistId)
  if (!holds(rota?.spans ?? [], startsAt, endsAt))
    throw orderErrors.therapistOff({ name: rota?.name ?? '' }, 'therapistId')
}

/** Who treats in a shop: the people of its treatment stations; where it has set up none, its own shop staff and advisors. */
export async function therapistsOf(tx: Tx, shopId: string, at: Date): Promise<string[]> {
  const atStations = await treatersOf(tx, shopId)
  if (atStations.length) return atStations
  const { people } = await loadRoster(tx, at)
  return people
    .filter((person) =>
      person.roles.some(
        ({ role, shops }) =>
          (role === 'shop_staff' || role === 'advisor') && shops !== 'all' && shops.includes(shopId),
      ),
    )
    .map((person) => person.id)
}
