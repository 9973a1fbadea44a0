import { sql } from 'kysely'
import { type Services, systemContext } from '../context.ts'
import type { Module, Sweep } from '../module.ts'
import { startRunner } from './runner.ts'

const SWEEP_EVERY_MS = 1000
/** What calls people at once is looked for more often. */
const ALARMS_EVERY_MS = 250
/** A sweep that fails again and again, as all do while the database is away, is told so often. */
const TOLD_EVERY_MS = 60_000

/** Runs the jobs and sweeps of all modules until it is stopped. Nothing depends on this process's memory: a killed one is replaced by any other. */
export async function startWorker(
  services: Services,
  ownerUrl: string,
  modules: readonly Module[],
): Promise<{ stop: () => Promise<void> }> {
  const runner = await startRunner(services, ownerUrl, taskList(services, modules))
  const sweeps = startSweeps(services, modules)
  const standing = modules.flatMap((m) => m.standing ?? []).map((task) => task.start(services))
  return {
    stop: async () => {
      await Promise.all(standing.map((task) => task.stop()))
      await sweeps.stop()
      await runner.stop()
    },
  }
}

function taskList(services: Services, modules: readonly Module[]) {
  const jobs = modules.flatMap((m) => m.jobs ?? [])
  const tasks = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        const { brandId, body } = payload as { brandId: string; body: unknown }
        await job.run(systemContext(services, brandId), job.body.parse(body))
      },
    ]),
  )
  return {
    ...tasks,
    'events.deliver': (payload: unknown) =>
      deliver(services, modules, payload as { brandId: string; eventId: string }),
  }
}

/** Runs each subscriber of one event once: the mark and the effect are in different transactions, so effects must be repeatable. */
async function deliver(
  services: Services,
  modules: readonly Module[],
  key: { brandId: string; eventId: string },
): Promise<void> {
  const ctx = systemContext(services, key.brandId)
  const event = await ctx.transaction((tx) =>
    tx.selectFrom('platform.event').selectAll().where('id', '=', key.eventId).executeTakeFirst(),
  )
  if (!event) return
  for (const sub of modules.flatMap((m) => m.on ?? []).filter((s) => s.event === event.name)) {
    const mark = { brand_id: key.brandId, event_id: key.eventId, subscriber: sub.subscriber }
    const done = await ctx.transaction((tx) =>
      tx
        .selectFrom('platform.event_handled')
        .select('event_id')
        .where('event_id', '=', key.eventId)
        .where('subscriber', '=', sub.subscriber)
        .executeTakeFirst(),
    )
    if (done) continue
    await sub.run(ctx, sub.body.parse(event.body) as never)
    await ctx.transaction((tx) =>
      tx
        .insertInto('platform.event_handled')
        .values(mark)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
  }
}

/** One round after the other in each lane. */
function startSweeps(services: Services, modules: readonly Module[]) {
  const sweeps = modules.flatMap((m) => m.sweeps ?? [])
  const lanes = Map.groupBy(sweeps, (sweep) => sweep.lane ?? 'due')
  const running = [...lanes].map(([name, lane]) =>
    startLane(services, lane, name === 'alarm' ? ALARMS_EVERY_MS : SWEEP_EVERY_MS),
  )
  return { stop: async () => void (await Promise.all(running.map((lane) => lane.stop()))) }
}

function startLane(services: Services, sweeps: readonly Sweep[], everyMs: number) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const toldAt = new Map<string, number>()
  const tell = (error: unknown, sweep: string) => {
    const now = performance.now()
    if (stopped || now - (toldAt.get(sweep) ?? Number.NEGATIVE_INFINITY) < TOLD_EVERY_MS) return
    toldAt.set(sweep, now)
    services.log.error({ err: error, sweep }, 'a sweep failed; it is tried again')
  }
  const round = async () => {
    let busy = false
    for (const sweep of sweeps) {
      try {
        busy = (await sweep.run(services)) > 0 || busy
        toldAt.delete(sweep.name)
      } catch (error) {
        tell(error, sweep.name)
      }
    }
    if (!stopped) timer = setTimeout(next, busy ? 50 : everyMs)
  }
  const next = () => {
    running = round()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Every brand, for a sweep that has nothing better to start from. */
export async function allBrands(services: Services): Promise<string[]> {
  const rows = await sql<{ id: string }>`select platform.brand_ids() as id`.execute(services.db.open)
  return rows.rows.map((r) => r.id)
}
