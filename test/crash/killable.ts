import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '#platform/db/embedded'
import { migrate } from '#platform/db/migrate'
import { type Served, serve } from '../../bench/serve.ts'
import type { AppOptions } from '../../main/app.ts'
import { ROOMS } from '../../main/modules.ts'
import type { Where } from './submitter.ts'

export type Killable = {
  options: AppOptions
  where: Where
  /** The owner's own connection, made anew when the database went away with the old one. */
  query: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>
  killServer: () => Promise<void>
  killPostmaster: () => void
  killBackend: () => Promise<void>
  stop: () => Promise<void>
}

/** PostgreSQL with all its durability in a folder of its own, and the program on it as a process that may be killed. */
export async function startKillable(): Promise<Killable> {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-crash-'))
  const database: Embedded = await startEmbedded({ dir: join(dir, 'data'), log: () => {} })
  await migrate(database.ownerUrl, ROOMS)
  const options: AppOptions = {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    masterKey: randomBytes(32),
    filesDir: join(dir, 'files'),
    origin: 'http://localhost',
    demo: false,
    role: 'all',
    trustProxy: true,
    logLevel: 'silent',
  }
  let served: Served | null = null
  const where: Where = { address: 'http://127.0.0.1:1' }
  const startServer = async () => {
    served = await serve(options)
    where.address = served.address
  }
  const query = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    try {
      return (await client.query<T>(text, values)).rows
    } finally {
      await client.end()
    }
  }
  return {
    options,
    where,
    query,
    killServer: async () => {
      if (served) await killed(served)
      await startServer()
    },
    killPostmaster: () => process.kill(database.postmasterPid, 'SIGKILL'),
    killBackend: async () => {
      const [busy] = await query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'huiyin' and pid <> pg_backend_pid()
         order by state = 'active' desc, state_change desc limit 1`,
      )
      process.kill(busy!.pid, 'SIGKILL')
    },
    stop: async () => {
      if (served) await killed(served)
      await database.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function killed({ process: child }: Served): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
