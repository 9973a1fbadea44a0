import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { RoundView } from '#contracts/orders/delivery'
import type { KitchenBoard, KitchenTask, TapKind, TapResult } from '#contracts/orders/kitchen'
import type { Line } from './lunch-line.ts'
import { PACE, Screen, type Seen } from './lunch-screen.ts'
import { type LunchPerson, type LunchShop, near } from './lunch-world.ts'

/** How long people take, in seconds; everything times LUNCH_LIFE. */
const LIFE = Number(process.env.LUNCH_LIFE ?? 1)
const SECONDS = {
  begin: [4, 25],
  make: [15, 50],
  check: [3, 10],
  counter: [3, 12],
  fetch: [4, 15],
  ride: [15, 40],
  door: [3, 8],
}
/** Of a hundred: dishes that two cooks grab at once, and dishes that go back from the check. */
const RIVALS = 10
const BACK = 3
const POSITION_MS = 20_000

/** What was acknowledged and must be found afterwards. */
export type Kept = {
  /** By the sender's own number, the house's number. */
  orders: Map<string, string>
  /** Kitchen taps by key, with what became of them. */
  taps: Map<string, string>
  /** Riders' taps by their id, with the stop. */
  stops: Map<string, string>
  /** The customer's page, by the house's number: the token of its link. */
  pages: Map<string, string>
}
type Place = { line: Line; kept: Kept; seen: Seen[] }

/** One kitchen: its screen is open, its cooks begin, finish and check what stands there, sometimes two at the same dish. */
export function openKitchen(place: Place, shop: LunchShop): void {
  const busy = new Set<string>()
  const path = `/api/shops/${shop.id}/kitchen`
  const look = { screen: 'kitchen', path, cookie: shop.cooks[0]!.cookie, everyMs: PACE.one }
  new Screen(place.line, look, place.seen, (board: KitchenBoard) => {
    for (const task of board.tasks)
      if (task.state !== 'done' && !task.later && !busy.has(task.id)) {
        busy.add(task.id)
        void cook(place, shop, task).finally(() => busy.delete(task.id))
      }
    for (const task of board.tasks) if (task.orderKind === 'pickup') fetched(place, shop, task, busy)
  })
}

async function cook(place: Place, shop: LunchShop, task: KitchenTask): Promise<void> {
  const hand = () => shop.cooks[Math.floor(Math.random() * shop.cooks.length)]!
  let { state } = task
  if (state === 'waiting') {
    await pause('begin')
    const [first, second] = [hand(), hand()]
    const grabs = [tap(place, shop, first, task.id, 'start')]
    if (Math.random() * 100 < RIVALS) grabs.push(tap(place, shop, second, task.id, 'start'))
    await Promise.all(grabs)
    state = 'making'
  }
  if (state === 'making') {
    await pause('make')
    await tap(place, shop, hand(), task.id, 'done')
  }
  await pause('check')
  const back = task.rework === 0 && Math.random() * 100 < BACK
  await tap(place, shop, hand(), task.id, back ? 'back' : 'pass')
}

async function tap(
  { line, kept }: Place,
  shop: LunchShop,
  { id: staffId, cookie }: LunchPerson,
  taskId: string,
  kind: TapKind,
): Promise<void> {
  if (line.over) return
  const key = randomUUID()
  const at = new Date().toISOString()
  const given = { key, taskId, kind, at, staffId, ...(kind === 'back' ? { reason: '太咸' } : {}) }
  const answer = await line.insist({
    ...{ kind: `kitchen: ${kind}`, method: 'POST', path: `/api/shops/${shop.id}/kitchen/taps` },
    ...{ headers: { cookie }, body: { taps: [given] } },
  })
  const [result] = answer.status === 200 ? (answer.body as { results: TapResult[] }).results : []
  if (result && result.outcome !== 'unknown') kept.taps.set(key, result.outcome)
}

