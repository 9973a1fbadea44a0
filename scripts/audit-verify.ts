import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { verifyAudit } from '#platform/audit/chain'
import { type Keys, loadKeys, readMasterKey } from '#platform/crypto/keys'
import { type Database, openDatabase } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { lockFolder } from '#platform/db/folder-lock'
import { runningAddresses } from '#platform/db/postgres-addresses'
import { StartFault } from '#platform/db/start-fault'
import { type Config, readConfig } from '../main/config.ts'
import { explain } from '../main/explain.ts'

type Opened = { url: string; role?: string; close: () => Promise<void> }

/**
 * `npm run audit:verify`: works the audit chain of every brand out again, beside the running program or without it.
 * Exit code 1 when a chain is broken, 2 when it could not be read.
 */
try {
  const config = readConfig(process.env)
  const masterKey = existingKey(config)
  const opened = await openAddress(config)
  try {
    process.exitCode = (await verifyAll(opened, masterKey)) ? 0 : 1
  } finally {
    await opened.close()
  }
} catch (error) {
  explain(error)
  process.exitCode = 2
}

async function verifyAll(opened: Opened, masterKey: Buffer): Promise<boolean> {
  const db = openDatabase(opened.url, { max: 2, role: opened.role })
  try {
    const keys = await loadKeys(db.open, masterKey)
    const { rows } = await db.pool.query<{ id: string }>('select platform.brand_ids() as id')
    if (!rows.length) console.log('还没有品牌 · there is no brand yet')
    let sound = true
    for (const { id } of rows) sound = (await verifyBrand(db, keys, id)) && sound
    return sound
  } finally {
    await db.close()
  }
}

/** The whole head is printed: noted down elsewhere, it also proves that nothing was cut off at the end. */
async function verifyBrand(db: Database, keys: Keys, brandId: string): Promise<boolean> {
  const { name, found } = await db.inBrand(brandId, async (tx) => ({
    name: (await tx.selectFrom('platform.brand').select('name').executeTakeFirstOrThrow()).name,
    found: await verifyAudit(tx, keys),
  }))
  const waiting = found.unlinked ? `，${found.unlinked} 条等待入链 · not linked yet` : ''
  console.log(`${found.ok ? '✓' : '✗'} ${name}  ${found.entries} 条 · entries${waiting}`)
  console.log(`    ${found.head}`)
  for (const { link, entryId, problem } of found.broken) console.log(`    #${link} ${entryId}: ${problem}`)
  return found.ok
}

/** Never a fresh key: it would open nothing, and would stand where the right one belongs. */
function existingKey(config: Config): Buffer {
  const file = join(config.dataDir, 'keys.json')
  if (!config.key && !existsSync(file))
    throw new StartFault(
      `${file} 不见了，没有它无法核对。请从备份放回，或设置 HUIYIN_KEY。`,
      `${file} is missing; nothing can be verified without it. Put it back from a backup or set HUIYIN_KEY.`,
    )
  return readMasterKey(file, config.key)
}

/** The external database, the embedded one that runs already, or the embedded one started for this. */
async function openAddress(config: Config): Promise<Opened> {
  if (config.databaseUrl) return { url: config.databaseUrl, role: 'huiyin_app', close: async () => {} }
  const running = runningAddresses(config.dataDir)
  if (running && (await answers(running.appUrl))) return { url: running.appUrl, close: async () => {} }
  const lock = lockFolder(config.dataDir, 'audit:verify')
  try {
    const database = await startEmbedded({ dir: config.dataDir, log: () => {} })
    return { url: database.appUrl, close: () => database.stop().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The pid file also lies there after a crash. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
