import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { isOutdatedPlan, planKeeper } from './kept-plan.ts'
import { ALIVE, isDatabaseDown } from './reach.ts'
import type { DB } from './schema.gen.ts'

export type Tx = Transaction<DB>

/** bigint columns (ticket numbers, chain places) stay below 2^53 and are read as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Database = {
  /** Outside of any brand: only the definer functions and tables without a brand are readable. */
  open: Kysely<DB>
  /** A transaction that row-level security binds to one brand. */
  inBrand: <T>(brandId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The same for reading what may lag behind: on the replica when there is one and it answers. */
  readInBrand: <T>(brandId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  pool: pg.Pool
  close: () => Promise<void>
}

/** So long somebody waits for a connection; whoever asks for a page then hears that it may be tried again. */
const PATIENCE_MS = 20_000
const REPLICA_PATIENCE_MS = 3_000
const REPLICA_AGAIN_MS = 10_000
const RECOVERY_CONFLICT = '40001'

type Options = {
  max?: number
  role?: string
  readUrl?: string
  /** Refuses a transaction inside of another: each would hold a connection and wait for one more, until all do. */
  strict?: boolean
}

export function openDatabase(url: string, options: Options = {}): Database {
  const pool = poolOn(url, options)
  const readPool = options.readUrl ? poolOn(options.readUrl, options, REPLICA_PATIENCE_MS) : pool
  const open = builderOn(pool)
  const enter = options.strict ? inBrandOnce : inBrand
  return {
    open,
    pool,
    inBrand: (brandId, work) => enter(pool, brandId, work),
    readInBrand:
      readPool === pool ? (brandId, work) => enter(pool, brandId, work) : onReplica(readPool, pool, enter),
    close: async () => {
      await open.destroy()
      if (readPool !== pool) await readPool.end()
    },
  }
}

type Enter = <T>(pool: pg.Pool, brandId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Where the replica is away, or takes back what it is reading, the primary answers; it is left alone for a while, as each try may take long. */
function onReplica(replica: pg.Pool, primary: pg.Pool, enter: Enter): Database['readInBrand'] {
  let awayUntil = 0
  return async (brandId, work) => {
    if (performance.now() < awayUntil) return enter(primary, brandId, work)
    try {
      return await enter(replica, brandId, work)
    } catch (error) {
      const away = isDatabaseDown(error)
      if (away) awayUntil = performance.now() + REPLICA_AGAIN_MS
      if (!away && (error as { code?: string }).code !== RECOVERY_CONFLICT) throw error
      return enter(primary, brandId, work)
    }
  }
}

const inside = new AsyncLocalStorage<true>()

/** Whether this is called from within a transaction of a strict database. */
export function insideTransaction(): boolean {
  return inside.getStore() === true
}

async function inBrandOnce<T>(pool: pg.Pool, brandId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (insideTransaction()) throw new Error('a transaction was asked for inside of another')
  return inBrand(pool, brandId, (tx) => inside.run(true, () => work(tx)))
}

function poolOn(url: string, options: { max?: number; role?: string }, patienceMs = PATIENCE_MS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: 'huiyin',
    // What is asked for at once is sent at once: no statement waits for the answer to the one before it.
    pipeline: true,
    // What a connection keeps (plans of statements, made for tables of some size) is made anew now and then.
    maxLifetimeSeconds: 600,
    connectionTimeoutMillis: patienceMs,
    ...ALIVE,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  const keeper = planKeeper()
  pool.on('error', () => {})
  // One that is lent out has no listener of the pool: without this a killed PostgreSQL ends the process. Its query fails as well.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepers.set(client, keeper)
  })
  return pool
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const builders = new WeakMap<pg.PoolClient, Tx>()

/**
 * Begins, binds and asks the first thing in one round trip; a connection whose end failed is thrown away.
 * Shape: what the work asks for at once is sent at once and runs in the order of asking.
 */
async function inBrand<T>(pool: pg.Pool, brandId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!UUID.test(brandId)) throw new Error('a transaction needs a brand')
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const begun = ask(client, `begin; set local huiyin.brand = '${brandId}'`)
    begun.catch(() => {})
    const result = await work(builderWithin(client))
    await begun
    await client.query('commit')
    return result
  } catch (error) {
    if (isSpent(error)) broken = error as Error
    await client.query('rollback').catch((e: Error) => {
      broken = e
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * The transaction ends without waiting for the disk: for what is said anew all the time and may be missing after a power cut (where a rider is,
 * when somebody was last seen). A killed process of ours loses nothing.
 */
export async function withoutDisk(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx)
}

const corked = new WeakSet<pg.PoolClient>()
const keepers = new WeakMap<pg.PoolClient, ReturnType<typeof planKeeper>>()

/** Sends what is asked for in one turn of the loop in one piece: most of what a small statement costs is the sending. */
function ask(client: pg.PoolClient, text: string, values?: unknown[]) {
  if (!corked.has(client)) {
    const { stream } = client.connection
    corked.add(client)
    stream.cork()
    process.nextTick(() => {
      corked.delete(client)
      stream.uncork()
    })
  }
  return client.query(keepers.get(client)?.(text) ?? text, values)
}

/** A connection that would go on failing: its plans are of older tables, or its server has become somebody's replica. */
function isSpent(error: unknown): boolean {
  return isOutdatedPlan(error) || (error as { code?: string }).code === '25006'
}

/** Each statement on whichever connection is free. */
function builderOn(pool: pg.Pool): Kysely<DB> {
  const connect = async () => {
    const client = await pool.connect()
    const query = (text: string, values: unknown[]) =>
      ask(client, text, values).catch((error: Error) => {
        spent = isSpent(error)
        throw error
      })
    let spent = false
    return { query, release: () => client.release(spent) }
  }
  return kyselyOn({ connect, end: () => pool.end() })
}

/** The query builder of one connection within a transaction, made once. */
function builderWithin(client: pg.PoolClient): Tx {
  const known = builders.get(client)
  if (known) return known
  const connection = {
    query: (text: string, values: unknown[]) => ask(client, text, values),
    release: () => {},
  }
  const made = kyselyOn({ connect: async () => connection, end: async () => {} }) as unknown as Tx
  builders.set(client, made)
  return made
}

function kyselyOn(pool: { connect: () => Promise<object>; end: () => Promise<void> }): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) })
}
