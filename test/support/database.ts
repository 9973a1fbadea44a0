import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { onDatabase } from './cluster.ts'

export type TestDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

/** A migrated, empty database of one's own: a clone of the run's template. Drop it when the file is done. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`
  await maintain(`create database ${name} template huiyin_template strategy file_copy`)
  return {
    ownerUrl: onDatabase(inject('clusterOwnerUrl'), name),
    appUrl: onDatabase(inject('clusterAppUrl'), name),
    drop: () => maintain(`drop database if exists ${name} with (force)`),
  }
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterOwnerUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
