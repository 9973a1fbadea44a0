import type pg from 'pg'

/** That a runner lives: a lock which its connection holds, and which the database lets go of when the process is killed. */
export type Sign = { name: string; lost: () => boolean; release: () => void }

/** Of all advisory locks, those of job runners. */
const SIGNS = 0x6a_6f_62_73
/** Between a runner's first job and its sign lies far less. */
const GRACE = '10 seconds'

/** Errors: the database's. */
export async function setSign(pool: pg.Pool, name: string): Promise<Sign> {
  const client = await pool.connect()
  let gone = false
  client.once('error', () => {
    if (!gone) client.release(true)
    gone = true
  })
  try {
    await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [SIGNS, name])
  } catch (error) {
    if (!gone) client.release(true)
    gone = true
    throw error
  }
  return {
    name,
    lost: () => gone,
    release: () => {
      if (!gone) client.release(true)
      gone = true
    },
  }
}

/** Gives back what runners without a sign had in hand, for anybody to take. Shape: how many such runners. */
export async function freeAbandoned(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ runners: string[] | null }>(
    `select array_agg(distinct j.locked_by) as runners from graphile_worker.jobs j
     where j.locked_at < now() - $2::interval
       and not exists (
         select 1 from pg_locks l
         where l.locktype = 'advisory' and l.classid = $1::int::oid
           and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid
           and l.database = (select oid from pg_database where datname = current_database()))`,
    [SIGNS, GRACE],
  )
  const runners = rows[0]?.runners ?? []
  if (runners.length) await pool.query('select graphile_worker.force_unlock_workers($1)', [runners])
  return runners.length
}
