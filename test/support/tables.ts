import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export type Table = {
  /** With its schema, for example `people.shop`. */
  name: string
  /** `brand_id`; `id` of the brand's own table; null for tables without a brand. */
  brandColumn: string | null
  secured: boolean
  policies: number
  /** The policy checks written rows as well. */
  checked: boolean
  /** Columns that can be written, with commas between: those that the database works out itself are left out. */
  columns: string
}

/** Every table of ours as the catalogue knows it; the job queue has its own schema and role. */
export async function tablesOf(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and (a.attname = 'brand_id' or (c.oid = 'platform.brand'::regclass and a.attname = 'id')) limit 1) as "brandColumn",
      c.relrowsecurity as secured,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select bool_and(p.polqual is not null and p.polwithcheck is not null and p.polcmd = '*') from pg_policy p where p.polrelid = c.oid) as checked
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_toast%'
    order by 1`)
  return rows
}

/**
 * Puts at least one row of the brand into every table, also into those of rooms that nobody has written builders for.
 * Shape: foreign keys, triggers and checks are off for it (constraints are not what is tested), so any value of the type will do.
 */
export async function fillEveryTable(owner: pg.Client, tables: Table[], brandId: string): Promise<void> {
  for (const table of tables) {
    if (!table.brandColumn) continue
    const { rows } = await owner.query(
      `select 1 from ${table.name} where ${table.brandColumn} = $1 limit 1`,
      [brandId],
    )
    if (rows.length) continue
    const row = await inventedRow(owner, table, brandId)
    await dropConstraints(owner, table)
    await owner.query(
      `insert into ${table.name} (${table.columns}) select ${table.columns} from jsonb_populate_record(null::${table.name}, $1)`,
      [JSON.stringify(row)],
    )
  }
}

async function dropConstraints(owner: pg.Client, table: Table): Promise<void> {
  const { rows } = await owner.query<{ conname: string }>(
    `select conname from pg_constraint where conrelid = $1::regclass and contype in ('f', 'c')`,
    [table.name],
  )
  for (const { conname } of rows)
    await owner.query(`alter table ${table.name} drop constraint if exists "${conname}"`)
}

async function inventedRow(
  owner: pg.Client,
  table: Table,
  brandId: string,
): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table.name],
  )
  return Object.fromEntries(
    rows.map(({ name, type }) => [name, name === table.brandColumn ? brandId : invented(type)]),
  )
}

function invented(type: string): unknown {
  if (type.endsWith('[]')) return []
  if (type === 'uuid') return randomUUID()
  if (type === 'jsonb') return {}
  if (type === 'boolean') return true
  if (type.startsWith('timestamp') || type === 'date') return '2026-03-02T00:00:00Z'
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return 1
  if (type === 'bytea') return '\\x01'
  return 'x'
}
