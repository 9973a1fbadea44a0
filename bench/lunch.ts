import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { decisionRows, readDecisions } from './lunch-decisions.ts'
import { writeHistory } from './lunch-history.ts'
import { Line, type Took } from './lunch-line.ts'
import { type Kept, openKitchen, sendRider } from './lunch-people.ts'
import { PACE, Screen, type Seen } from './lunch-screen.ts'
import { truth } from './lunch-truth.ts'
import { type LunchWorld, makeLunch, orderFor } from './lunch-world.ts'
import { databaseCpu, percentiles, round } from './measure.ts'
import { type Served, serve } from './serve.ts'
import { Meter } from './soak-watch.ts'

const SECONDS = Number(process.env.LUNCH_S ?? 120)
const SHOPS = Number(process.env.LUNCH_SHOPS ?? 200)
const PER_HOUR = Number(process.env.LUNCH_RATE ?? 20_000)
/** Orders of the week before. */
const HISTORY = 30_000
/** Kitchens and riders are as busy as in the middle of the hour before anything is measured. */
const BEFORE_S = Number(process.env.LUNCH_BEFORE_S ?? 75)
/** When, in parts of the measured time, which process is killed and begun anew. */
const KILLS =
  process.env.LUNCH_KILLS === '0'
    ? []
    : ([
        { at: 0.4, who: 'web' },
        { at: 0.7, who: 'worker' },
      ] as const)
/** So long after a kill what had piled up is being worked off; outside of it lunch is even. */
const DISTURBED_MS = 15_000
const BARE_EVERY_MS = 100

/**
 * (i) A lunch peak: 200 shops, 20,000 orders an hour, with every tap of kitchens and riders through the API, on one web process and one
 * worker, each killed once. Nothing acknowledged may be lost, nothing be in two hands, and the screens must follow within a second.
 */
export async function measureLunch(cluster: BenchCluster) {
  const options = { ...(await cluster.database('lunch')), trustProxy: true }
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeLunch(app.services, cluster, options.ownerUrl, SHOPS)
  await app.close()
  const owner = await cluster.client(options.ownerUrl)
  await writeHistory(owner, world, HISTORY)
  const peak = new Peak(
    world,
    await serve({ ...options, role: 'web' }),
    await serve({ ...options, role: 'worker' }),
  )
  try {
    openEverything(peak)
    await order(peak, BEFORE_S)
    const before = peak.start(cluster)
    const bare = bareCommits(owner, peak)
    const killing = killOnTheWay(peak, (role) => serve({ ...options, role }))
    await order(peak, SECONDS)
    const used = peak.used(cluster, before)
    await killing
    await readDecisions(peak.decisions, [peak.web, peak.worker])
    await peak.line.end()
    return { ...rows(peak, used, await bare), ...(await truth(owner, peak.kept)) }
  } finally {
    await Promise.all([peak.web.stop(), peak.worker.stop()])
    await owner.end()
  }
}

type Used = { web: number; worker: number; database: number; people: number }

class Peak {
  world: LunchWorld
  web: Served
  worker: Served
  meters: { web: Meter; worker: Meter }
  line: Line
  kept: Kept = { orders: new Map(), taps: new Map(), stops: new Map(), pages: new Map() }
  seen: Seen[] = []
  decisions: Map<string, number>[] = []
  ordered = 0
  began = 0
  ended = 0
  outageMs = 0
  killedAt: number[] = []

  constructor(world: LunchWorld, web: Served, worker: Served) {
    this.world = world
    this.web = web
    this.worker = worker
    this.meters = { web: new Meter(web), worker: new Meter(worker) }
    this.line = new Line(web.address)
  }

  start(cluster: BenchCluster): Used {
    this.began = performance.now()
    return this.cpu(cluster)
  }

  used(cluster: BenchCluster, before: Used): Used {
    this.ended = performance.now()
    const after = this.cpu(cluster)
    const parts = Object.keys(after) as (keyof Used)[]
    return Object.fromEntries(parts.map((part) => [part, after[part] - before[part]])) as Used
  }

  private cpu(cluster: BenchCluster): Used {
    const { user, system } = process.cpuUsage()
    return {
      web: this.meters.web.seconds,
      worker: this.meters.worker.seconds,
      database: databaseCpu(cluster.postmasterPid()),
      people: (user + system) / 1e6,
    }
  }

  measured = ({ begun }: { begun: number }): boolean => begun >= this.began && begun <= this.ended

  disturbed = ({ begun }: { begun: number }): boolean =>
    this.killedAt.some((at) => begun > at - 1000 && begun < at + DISTURBED_MS)
}

/** Every kitchen's screen and every rider's phone, the boards of the regions and the agents' lists. */
function openEverything({ world, line, kept, seen }: Peak): void {
  const place = { line, kept, seen }
  for (const shop of world.shops) {
    openKitchen(place, shop)
    for (const rider of shop.riders) sendRider(place, shop, rider)
  }
  for (const { cookie } of world.dispatchers)
    new Screen(line, { screen: 'dispatch', path: '/api/dispatch', cookie, everyMs: PACE.board }, seen)
  for (const { cookie } of world.agents)
    new Screen(line, { screen: 'order list', path: '/api/orders', cookie, everyMs: PACE.list }, seen)
}

