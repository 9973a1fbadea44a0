import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.gen.ts'

export type Tx = Transaction<DB>

/** bigint columns (ticket numbers, chain places) stay below 2^53 and are read as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Database = {
  /** Outside of any brand: only the definer functions and tables without a brand are readable. */
  open: Kysely<DB>
  /** A transaction that row-level security binds to one brand. */
  inBrand: <T>(brandId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The same for reading what may lag behind: on the replica when there is one. */
  readInBrand: <T>(brandId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  pool: pg.Pool
  close: () => Promise<void>
}

type Options = {
  max?: number
  role?: string
  readUrl?: string
  /** Refuses a transaction inside of another: each would hold a connection and wait for one more, until all do. */
  strict?: boolean
}

export function openDatabase(url: string, options: Options = {}): Database {
  const pool = poolOn(url, options)
  const readPool = options.readUrl ? poolOn(options.readUrl, options) : pool
  const open = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const enter = options.strict ? inBrandOnce : inBrand
  return {
    open,
    pool,
    inBrand: (brandId, work) => enter(pool, brandId, work),
    readInBrand: (brandId, work) => enter(readPool, brandId, work),
    close: async () => {
      await open.destroy()
      if (readPool !== pool) await readPool.end()
    },
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

function poolOn(url: string, options: { max?: number; role?: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: 'huiyin',
    // What a connection keeps (plans of statements, made for tables of some size) is made anew now and then.
    maxLifetimeSeconds: 600,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  pool.on('error', () => {})
  // One that is lent out has no listener of the pool: without this a killed PostgreSQL ends the process. Its query fails as well.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const builders = new WeakMap<pg.PoolClient, Tx>()

/** Begins and binds in one round trip; a connection whose end failed is thrown away. */
async function inBrand<T>(pool: pg.Pool, brandId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!UUID.test(brandId)) throw new Error('a transaction needs a brand')
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; set local huiyin.brand = '${brandId}'`)
    const result = await work(builderOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const KEPT_PLAN = '/* kept plan */'
const names = new Map<string, string>()

/**
 * A statement that begins with this mark is planned once per connection instead of each time it runs: for the few that run dozens of times a
 * second and whose planning takes longer than their work.
 * Shape: its text is always the same, names its columns (a new column must not change the answer), and has its values as parameters.
 */
function keptPlan(given: unknown[]): [never] {
  const [text, values] = given
  if (typeof text !== 'string' || !text.startsWith(KEPT_PLAN)) return given as [never]
  const name = names.get(text) ?? `kept_${names.size}`
  names.set(text, name)
  return [{ name, text, values } as never]
}

/** The query builder of one connection, made once. */
function builderOn(client: pg.PoolClient): Tx {
  const known = builders.get(client)
  if (known) return known
  let last: Promise<unknown> = Promise.resolve()
  // One statement at a time, in the order asked for: a use case may ask for several at once.
  const query = (...given: Parameters<typeof client.query>) => {
    const answer = last.then(() => client.query(...keptPlan(given)))
    last = Promise.resolve(answer).catch(() => {})
    return answer
  }
  const connection = { query, release: () => {} }
  const single = { connect: async () => connection, end: async () => {} }
  const made = new Kysely<DB>({ dialect: new PostgresDialect({ pool: single as never }) }) as unknown as Tx
  builders.set(client, made)
  return made
}
