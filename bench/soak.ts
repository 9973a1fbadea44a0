import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round, rssOf } from './measure.ts'
import { type Served, serve } from './serve.ts'
import { call } from './soak-call.ts'
import { connectMonitor, type Hook, pushTo } from './soak-channels.ts'
import { benchText } from './texts.ts'
import { makeWorld, type World } from './world.ts'

const SECONDS = Number(process.env.SOAK_S ?? 300)
const PER_SECOND = Number(process.env.SOAK_RATE ?? 200)
/** When, in parts of the whole, which process is killed and begun anew. */
const KILLS = [
  { at: 0.35, who: 'web' },
  { at: 0.6, who: 'worker' },
] as const

/**
 * (g) A storm: so many messages a second, mixed over form-like API calls and signed pushes, for minutes, on one web process and one worker,
 * each killed once in the middle. Nothing acknowledged may be lost or doubled; memory and backlog must not grow.
 */
export async function measureSoak(cluster: BenchCluster) {
  const options = await cluster.database('soak')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const hook = await connectMonitor(app.services, world.brandId)
  await app.close()
  const owner = await cluster.client(options.ownerUrl)
  const run = new Storm(await serve({ ...options, role: 'web' }), await serve({ ...options, role: 'worker' }))
  try {
    const killing = killOnTheWay(run, (role) => serve({ ...options, role }))
    const memory = [memoryOf(run)]
    const backlog: number[] = []
    const watching = watch(owner, run, memory, backlog)
    await storm(run, world, hook)
    run.over = true
    await Promise.all([killing, watching])
    const drainedS = await drained(owner)
    return {
      sent: { value: run.sent },
      acknowledged: { value: run.acknowledged.size },
      'tried again after a cut connection': { value: run.retries },
      'messages a second': { value: round(run.acknowledged.size / SECONDS, 1) },
      ...latencyRows(run.tookMs),
      'acknowledged and not stored': { value: await missing(owner, run.acknowledged) },
      'tickets doubled': { value: await doubled(owner) },
      'backlog at most': { value: Math.max(0, ...backlog) },
      'backlog in the last tenth, median': { value: median(backlog.slice(-Math.ceil(backlog.length / 10))) },
      'empty after, s': { value: drainedS },
      'memory of both at first, MB': { value: round(memory[Math.floor(memory.length / 10)] ?? 0) },
      'memory of both at last, MB': { value: round(memory.at(-1) ?? 0) },
    }
  } finally {
    await Promise.all([run.web.stop(), run.worker.stop()])
    await owner.end()
  }
}

class Storm {
  web: Served
  worker: Served
  over = false
  sent = 0
  retries = 0
  /** Under which ids the answered ones must be stored. */
  acknowledged = new Set<string>()
  tookMs: number[] = []

  constructor(web: Served, worker: Served) {
    this.web = web
    this.worker = worker
  }
}

/** One message every few milliseconds, whatever the answers of the earlier ones do. */
async function storm(run: Storm, world: World, hook: Hook): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; performance.now() - begun < SECONDS * 1000; n++) {
    const due = begun + (n * 1000) / PER_SECOND
    if (due > performance.now() + 2) await wait(due - performance.now())
    under.push(sendOne(run, agent, world, hook, n))
    if (under.length > 5000) await Promise.all(under.splice(0, 2500))
  }
  await Promise.all(under)
  agent.destroy()
}

/** Every other one through the API, the others as pushes, of which a third goes on with an earlier post; sent again until it is answered. */
async function sendOne(run: Storm, agent: Agent, world: World, hook: Hook, n: number): Promise<void> {
  const key = randomUUID()
  const text = benchText(n)
  const shopCode = `B${1 + (n % 12)}`
  run.sent += 1
  for (;;) {
    const begun = performance.now()
    try {
      const id =
        n % 2
          ? await pushTo(agent, run.web.address, hook, {
              id: n % 3 ? key : `post-${n % 900}`,
              text,
              shopCode,
              mark: key,
            })
          : await callApi(agent, run.web.address, world.apiKey, key, {
              content: text,
              shopCode,
              stars: 1 + (n % 5),
            })
      run.tookMs.push(performance.now() - begun)
      run.acknowledged.add(id)
      return
    } catch {
      run.retries += 1
      await wait(200)
    }
  }
}

async function callApi(
  agent: Agent,
  address: string,
  apiKey: string,
  key: string,
  body: object,
): Promise<string> {
  await call(agent, new URL('/api/v1/feedback', address), JSON.stringify(body), {
    authorization: `Bearer ${apiKey}`,
    'idempotency-key': key,
    'content-type': 'application/json',
  })
  return key
}

async function killOnTheWay(run: Storm, again: (role: 'web' | 'worker') => Promise<Served>): Promise<void> {
  let at = 0
  for (const kill of KILLS) {
    await wait((kill.at - at) * SECONDS * 1000)
    at = kill.at
    run[kill.who].process.kill('SIGKILL')
    run[kill.who] = await again(kill.who)
  }
}

async function watch(owner: pg.Client, run: Storm, memory: number[], backlog: number[]): Promise<void> {
  while (!run.over) {
    await wait(1000)
    memory.push(memoryOf(run))
    backlog.push(await waiting(owner))
  }
}

async function waiting(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from channels.inbound_message where state = 'received'",
  )
  return rows[0]!.n
}

async function drained(owner: pg.Client): Promise<number> {
  const begun = performance.now()
  while ((await waiting(owner)) > 0) await wait(100)
  return round((performance.now() - begun) / 1000, 1)
}

/** Acknowledged ids that no stored message carries; one of the API is stored with its key's id before it. */
async function missing(owner: pg.Client, acknowledged: Set<string>): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('select external_id as id from channels.inbound_message')
  const stored = new Set(rows.flatMap(({ id }) => [id, id.slice(id.indexOf(':') + 1)]))
  return [...acknowledged].filter((id) => !stored.has(id)).length
}

async function doubled(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`
    select count(*)::int as n from (select conversation_id from tickets.ticket
      where conversation_id is not null and closed_at is null group by conversation_id having count(*) > 1) d`)
  return rows[0]!.n
}

function latencyRows(tookMs: number[]) {
  const { p50Ms, p95Ms, p99Ms, maxMs } = percentiles(tookMs)
  return {
    'acknowledged after, p50 ms': { value: p50Ms },
    'p95 ms': { value: p95Ms },
    'p99 ms': { value: p99Ms },
    'slowest ms': { value: maxMs },
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function memoryOf(run: Storm): number {
  return rssOf(run.web) + rssOf(run.worker)
}