/** One order every so many milliseconds, whatever the answers to the earlier ones do. */
async function order(peak: Peak, seconds: number): Promise<void> {
  const begun = performance.now()
  const everyMs = 3_600_000 / PER_HOUR
  for (let n = 0; performance.now() - begun < seconds * 1000; n++) {
    const due = begun + n * everyMs
    if (due > performance.now() + 2) await wait(due - performance.now())
    void placeOne(peak, peak.ordered++)
  }
}

async function placeOne({ world, line, kept }: Peak, n: number): Promise<void> {
  const shop = world.shops[(n * 7919) % world.shops.length]!
  const sent = randomUUID()
  const answer = await line.insist({
    ...{ kind: 'order: place', method: 'POST', path: '/api/v1/orders' },
    headers: { authorization: `Bearer ${world.apiKey}` },
    body: orderFor(world, shop, n, sent),
  })
  if (answer.status !== 201) return
  const { number, tracking } = answer.body as { number: string; tracking: string }
  kept.orders.set(sent, number)
  kept.pages.set(number, tracking.split('/o/')[1]!)
}

async function killOnTheWay(peak: Peak, again: (role: 'web' | 'worker') => Promise<Served>): Promise<void> {
  let at = 0
  for (const { at: when, who } of KILLS) {
    await wait((when - at) * SECONDS * 1000)
    at = when
    await readDecisions(peak.decisions, [peak[who]])
    peak.meters[who].leave()
    peak[who].process.kill('SIGKILL')
    const killedAt = performance.now()
    peak.killedAt.push(killedAt)
    peak[who] = await again(who)
    peak.meters[who].follow(peak[who])
    if (who !== 'web') continue
    peak.line.address = peak.web.address
    peak.outageMs = performance.now() - killedAt
  }
}

/** What the smallest lasting thing costs on this machine in the same minutes: one row, committed, on a connection of its own. */
async function bareCommits(owner: pg.Client, peak: Peak): Promise<Took[]> {
  await owner.query('create table if not exists public.bare (id bigserial primary key, body text)')
  const took: Took[] = []
  while (!peak.ended) {
    const begun = performance.now()
    await owner.query("insert into public.bare (body) values (repeat('x', 300))")
    took.push({ kind: 'bare', begun, ms: performance.now() - begun })
    await wait(BARE_EVERY_MS)
  }
  return took
}

type Row = Record<string, number>

function rows(peak: Peak, used: Used, bare: Took[]): Record<string, Row> {
  const took = peak.line.took.filter(peak.measured)
  const even = <T extends { begun: number }>(all: T[]) => all.filter((one) => !peak.disturbed(one))
  const looks = (kind: string) => kind.startsWith('screen: ') || kind.startsWith('customer: ')
  const events = took.filter((one) => !looks(one.kind))
  const bareP95 = percentiles(even(bare).map((one) => one.ms)).p95Ms
  const line = (all: { ms: number }[]): Row => {
    const { count, p50Ms, p95Ms, p99Ms, maxMs } = percentiles(all.map((one) => one.ms))
    return { count, p50Ms, p95Ms, p99Ms, maxMs, 'p95, times a bare commit': round(p95Ms / bareP95, 1) }
  }
  const kinds = Object.entries(Object.groupBy(even(took), (one) => one.kind)).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const screens = Object.entries(Object.groupBy(even(peak.seen.filter(peak.measured)), (one) => one.screen))
  const seconds = (peak.ended - peak.began) / 1000
  const cpu = used.web + used.worker + used.database
  return {
    'orders an hour': {
      value: round((took.filter((t) => t.kind === 'order: place').length / seconds) * 3600, 0),
    },
    'events a second': { value: round(events.length / seconds, 1) },
    'looks a second': { value: round((took.length - events.length) / seconds, 1) },
    'every event, even': line(even(events)),
    'every event, with the kills': line(events),
    ...Object.fromEntries(kinds.map(([kind, all]) => [kind, line(all!)])),
    'bare commit': line(even(bare)),
    ...Object.fromEntries(
      screens.map(([screen, all]) => [`${screen} is current after`, percentiles(all!.map((one) => one.ms))]),
    ),
    ...decisionRows(peak.decisions),
    'nobody to answer after the kill, s': { value: round(peak.outageMs / 1000, 1) },
    'tried again after a cut connection': { value: peak.line.retries },
    ...Object.fromEntries(
      Object.entries(used).map(([part, s]) => [`processor: ${part}, cores`, { value: round(s / seconds) }]),
    ),
    'processor for an event or a look, ms': { value: round((cpu * 1000) / took.length) },
    ...Object.fromEntries([...peak.line.refused].map(([what, n]) => [`refused ${what}`, { value: n }])),
  }
}
