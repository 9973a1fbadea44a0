import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round } from './measure.ts'
import { get, signIn } from './read.ts'
import { COMMON, LATIN, NAMES, RARE, USUAL } from './search-texts.ts'
import { seedSearch } from './seed-search.ts'
import { serve } from './serve.ts'
import { makeWorld } from './world.ts'

const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number)
const TIMES = 120

type Numbers = { tickets: string[]; orders: string[] }
type Took = ReturnType<typeof percentiles>

/** (e) Searching at two sizes, over HTTP, one reader at a time: p50, p95 and the slowest, and the ratio of the two p95. */
export async function measureSearch(cluster: BenchCluster) {
  const bySize: Record<string, Took>[] = []
  for (const size of SIZES) bySize.push(await measureAt(cluster, size))
  const [small = {}, large = {}] = bySize
  return Object.fromEntries(
    Object.entries(small).map(([what, few]) => {
      const many = large[what] ?? few
      return [
        what,
        {
          [`p95Ms at ${SIZES[0]}`]: few.p95Ms,
          [`p50Ms at ${SIZES.at(-1)}`]: many.p50Ms,
          [`p95Ms at ${SIZES.at(-1)}`]: many.p95Ms,
          [`maxMs at ${SIZES.at(-1)}`]: many.maxMs,
          ratio: round(many.p95Ms / few.p95Ms),
        },
      ]
    }),
  )
}

async function measureAt(cluster: BenchCluster, size: number): Promise<Record<string, Took>> {
  const options = await cluster.database(`search_${size}`)
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const first = { content: '汤洒了，等了一个小时', stars: 1, shopCode: 'B1' }
  const headers = { authorization: `Bearer ${world.apiKey}`, 'idempotency-key': 'the-first-one' }
  await app.server.inject({ method: 'POST', url: '/api/v1/feedback', headers, payload: first })
  const owner = await cluster.client(options.ownerUrl)
  const begun = performance.now()
  await seedSearch(owner, app.services, world, size)
  console.log(`${size} tickets in ${Math.round((performance.now() - begun) / 1000)} s`)
  const { rows } = await owner.query<{ number: string; order: string | null }>(
    `select 'HY-' || number as number, fields->>'orderNumber' as "order" from tickets.ticket order by md5(id::text) limit 400`,
  )
  await owner.end()
  await app.close()
  const served = await serve({ ...options, role: 'web' })
  try {
    const numbers = { tickets: rows.map((r) => r.number), orders: rows.flatMap((r) => r.order ?? []) }
    return await ask(served.address, numbers)
  } finally {
    await served.stop()
  }
}

async function ask(address: string, { tickets, orders }: Numbers): Promise<Record<string, Took>> {
  const agent = await signIn(address, 'agent0@bench')
  const manager = await signIn(address, 'manager-b1@bench')
  const pick = (list: readonly string[]) => (n: number) => list[n % list.length]!
  const questions: [string, string, (n: number) => string, string?][] = [
    ['word in ten tickets', agent, pick(RARE)],
    ['sign in a third (冰)', agent, () => COMMON[0]!],
    ['two frequent words', agent, () => COMMON.join(' ')],
    ['word in one of a hundred', agent, pick(USUAL)],
    ['frequent and rare word', agent, (n) => `${COMMON[0]} ${pick(RARE)(n)}`],
    ['Latin word', agent, pick(LATIN)],
    ['order number', agent, pick(orders)],
    ['order number, last four', agent, (n) => pick(orders)(n).slice(-4)],
    ['ticket number', agent, pick(tickets)],
    ['customer name', agent, pick(NAMES)],
    ['frequent sign (shop manager)', manager, () => COMMON[0]!],
    ['rare word (shop manager)', manager, pick(RARE)],
    ['frequent sign, filtered (kind, P2)', agent, () => COMMON[0]!, '&priority=P2&kind=complaint'],
    ['frequent sign in my open ones', agent, () => COMMON[0]!, '&view=mine'],
    ['nothing found', agent, (n) => ['龘靐', '冰龘', 'zzzzq', '饕餮盛宴'][n % 4]!],
  ]
  const out: Record<string, Took> = {}
  for (const [what, cookie, q, more = ''] of questions) {
    const path = (n: number) => `/api/search?q=${encodeURIComponent(q(n))}${more}`
    for (let n = 0; n < 10; n++) await get(address, path(n), cookie)
    const took: number[] = []
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now()
      await get(address, path(n), cookie)
      took.push(performance.now() - begun)
    }
    out[what] = percentiles(took)
  }
  return out
}
