import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Condition } from '#contracts/tickets/filter'
import { type Bulk, type Export, ExportColumn } from '#contracts/tickets/inbox'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round, rssOf } from './measure.ts'
import { get, signIn } from './read.ts'
import { seedInbox } from './seed-inbox.ts'
import { type Served, serve } from './serve.ts'
import { makeWorld, type World } from './world.ts'

const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number)
const TIMES = 100
const MOST_ROWS = 100_000
const BULK = 1000

type Measured = { views: Record<string, number>; work: Record<string, number> }

/** (f) Filtered views over HTTP at two sizes with the ratio; what a file of 100 thousand rows takes in time and memory; tickets a second of a bulk deed. */
export async function measureInbox(cluster: BenchCluster) {
  const bySize: Measured[] = []
  for (const size of SIZES) bySize.push(await measureAt(cluster, size))
  const [small, large = small] = bySize
  const views = Object.keys(small!.views).map((name) => {
    const [few, many] = [small!.views[name]!, large!.views[name]!]
    return [
      `view: ${name}`,
      { [`p95Ms at ${SIZES[0]}`]: few, [`p95Ms at ${SIZES.at(-1)}`]: many, ratio: round(many / few) },
    ] as const
  })
  const work = Object.keys(large!.work).map((name) => {
    const [few, many] = [small!.work[name]!, large!.work[name]!]
    return [
      name,
      { [`at ${SIZES[0]}`]: few, [`at ${SIZES.at(-1)}`]: many, ratio: round(many / few) },
    ] as const
  })
  return Object.fromEntries([...views, ...work])
}

async function measureAt(cluster: BenchCluster, size: number): Promise<Measured> {
  const options = await cluster.database(`inbox_${size}`)
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const first = { content: '汤洒了，等了一个小时', stars: 1, shopCode: 'B1' }
  const headers = { authorization: `Bearer ${world.apiKey}`, 'idempotency-key': 'the-first-one' }
  await app.server.inject({ method: 'POST', url: '/api/v1/feedback', headers, payload: first })
  await app.close()
  const owner = await cluster.client(options.ownerUrl)
  const begun = performance.now()
  await seedInbox(owner, world, size)
  await owner.end()
  console.log(`${size} tickets in ${Math.round((performance.now() - begun) / 1000)} s`)
  const served = await serve({ ...options, role: 'all' })
  try {
    const views = await measureViews(served.address, world)
    const csv = await measureExport(served, world, size, 'csv')
    const xlsx = await measureExport(served, world, size, 'xlsx')
    return { views, work: { ...csv, ...xlsx, ...(await measureBulk(served, world)) } }
  } finally {
    await served.stop()
  }
}

const is = (field: string, ...values: string[]) => ({ field, op: 'is', values }) as Condition
const days = (field: 'opened' | 'closed', amount: number): Condition => ({
  field,
  op: 'within',
  span: { amount, unit: 'day' },
})

async function measureViews(address: string, world: World): Promise<Record<string, number>> {
  const lead = await signIn(address, world.login)
  const manager = await signIn(address, 'manager-b1@bench')
  const shop = world.shops[3]!.id
  const few: Condition = { field: 'stars', op: 'at_most', value: 2 }
  const never: Condition = { field: 'escalation', op: 'at_least', value: 9 }
  const words = (value: string): Condition => ({ field: 'words', op: 'contain', value })
  const overdue: Condition = { field: 'overdue', op: 'is', value: true }
  const asked: [string, string, string, Condition[], string?][] = [
    ['one shop', lead, 'every', [is('shop', shop)]],
    ['one shop, closed', lead, 'closed', [is('shop', shop)]],
    ['one category', lead, 'every', [is('category', 'c1.k1')]],
    ['a whole category, newest', lead, 'every', [is('category', 'c1')], 'newest'],
    ['rare category', lead, 'every', [is('category', 'rare.one')]],
    ['tag', lead, 'every', [is('tag', '加急')]],
    ['rare tag, closed', lead, 'closed', [is('tag', '媒体')]],
    ['one person, closed', lead, 'closed', [is('assignee', world.agents[5]!)]],
    ['stars at most 2', lead, 'every', [few]],
    ['complaints opened within 30 days', lead, 'every', [is('kind', 'complaint'), days('opened', 30)]],
    ['overdue complaints', lead, 'every', [overdue, is('kind', 'complaint')]],
    ['rare word', lead, 'every', [words('蟑螂')]],
    ['frequent word, low stars', lead, 'every', [words('冰'), few]],
    ['one cause, oldest', lead, 'every', [is('cause', 'kitchen')], 'oldest'],
    ['shop, category, stars', lead, 'every', [is('shop', shop), is('category', 'c1'), few]],
    ['open by priority', lead, 'all', [few], 'priority'],
    ['stars at most 2 (shop manager)', manager, 'every', [few]],
    ['another shop (shop manager)', manager, 'every', [is('shop', shop)]],
    ['nothing fits: one window', lead, 'every', [never]],
  ]
  const out: Record<string, number> = {}
  const measure = async (name: string, path: string, cookie: string) => {
    for (let n = 0; n < 5; n++) await get(address, path, cookie)
    const took: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now()
      await get(address, path, cookie)
      took.push(performance.now() - begun)
    }
    out[name] = percentiles(took).p95Ms
  }
  for (const [name, cookie, view, conditions, sort = 'updated'] of asked) {
    const query = new URLSearchParams({ view, sort, conditions: JSON.stringify(conditions) })
    await measure(name, `/api/tickets?${query}`, cookie)
    if (cookie !== lead) continue
    const body = { name: name.slice(0, 24), view, sort, conditions, columns: [] }
    await send(address, '/api/saved-views', cookie, body)
  }
  await measure(`counts of ${asked.length - 2} saved views`, '/api/saved-views/counts', lead)
  return out
}