/** What is fetched is given over the counter a while after it is ready. */
function fetched(place: Place, shop: LunchShop, task: KitchenTask, busy: Set<string>): void {
  if (task.orderStatus !== 'ready' || busy.has(task.orderId)) return
  busy.add(task.orderId)
  void (async () => {
    await pause('counter')
    if (place.line.over) return
    await place.line.insist({
      ...{ kind: 'counter: hand over', method: 'PUT', path: `/api/orders/${task.orderId}/hand-over` },
      ...{ headers: { cookie: shop.manager.cookie }, body: { note: '' } },
    })
  })()
}

type Round = Pick<RoundView, 'stops' | 'way'>

/** One rider's phone: shows the round as it changes, says where it is, and taps what is done. */
export function sendRider(place: Place, shop: LunchShop, { cookie }: LunchPerson): void {
  const { line } = place
  let round: Round = { stops: [], way: [] }
  let riding = false
  const go = () => {
    if (riding || line.over || !round.stops.some((stop) => stop.ready)) return
    riding = true
    void ride(
      place,
      cookie,
      () => round,
      (next) => {
        round = next
      },
    ).finally(() => {
      riding = false
    })
  }
  const look = { screen: 'rider', path: '/api/round', cookie, everyMs: PACE.board }
  new Screen(line, look, place.seen, (body: Round) => {
    round = body
    go()
  })
  const report = () => {
    if (line.over) return
    void line.once({
      ...{ kind: 'rider: position', method: 'PUT', path: '/api/round/position' },
      ...{ headers: { cookie }, body: { ...near(shop.at, 1.5), accuracyM: 20 } },
    })
    setTimeout(report, POSITION_MS)
  }
  setTimeout(report, Math.random() * POSITION_MS)
}

/** Takes everything that is ready, then one door after the other. */
async function ride(
  place: Place,
  cookie: string,
  now: () => Round,
  set: (round: Round) => void,
): Promise<void> {
  const say = async (stopId: string, what: object, kind: string) => {
    const answer = await tapStop(place, cookie, stopId, what, kind)
    if (answer) set(answer)
    return answer !== null
  }
  await pause('fetch')
  for (const stop of now().stops)
    if (stop.ready && stop.state === 'assigned') await say(stop.id, { what: 'pick_up' }, 'pick up')
  for (;;) {
    const { stops, way } = now()
    const next = way
      .map((leg) => stops.find((s) => s.id === leg.stopId))
      .find((s) => s?.state === 'picked_up')
    if (!next || place.line.over) return
    await pause('ride')
    if (!(await say(next.id, { what: 'arrive' }, 'arrive'))) return
    await pause('door')
    const code = await askCode(place, next.number)
    if (!code || !(await say(next.id, { what: 'hand_over', proof: { kind: 'code', code } }, 'hand over')))
      return
  }
}

async function tapStop(
  { line, kept }: Place,
  cookie: string,
  stopId: string,
  what: object,
  kind: string,
): Promise<Round | null> {
  if (line.over) return null
  const id = randomUUID()
  const answer = await line.insist({
    ...{ kind: `rider: ${kind}`, method: 'POST', path: `/api/round/stops/${stopId}/taps` },
    ...{ headers: { cookie }, body: { id, at: new Date().toISOString(), ...what } },
  })
  if (answer.status !== 200) return null
  kept.stops.set(id, stopId)
  return answer.body as Round
}

/** The customer reads the four digits from the own page. */
async function askCode({ line, kept }: Place, number: string): Promise<string | null> {
  const token = kept.pages.get(number)
  if (!token || line.over) return null
  const answer = await line.insist({
    ...{ kind: 'customer: page', method: 'GET', path: `/api/public/orders/${token}` },
    headers: { 'x-forwarded-for': `10.1.${Number(number.slice(-4)) % 250}.${Number(number.slice(-2))}` },
  })
  return answer.status === 200 ? (answer.body as { code: string | null }).code : null
}

function pause(what: keyof typeof SECONDS): Promise<void> {
  const [least, most] = SECONDS[what] as [number, number]
  return wait((least + Math.random() * (most - least)) * 1000 * LIFE)
}
