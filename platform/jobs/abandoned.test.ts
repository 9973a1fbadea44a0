import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#test/database'
import type { Services } from '../context.ts'
import { keepSign, lookForAbandoned } from './abandoned.ts'
import { jobsPool } from './pool.ts'
import { startRunner } from './runner.ts'

const services = { log: { warn: () => {}, error: () => {} } } as unknown as Services
const SOON = { timeout: 15_000 }
let database: TestDatabase
let pool: pg.Pool
const ending = new AbortController()
const running: { stop: () => Promise<void> }[] = []

beforeAll(async () => {
  database = await cloneDatabase()
  pool = jobsPool(database.ownerUrl)
  running.push(await startRunner(services, database.ownerUrl, {}))
})
afterAll(async () => {
  ending.abort()
  await Promise.all(running.map((one) => one.stop()))
  await pool.end()
  await database.drop()
})

/** A job that this runner has in hand. */
async function inHandOf(runner: string): Promise<void> {
  await pool.query(`select graphile_worker.add_job('nothing', queue_name => $1)`, [runner])
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now()
     where job_queue_id = (select id from graphile_worker._private_job_queues where queue_name = $1)`,
    [runner],
  )
}
const holders = async () =>
  (
    await pool.query(`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`)
  ).rows.map((row) => row.locked_by as string)
const signs = async () =>
  (
    await pool.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
         and objid = (hashtext('pool-alive')::bigint & 4294967295)::oid
         and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rows.map((row) => row.pid)

test('what a runner had in hand that is gone is given back; one that lives keeps its own, also after its line broke', async () => {
  const sign = await keepSign(pool, 'pool-alive', ending.signal)
  const [before] = await signs()
  await pool.query('select pg_terminate_backend($1)', [before])
  await expect.poll(async () => (await signs()).filter((pid) => pid !== before).length, SOON).toBe(1)

  await inHandOf('pool-alive')
  await inHandOf('pool-gone')
  expect(await holders()).toEqual(['pool-alive', 'pool-gone'])
  const looking = lookForAbandoned(services, pool, ending.signal, 10)
  await expect.poll(holders, SOON).toEqual(['pool-alive'])

  ending.abort()
  await Promise.all([looking, sign.ended])
  await expect.poll(signs, SOON).toEqual([])
})

test('a runner whose every line was cut goes on with its jobs', async () => {
  const done: string[] = []
  const runner = await startRunner(services, database.ownerUrl, {
    greet: async (payload) => void done.push((payload as { who: string }).who),
  })
  running.push(runner)
  const greet = (who: string) =>
    pool.query(`select graphile_worker.add_job('greet', json_build_object('who', $1::text))`, [who])
  const cut = () =>
    pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'huiyin-jobs' and datname = current_database() and pid <> pg_backend_pid()`,
    )
  await greet('first')
  await expect.poll(() => done, SOON).toEqual(['first'])
  for (let n = 0; n < 10; n++) await cut()
  await greet('second')
  await expect.poll(() => done, SOON).toContain('second')
})
