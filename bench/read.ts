import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round } from './measure.ts'
import { seedTickets } from './seed-tickets.ts'
import { serve } from './serve.ts'
import { BENCH_PASSWORD, makeWorld, type World } from './world.ts'

const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number)
const TIMES = 120

/** (b) Inbox page, ticket page and view counts at two sizes, over HTTP, one reader at a time: p95 and the ratio of the two. */
export async function measureRead(cluster: BenchCluster) {
  const bySize: Record<string, number>[] = []
  for (const size of SIZES) bySize.push(await measureAt(cluster, size))
  const [small = {}, large = {}] = bySize
  return Object.fromEntries(
    Object.keys(small).map((page) => [
      page,
      {
        [`p95Ms at ${SIZES[0]}`]: small[page],
        [`p95Ms at ${SIZES[1]}`]: large[page],
        ratio: round((large[page] ?? 0) / (small[page] ?? 1)),
      },
    ]),
  )
}

async function measureAt(cluster: BenchCluster, size: number): Promise<Record<string, number>> {
  const options = await cluster.database(`read_${size}`)
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const first = { content: '汤洒了，等了一个小时', stars: 1, shopCode: 'B1' }
  const headers = { authorization: `Bearer ${world.apiKey}`, 'idempotency-key': 'the-first-one' }
  await app.server.inject({ method: 'POST', url: '/api/v1/feedback', headers, payload: first })
  await app.close()
  const owner = await cluster.client(options.ownerUrl)
  await seedTickets(owner, world, size)
  const { rows } = await owner.query<{ id: string }>(
    'select id from tickets.ticket where closed_at is null order by md5(id::text) limit 200',
  )
  await owner.end()
  const served = await serve({ ...options, role: 'web' })
  try {
    return await readPages(
      served.address,
      world,
      rows.map((r) => r.id),
    )
  } finally {
    await served.stop()
  }
}

async function readPages(address: string, world: World, ids: string[]): Promise<Record<string, number>> {
  const lead = await signIn(address, world.login)
  const agent = await signIn(address, 'agent0@bench')
  const manager = await signIn(address, 'manager-b1@bench')
  const deep = await cursorAt(address, lead, 20)
  const pages: [string, string, (n: number) => string][] = [
    ['inbox: mine (agent)', agent, () => '/api/tickets?view=mine'],
    ['inbox: all (lead)', lead, () => '/api/tickets?view=all'],
    ['inbox: all, page 20 (lead)', lead, () => `/api/tickets?view=all&cursor=${deep}`],
    ['inbox: all (shop manager)', manager, () => '/api/tickets?view=all'],
    ['inbox: breached (lead)', lead, () => '/api/tickets?view=breached'],
    ['inbox: closed (lead)', lead, () => '/api/tickets?view=closed'],
    ['inbox: closed (shop manager)', manager, () => '/api/tickets?view=closed'],
    [
      'inbox: one shop, P2 (lead)',
      lead,
      () => `/api/tickets?view=all&priority=P2&shop=${world.shops[3]!.id}`,
    ],
    ['view counts (lead)', lead, () => '/api/tickets/counts'],
    ['view counts (shop manager)', manager, () => '/api/tickets/counts'],
    ['ticket page (lead)', lead, (n) => `/api/tickets/${ids[n % ids.length]}`],
    ['ticket timeline (lead)', lead, (n) => `/api/tickets/${ids[n % ids.length]}/entries`],
    ['home (lead)', lead, () => '/api/home'],
  ]
  const out: Record<string, number> = {}
  for (const [name, cookie, path] of pages) {
    for (let n = 0; n < 10; n++) await get(address, path(n), cookie)
    const took: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now()
      await get(address, path(n), cookie)
      took.push(performance.now() - begun)
    }
    out[name] = percentiles(took).p95Ms
  }
  return out
}

export async function signIn(address: string, login: string): Promise<string> {
  const res = await fetch(new URL('/api/session', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: BENCH_PASSWORD }),
  })
  if (!res.ok) throw new Error(`sign-in failed: ${await res.text()}`)
  return res.headers.getSetCookie()[0]!.split(';')[0]!
}

async function cursorAt(address: string, cookie: string, pages: number): Promise<string> {
  let cursor = ''
  for (let i = 0; i < pages; i++) {
    const page = (await get(address, `/api/tickets?view=all${cursor && `&cursor=${cursor}`}`, cookie)) as {
      next: string | null
    }
    if (!page.next) return cursor
    cursor = page.next
  }
  return cursor
}

export async function get(address: string, path: string, cookie: string): Promise<unknown> {
  const res = await fetch(new URL(path, address), { headers: { cookie } })
  if (!res.ok) throw new Error(`${path}: ${res.status} ${await res.text()}`)
  return res.json()
}
