import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/db/embedded'
import { migrate } from '#platform/db/migrate'
import { ROOMS } from '../../main/modules.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's address of the maintenance database; `cloneDatabase` goes through it. */
    clusterOwnerUrl: string
    clusterAppUrl: string
  }
}

/** Nothing here has to survive a power cut. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
  log_min_duration_statement: '-1',
}

/** Starts one PostgreSQL for the whole run and migrates the template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'huiyin-test-'))
  const database = await startEmbedded({ dir: join(dir, 'data'), log: () => {}, settings: THROWAWAY })
  const stop = async () => {
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    await migrate(database.ownerUrl, ROOMS)
    await markTemplate(database.ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('clusterOwnerUrl', onDatabase(database.ownerUrl, 'postgres'))
  project.provide('clusterAppUrl', database.appUrl)
  return stop
}

export function onDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** A template must have no connection left; its sequences and data keys are those of a fresh start. */
async function markTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: onDatabase(ownerUrl, 'postgres') })
  await client.connect()
  await client.query('alter database huiyin rename to huiyin_template')
  await client.end()
}
