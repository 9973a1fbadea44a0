import { orderLate } from '#contracts/orders'
import {
  type HandOver,
  type RoundView,
  roundChanged,
  type Tap,
  type TroubleKind,
} from '#contracts/orders/delivery'
import { proposeChange } from '#domains/customers'
import { findShops } from '#domains/people'
import { type Ctx, staffOf, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { orderErrors } from '../errors.ts'
import { maskAddress } from '../taking/mask-address.ts'
import { promiseAnew } from '../taking/order-deeds.ts'
import {
  ANY_ORDER,
  addTrace,
  type OrderDesk,
  openOrder,
  orderNumber,
  recordOrder,
  saveOrder,
  setStatus,
  tellOrder,
} from '../taking/order-desk.ts'
import { sayWhen } from '../taking/order-words.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import * as data from './delivery-data.ts'
import { dropPicture, keepPicture } from './door-picture.ts'
import { bringBack, deliver } from './finish-stop.ts'
import { isHandOverCode, MOST_TRIES } from './hand-over-code.ts'
import { planShop } from './plan-shop.ts'
import { readRound } from './read-round.ts'
import { after, carrierOf, reckonRound } from './reckon-round.ts'
import { troubleWords } from './trouble-words.ts'

const OLDEST_TAP_MIN = 120
const KNOWN_TAPS = 20
const ROUND_MIN = 5
/** After these a rider has room for more, or somebody else must bring something. */
const FREES: readonly Tap['what'][] = ['hand_over', 'trouble', 'return']

/** One stop in its rider's hands for the length of one tap. */
type Hand = { ctx: Ctx; tx: Tx; desk: OrderDesk; rider: data.RiderData; stop: data.DeliveryData; at: Date }
type Refused = 'codeWrong' | 'codeLocked' | null

/**
 * What a rider taps at a stop of the own round (O3): fetched, arrived, handed over, trouble, another door, brought back.
 * Shape:  the same tap twice changes nothing; `at` is the phone's time, never in the future and at most two hours ago.
 * Errors: orders.notFound for another's stop, orders.offDuty, orders.notReady, orders.stopOver, orders.proofWrong, orders.codeWrong with the
 *         tries left, orders.codeLocked; files.* for a picture that is none.
 */
export async function tapStop(ctx: Ctx, id: string, tap: Tap): Promise<RoundView> {
  const file = tap.what === 'hand_over' ? await keepPicture(ctx, id, tap) : undefined
  const { shopId, refused } = await tapped(ctx, id, tap, file).catch(async (error: unknown) => {
    if (file) await dropPicture(ctx, file)
    throw error
  })
  if (refused) throw orderErrors[refused]({}, 'code')
  // What was fetched or reached changes nobody else's round: the next plan comes within seconds anyway.
  if (FREES.includes(tap.what)) await planShop(systemContext(ctx, ctx.actor.brandId), shopId)
  return readRound(ctx)
}

function tapped(
  ctx: Ctx,
  id: string,
  tap: Tap,
  file: string | undefined,
): Promise<{ shopId: string; refused: Refused }> {
  return ctx.transaction(async (tx) => {
    const hand = await openHand(ctx, tx, id, tap)
    const shopId = hand.stop.shop_id
    if (hand.stop.taps.includes(tap.id)) return { shopId, refused: null }
    if (!hand.rider.on_duty_since) throw orderErrors.offDuty()
    const refused = await act(hand, tap, file)
    await Promise.all([
      refused ? null : rememberTap(hand, tap.id),
      saveOrder(hand.desk),
      publish(tx, ctx, eventRow(roundChanged, { shopId }, { shopId, staffIds: [hand.rider.staff_id] })),
    ])
    return { shopId, refused }
  })
}

async function openHand(ctx: Ctx, tx: Tx, id: string, tap: Tap): Promise<Hand> {
  const { staffId } = staffOf(ctx)
  const rider = await data.lockRider(tx, staffId)
  const known = rider && (await data.findOwnDelivery(tx, staffId, id))
  if (!known) throw orderErrors.notFound()
  const desk = (await openOrder(ctx, tx, known.order_id, ANY_ORDER))!
  const stop = await data.findOwnDelivery(tx, staffId, id)
  if (!stop) throw orderErrors.notFound()
  const [now, oldest] = [desk.now.getTime(), desk.now.getTime() - OLDEST_TAP_MIN * 60_000]
  const at = new Date(Math.min(now, Math.max(oldest, Date.parse(tap.at))))
  return { ctx, tx, desk, rider, stop, at }
}

async function act(hand: Hand, tap: Tap, file: string | undefined): Promise<Refused> {
  const state = tap.what === 'pick_up' ? 'assigned' : 'picked_up'
  const early = tap.what === 'trouble' && hand.stop.state === 'assigned'
  if (hand.stop.state !== state && !early) throw orderErrors.stopOver()
  switch (tap.what) {
    case 'pick_up':
      await pickUp(hand)
      return null
    case 'arrive':
      await arrive(hand)
      return null
    case 'hand_over':
      return handOver(hand, tap.proof, file)
    case 'trouble':
      await reportTrouble(hand, tap)
      return null
    case 'address':
      await reportAddress(hand, tap.text)
      return null
    case 'return':
      await bringBack(hand.desk, hand.stop, tap.reason, hand.at)
      recordOrder(hand.desk, 'orders.return', { reason: tap.reason })
      return null
  }
}

/** From the counter into the bag: the customer hears when it will be there, and that word is measured afterwards. */
async function pickUp({ ctx, tx, desk, rider, stop, at }: Hand): Promise<void> {
  const { order } = desk
  if (order.status !== 'ready') throw orderErrors.notReady()
  setStatus(desk, 'delivering', {}, at)
  const round = await data.roundStops(tx, rider.staff_id)
  const shops = await findShops(tx, [...new Set(round.map((s) => s.shop_id))])
  const policy = desk.playbook.playbook.orders
  const now = new Date(Math.max(at.getTime(), desk.now.getTime()))
  const etas = reckonRound(
    round.map((s) => (s.id === stop.id ? { ...s, state: 'picked_up' } : s)),
    carrierOf(rider, policy, now),
    { shops, policy, now, at: shops.get(stop.shop_id)?.point ?? null },
  )
  const eta = etas.get(stop.id) ?? after(now, policy.rider.atDoorMin)
  order.expected_at = eta
  addTrace(
    desk,
    'picked_up',
    { riderId: rider.staff_id, rider: staffOf(ctx).name, etaAt: eta.toISOString() },
    at,
  )
  await data.updateDelivery(tx, stop.id, {
    state: 'picked_up',
    picked_up_at: at,
    eta_at: eta,
    first_eta_at: eta,
    plan_at: desk.now,
    updated_at: desk.now,
  })
  const zone = shops.get(stop.shop_id)?.zone ?? 'Asia/Shanghai'
  await tellCustomer(desk, 'leftShop', { time: sayWhen(eta, order.locale, zone, desk.now) })
}

/** The word that somebody is at the door goes to the customer in the own channel: a call that needs no number. */
async function arrive({ tx, desk, stop, at }: Hand): Promise<void> {
  if (stop.arrived_at) return
  await data.updateDelivery(tx, stop.id, { arrived_at: at, updated_at: desk.now })
  await tellCustomer(desk, 'arrived', {})
}

/** The door was elsewhere: an agent or the customer confirms it, and from then on it is in the file (C2). */
async function reportAddress({ ctx, tx, desk, at }: Hand, text: string): Promise<void> {
  const { order } = desk
  const proposed = order.customer_id
    ? await proposeChange(tx, ctx, {
        customerId: order.customer_id,
        field: 'address',
        after: text,
        source: 'rider',
        sourceId: order.id,
        reason: orderNumber(order),
      })
    : ''
  addTrace(desk, 'address', { area: maskAddress(text), proposed: proposed !== '' }, at)
  recordOrder(desk, 'orders.reportAddress', { proposed: proposed !== '' })
}

async function handOver({ ctx, tx, desk, stop, at }: Hand, proof: HandOver, file?: string): Promise<Refused> {
  const wanted = desk.playbook.playbook.orders.rider.handOver
  if (wanted !== 'any' && wanted !== proof.kind) throw orderErrors.proofWrong()
  if (proof.kind === 'code') {
    if (stop.code_tries >= MOST_TRIES) return 'codeLocked'
    if (!isHandOverCode(ctx.keys, desk.order.id, proof.code)) {
      // Kept although the tap is refused: four digits bear only so many tries.
      await data.updateDelivery(tx, stop.id, { code_tries: stop.code_tries + 1, updated_at: desk.now })
      recordOrder(desk, 'orders.wrongCode', { tries: stop.code_tries + 1 })
      return 'codeWrong'
    }
  }
  await deliver(desk, stop, { kind: proof.kind, at: at.toISOString(), ...(file ? { file } : {}) }, at)
  return null
}

/**
 * Trouble on the way: everything this rider carries arrives so much later. Whoever was promised less hears the new time at once, and why; the
 * agents are told; what is not fetched yet may go to somebody else.
 */
async function reportTrouble(hand: Hand, tap: Extract<Tap, { what: 'trouble' }>): Promise<void> {
  const { ctx, tx, desk, rider, stop, at } = hand
  const until = new Date(Math.max(desk.now.getTime(), at.getTime() + tap.delayMin * 60_000))
  await data.saveRider(tx, { brand_id: stop.brand_id, staff_id: rider.staff_id, held_until: until })
  const round = await data.roundStops(tx, rider.staff_id)
  const others = round.filter((s) => s.state === 'picked_up' && s.id !== stop.id)
  await delay(desk, stop, tap, at)
  await data.updateDelivery(tx, stop.id, {
    trouble: { kind: tap.kind, at: at.toISOString(), delayMin: tap.delayMin, note: tap.note },
    updated_at: desk.now,
  })
  // In one order of ids: two taps never wait for one another crosswise.
  for (const other of others.toSorted((a, b) => (a.order_id < b.order_id ? -1 : 1))) {
    const beside = await openOrder(ctx, tx, other.order_id, ANY_ORDER)
    if (!beside) continue
    await delay(beside, other, tap, at)
    await saveOrder(beside)
  }
  await data.nudge(tx, desk.now, { riderId: rider.staff_id, shopIds: rider.shop_ids })
}

async function delay(
  desk: OrderDesk,
  stop: data.DeliveryData,
  { kind, delayMin, note }: { kind: TroubleKind; delayMin: number; note: string },
  at: Date,
): Promise<void> {
  const { order, now, tx } = desk
  const before = Math.max(now.getTime(), stop.eta_at?.getTime() ?? now.getTime())
  const eta = new Date(before + delayMin * 60_000)
  addTrace(desk, 'trouble', { riderId: stop.rider_id, kind, delayMin, note, etaAt: eta.toISOString() }, at)
  recordOrder(desk, 'orders.trouble', { kind, delayMin })
  tellOrder(desk, orderLate, { reason: kind })
  await data.updateDelivery(tx, stop.id, { eta_at: eta, plan_at: now, updated_at: now })
  if (order.promised_at && eta > order.promised_at)
    await promiseAnew(desk, roundedUp(eta), troubleWords(kind, order.locale), true)
  order.expected_at = eta
}

/** A promise is kept or not: the next five minutes. */
function roundedUp(at: Date): Date {
  const step = ROUND_MIN * 60_000
  return new Date(Math.ceil(at.getTime() / step) * step)
}

async function rememberTap({ tx, desk, stop }: Hand, tapId: string): Promise<void> {
  await data.updateDelivery(tx, stop.id, {
    taps: [...stop.taps, tapId].slice(-KNOWN_TAPS),
    updated_at: desk.now,
  })
}