/** Rows a second, and by how much the program's memory grows at most while a file is written. */
async function measureExport(
  served: Served,
  world: World,
  size: number,
  format: 'csv' | 'xlsx',
): Promise<Record<string, number>> {
  const lead = await signIn(served.address, world.login)
  const before = rssOf(served)
  const id = randomUUID()
  // Two years are seeded; so many days of them hold a hundred thousand tickets, or all of a small brand.
  const span = Math.min(730, Math.ceil((730 * MOST_ROWS) / size))
  const filter = { view: 'every', conditions: [days('opened', span)] }
  const begun = performance.now()
  await send(served.address, '/api/exports', lead, { id, format, filter, columns: ExportColumn.options })
  let [most, file] = [0, undefined as Export | undefined]
  do {
    await wait(100)
    most = Math.max(most, rssOf(served))
    file = (await get(served.address, `/api/exports/${id}`, lead)) as Export
  } while (file.state === 'running')
  const seconds = (performance.now() - begun) / 1000
  if (file.state !== 'done') throw new Error(`the file is ${file.state}`)
  return {
    [`${format}: rows`]: file.rows,
    [`${format}: rows/s`]: Math.round(file.rows / seconds),
    [`${format}: memory grows by MB`]: round(most - before, 1),
  }
}

/** Tickets a second, and what the inbox costs somebody else meanwhile. */
async function measureBulk({ address }: Served, world: World): Promise<Record<string, number>> {
  const lead = await signIn(address, world.login)
  const agent = await signIn(address, 'agent1@bench')
  const ids: string[] = []
  for (let cursor = ''; ids.length < BULK; ) {
    const page = (await get(
      address,
      `/api/tickets?view=all&limit=100${cursor && `&cursor=${cursor}`}`,
      lead,
    )) as {
      rows: { id: string }[]
      next: string | null
    }
    ids.push(...page.rows.map((row) => row.id))
    if (!page.next) break
    cursor = page.next
  }
  const id = randomUUID()
  const deed = { kind: 'tag', add: ['批量'], remove: [] }
  const begun = performance.now()
  await send(address, '/api/bulks', lead, { id, deed, tickets: { by: 'ids', ids: ids.slice(0, BULK) } })
  const took: number[] = []
  let bulk: Bulk
  do {
    const at = performance.now()
    await get(address, '/api/tickets?view=all', agent)
    took.push(performance.now() - at)
    bulk = (await get(address, `/api/bulks/${id}`, lead)) as Bulk
  } while (bulk.state === 'running')
  return {
    'bulk: tickets/s': round(bulk.done / ((performance.now() - begun) / 1000), 1),
    'bulk: inbox p95Ms meanwhile': percentiles(took).p95Ms,
  }
}

async function send(address: string, path: string, cookie: string, body: unknown): Promise<unknown> {
  const res = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!res.ok) throw new Error(`${path}: ${res.status} ${await res.text()}`)
  return res.json()
}
