import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
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
  pool: pg.Pool
  close: () => Promise<void>
}

export function openDatabase(
  url: string,
  options: { max?: number; role?: string; applicationName?: string } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: options.applicationName ?? 'huiyin',
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  pool.on('error', () => {})
  const open = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return {
    open,
    pool,
    inBrand: (brandId, work) =>
      open.transaction().execute(async (tx) => {
        await sql`select set_config('huiyin.brand', ${brandId}, true)`.execute(tx)
        return work(tx)
      }),
    close: () => open.destroy(),
  }
}
