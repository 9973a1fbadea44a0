import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from '#platform/db/embedded'
import { migrate } from '#platform/db/migrate'
import type { AppOptions } from '../main/app.ts'
import { ROOMS } from '../main/modules.ts'

export type BenchCluster = {
  /** A migrated database of its own; the options open the program on it. */
  database: (name: string) => Promise<AppOptions>
  client: (url: string) => Promise<pg.Client>
  postmasterPid: () => number
  stop: () => Promise<void>
}

/** A PostgreSQL of the bench's own, with the durability that the program runs with: every commit reaches the disk. */
export async function startCluster(): Promise<BenchCluster> {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-bench-'))
  const embedded: Embedded = await startEmbedded({
    dir: join(dir, 'data'),
    log: () => {},
    settings: { max_wal_size: '4GB' },
  })
  const masterKey = randomBytes(32)
  return {
    database: async (name) => {
      const owner = await connect(at(embedded.ownerUrl, 'postgres'))
      await owner.query(`create database ${name}`)
      await owner.end()
      await migrate(at(embedded.ownerUrl, name), ROOMS)
      return {
        ownerUrl: at(embedded.ownerUrl, name),
        appUrl: at(embedded.appUrl, name),
        masterKey,
        filesDir: join(dir, 'files', name),
        origin: 'http://localhost',
        demo: false,
        role: 'all',
        logLevel: 'error',
      }
    },
    client: connect,
    postmasterPid: () => embedded.postmasterPid,
    stop: async () => {
      await embedded.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export function at(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
