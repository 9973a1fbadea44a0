import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles, round } from './measure.ts'
import { type Served, serve } from './serve.ts'
import { call } from './soak-call.ts'
import { openVoices, type Voice } from './soak-channels.ts'
import { look, Meter, type Seen, seenRows, waiting } from './soak-watch.ts'
import { benchText } from './texts.ts'
import { makeWorld } from './world.ts'

const SECONDS = Number(process.env.SOAK_S ?? 300)
const PER_SECOND = Number(process.env.SOAK_RATE ?? 200)
/** When, in parts of the whole, which process is killed and begun anew. */
const KILLS = [
  { at: 0.35, who: 'web' },
  { at: 0.6, who: 'worker' },
] as const
/** A sender whose line was cut tries again like this: services wait seconds, and not all the same. */
const AGAIN_MS = { least: 500, more: 1500 }
/** So long after a kill what had piled up is being worked off; outside of it the storm is even. */
const DISTURBED_MS = 20_000

/**
 * (g) A storm: so many messages a second through channels of every sort, for minutes, on one web process and one worker,
 * each killed once in the middle. Nothing acknowledged may be lost or doubled; memory and backlog must not grow.
 */
export async function measureSoak(cluster: BenchCluster) {
  const options = await cluster.database('soak')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const voices = await openVoices(app.services, world)
  await app.close()
  const owner = await cluster.client(options.ownerUrl)
  const run = new Storm(await serve({ ...options, role: 'web' }), await serve({ ...options, role: 'worker' }))
  try {
    const killing = killOnTheWay(run, (role) => serve({ ...options, role }))
    const seen: Seen[] = []
    const watching = watch(owner, run, seen)
    await storm(run, voices.all)
    run.over = true
    await Promise.all([killing, watching])
    const drainedS = await drained(owner)
    return {
      sent: { value: run.sent },
      acknowledged: { value: run.acknowledged.size },
      'messages a second': { value: round(run.acknowledged.size / SECONDS, 1) },
      ...latencyRows('all', run.took),
      ...latencyRows(
        'even',
        run.took.filter((t) => !run.disturbed(t.begun)),
      ),
      'nobody to answer after the kill, s': { value: round(run.outageMs / 1000, 1) },
      'tried again after a cut connection': { value: run.retries },
      ...(await foundAgain(owner, run.acknowledged)),
      ...seenRows(seen),
      'everything read after, s': { value: drainedS },
      'processor of the web, s': { value: round(run.meters.web.seconds, 1) },
      'processor of the worker, s': { value: round(run.meters.worker.seconds, 1) },
    }
  } finally {
    await Promise.all([run.web.stop(), run.worker.stop()])
    await voices.close()
    await owner.end()
  }
}

class Storm {
  web: Served
  worker: Served
  meters: { web: Meter; worker: Meter }
  over = false
  sent = 0
  retries = 0
  outageMs = 0
  /** By mark, the way by which it came. */
  acknowledged = new Map<string, string>()
  /** Of requests that reached a living process; those that were cut count again, when they are answered. */
  took: { begun: number; ms: number }[] = []
  killedAt: number[] = []

  constructor(web: Served, worker: Served) {
    this.web = web
    this.worker = worker
    this.meters = { web: new Meter(web), worker: new Meter(worker) }
  }

  disturbed(begun: number): boolean {
    return this.killedAt.some((at) => begun > at - 1000 && begun < at + DISTURBED_MS)
  }
}

/** One message every few milliseconds, whatever the answers of the earlier ones do. */
async function storm(run: Storm, voices: readonly Voice[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (let n = 0; performance.now() - begun < SECONDS * 1000; n++) {
    const due = begun + (n * 1000) / PER_SECOND
    if (due > performance.now() + 2) await wait(due - performance.now())
    under.push(sendOne(run, agent, voiceOf(voices, n), n))
    if (under.length > 5000) await Promise.all(under.splice(0, 2500))
  }
  await Promise.all(under)
  agent.destroy()
}

/** Of every hundred messages each way has its share, well mixed. */
function voiceOf(voices: readonly Voice[], n: number): Voice {
  let place = (n * 37) % 100
  for (const voice of voices) {
    if (place < voice.share) return voice
    place -= voice.share
  }
  throw new Error('the shares make up a hundred')
}

/** Sent again until it is answered. */
async function sendOne(run: Storm, agent: Agent, voice: Voice, n: number): Promise<void> {
  const mark = randomUUID()
  const { path, body, headers } = voice.post(n, `${benchText(n)} ${mark}`, mark)
  run.sent += 1
  for (;;) {
    const begun = performance.now()
    try {
      await call(agent, new URL(path, run.web.address), body, headers)
      run.took.push({ begun, ms: performance.now() - begun })
      run.acknowledged.set(mark, voice.kind)
      return
    } catch {
      run.retries += 1
      await wait(AGAIN_MS.least + Math.random() * AGAIN_MS.more)
    }
  }
}

async function killOnTheWay(run: Storm, again: (role: 'web' | 'worker') => Promise<Served>): Promise<void> {
  let at = 0
  for (const { at: when, who } of KILLS) {
    await wait((when - at) * SECONDS * 1000)
    at = when
    run.meters[who].leave()
    run[who].process.kill('SIGKILL')
    const killedAt = performance.now()
    run.killedAt.push(killedAt)
    run[who] = await again(who)
    run.meters[who].follow(run[who])
    if (who === 'web') run.outageMs = performance.now() - killedAt
  }
}

async function watch(owner: pg.Client, run: Storm, seen: Seen[]): Promise<void> {
  while (!run.over) {
    await wait(1000)
    seen.push(await look(owner, [run.web, run.worker]))
  }
}

async function drained(owner: pg.Client): Promise<number> {
  const begun = performance.now()
  while ((await waiting(owner))['messages to be read'] > 0) await wait(100)
  return round((performance.now() - begun) / 1000, 1)
}

const MARK = "'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'"

/** What was acknowledged must stand in the timeline of a ticket, and a call in the list of calls; each once. */
async function foundAgain(owner: pg.Client, acknowledged: ReadonlyMap<string, string>) {
  const { rows } = await owner.query<{ mark: string; n: number }>(`
    select mark, count(*)::int as n from (
      select substring(text from ${MARK}) as mark from tickets.entry where kind = 'message_in'
      union all select linked_id from tickets.call) x where mark is not null group by mark`)
  const found = new Map(rows.map((r) => [r.mark, r.n]))
  const missing = [...acknowledged].filter(([mark]) => !found.has(mark))
  if (missing.length)
    console.log(
      'lost, by channel',
      Object.groupBy(missing, ([, kind]) => kind),
    )
  return {
    'acknowledged and lost': { value: missing.length },
    'taken twice': { value: rows.filter((r) => r.n > 1).length },
    'conversations with two open tickets': { value: await doubled(owner) },
  }
}

async function doubled(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`
    select count(*)::int as n from (select conversation_id from tickets.ticket
      where conversation_id is not null and closed_at is null group by conversation_id having count(*) > 1) d`)
  return rows[0]!.n
}

/** `all` with the seconds in which a killed process came back, `even` without them. */
function latencyRows(which: 'all' | 'even', took: readonly { ms: number }[]) {
  const { p50Ms, p95Ms, p99Ms, maxMs } = percentiles(took.map((t) => t.ms))
  return {
    [`acknowledged after, ${which}, p50 ms`]: { value: p50Ms },
    [`${which}, p95 ms`]: { value: p95Ms },
    [`${which}, p99 ms`]: { value: p99Ms },
    [`${which}, slowest ms`]: { value: maxMs },
  }
}
