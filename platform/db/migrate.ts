import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const ROOT = join(import.meta.dirname, '..', '..')

/** Somebody edited a migration that has already run, or the database belongs to a newer program. */
export class MigrationError extends Error {}

/**
 * Brings the database up to this program: platform first, then each module in the order given.
 * Shape: `modules` are folder names under domains/, lowest first.
 * Errors: MigrationError when an applied file was changed or the database knows files that this program doesn't.
 */
export async function migrate(ownerUrl: string, modules: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('huiyin.migrate'))")
    await ensureRole(client)
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migration (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const applied = new Map(
      (
        await client.query<{ name: string; hash: string }>('select name, hash from platform.migration')
      ).rows.map((r) => [r.name, r.hash]),
    )
    const files = migrationFiles(modules)
    const known = new Set(files.map((f) => f.name))
    const newer = [...applied.keys()].filter((name) => !known.has(name))
    if (newer.length)
      throw new MigrationError(`the database was written by a newer program (${newer.join(', ')})`)
    const done: string[] = []
    for (const file of files) {
      const before = applied.get(file.name)
      if (before === file.hash) continue
      if (before)
        throw new MigrationError(`${file.name} was changed after it ran; write a new migration instead`)
      await apply(client, file)
      done.push(file.name)
    }
    await runMigrations({ connectionString: ownerUrl })
    return done
  } finally {
    await client.end()
  }
}

type MigrationFile = { name: string; hash: string; sql: string }

function migrationFiles(modules: readonly string[]): MigrationFile[] {
  const folders = [
    ['platform', join(ROOT, 'platform', 'migrations')],
    ...modules.map((m) => [m, join(ROOT, 'domains', m, 'migrations')]),
  ] as [string, string][]
  return folders.flatMap(([room, dir]) =>
    !existsSync(dir)
      ? []
      : readdirSync(dir)
          .filter((f) => f.endsWith('.sql'))
          .sort()
          .map((f) => {
            const sql = readFileSync(join(dir, f), 'utf8')
            return { name: `${room}/${f}`, hash: createHash('sha256').update(sql).digest('hex'), sql }
          }),
  )
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.sql)
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [file.name, file.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function ensureRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'huiyin_app') then create role huiyin_app nologin; end if;
    if not pg_has_role(current_user, 'huiyin_app', 'member') then execute format('grant huiyin_app to %I', current_user); end if;
  end $$`)
}
