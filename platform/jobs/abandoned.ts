import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Services } from '../context.ts'

/** Of all advisory locks, those of job runners. */
const SIGNS = 0x6a_6f_62_73
const AGAIN_AFTER_MS = 1000
const LOOK_EVERY_MS = 15_000

/** A lock which a connection holds, and which the database lets go of when the process is killed. */
type Sign = { lost: Promise<void>; release: () => void }

/**
 * Shows the other processes that the runner of this name lives, until `signal`; a sign that was lost with its connection is set again.
 * Shape: resolves when the sign is set; `ended` when it is taken down.
 * Errors: the database's, of the first time.
 */
export async function keepSign(
  pool: pg.Pool,
  name: string,
  signal: AbortSignal,
): Promise<{ ended: Promise<void> }> {
  let sign = await setSign(pool, name)
  const takeDown = () => sign.release()
  signal.addEventListener('abort', takeDown, { once: true })
  const keep = async () => {
    for (;;) {
      await sign.lost
      if (signal.aborted) return
      try {
        sign = await setSign(pool, name)
        if (signal.aborted) sign.release()
      } catch {
        await pause(AGAIN_AFTER_MS, undefined, { signal }).catch(() => {})
      }
    }
  }
  return { ended: keep() }
}

async function setSign(pool: pg.Pool, name: string): Promise<Sign> {
  const client = await pool.connect()
  const { promise: lost, resolve } = Promise.withResolvers<void>()
  let held = true
  const release = () => {
    if (held) client.release(true)
    held = false
    resolve()
  }
  client.once('end', release)
  try {
    await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [SIGNS, name])
  } catch (error) {
    release()
    throw error
  }
  return { lost, release }
}

/**
 * Looks from time to time, until `signal`, for what runners without a sign have in hand, and gives it back for anybody to take.
 * Shape: a runner is taken for gone when it has none at two looks: one that begins, or comes back with the database, may set its own first.
 */
export async function lookForAbandoned(
  { log }: Services,
  pool: pg.Pool,
  signal: AbortSignal,
  everyMs = LOOK_EVERY_MS,
): Promise<void> {
  let doubtful: string[] = []
  while (!signal.aborted) {
    try {
      const silent = await runnersWithoutSign(pool)
      const gone = silent.filter((name) => doubtful.includes(name))
      if (gone.length) {
        await giveBack(pool, gone)
        log.warn({ runners: gone.length }, 'took over the jobs of runners that are gone')
      }
      doubtful = silent
    } catch (error) {
      doubtful = []
      if (!signal.aborted) log.warn({ err: error }, 'could not look for abandoned jobs')
    }
    await pause(everyMs, undefined, { signal }).catch(() => {})
  }
}

async function runnersWithoutSign(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ runner: string }>(
    `select distinct j.locked_by as runner from graphile_worker.jobs j
     where j.locked_by is not null
       and not exists (
         select 1 from pg_locks l
         where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = $1::int::oid
           and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid
           and l.database = (select oid from pg_database where datname = current_database()))`,
    [SIGNS],
  )
  return rows.map(({ runner }) => runner)
}

/** Lets anybody take what these runners had in hand. */
export async function giveBack(pool: pg.Pool, runners: string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [runners])
}
