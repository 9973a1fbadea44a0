import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAudit } from '#platform/audit/chain'
import { type Keys, loadKeys, readMasterKey } from '#platform/crypto/keys'
import { type Database, openDatabase } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { lockFolder } from '#platform/db/folder-lock'
import { StartFault } from '#platform/db/start-fault'
import { type Config, readConfig } from '../main/config.ts'
import { explain } from '../main/explain.ts'

type Opened = { url: string; role?: string; close: () => Promise<void> }

/** `npm run audit:verify`: works out every brand's audit chain again. Exit code 1 when one is broken, 2 when it could not be read. */
try {
  const config = readConfig(process.env)
  const opened = await openAddress(config)
  try {
    process.exitCode = (await verifyAll(config, opened)) ? 0 : 1
  } finally {
    await opened.close()
  }
} catch (error) {
  explain(error)
  process.exitCode = 2
}

async function verifyAll(config: Config, opened: Opened): Promise<boolean> {
  const db = openDatabase(opened.url, { max: 2, ...(opened.role ? { role: opened.role } : {}) })
  try {
    const keys = await loadKeys(db.open, masterKey(config))
    const brands = await db.pool.query<{ id: string }>('select platform.brand_ids() as id')
    let sound = true
    for (const { id } of brands.rows) sound = (await verifyBrand(db, keys, id)) && sound
    if (!brands.rows.length) console.log('还没有品牌 · there is no brand yet')
    return sound
  } finally {
    await db.close()
  }
}

async function verifyBrand(db: Database, keys: Keys, brandId: string): Promise<boolean> {
  const { name, result } = await db.inBrand(brandId, async (tx) => ({
    name: (await tx.selectFrom('platform.brand').select('name').executeTakeFirstOrThrow()).name,
    result: await verifyAudit(tx, keys),
  }))
  const waiting = result.unlinked ? `，${result.unlinked} 条等待入链 · waiting` : ''
  console.log(`${result.ok ? '✓' : '✗'} ${name}  ${result.entries} 条 · entries${waiting}`)
  console.log(`  ${result.head}`)
  for (const { link, entryId, problem } of result.broken) console.log(`  ! #${link} ${entryId}: ${problem}`)
  return result.ok
}

/** Only an existing key can verify; making one would call every entry forged. */
function masterKey(config: Config): Buffer {
  const file = join(config.dataDir, 'keys.json')
  if (!config.key && !existsSync(file))
    throw new StartFault(
      `${file} 不见了，没有它无法核对。请从备份放回，或设置 HUIYIN_KEY。`,
      `${file} is missing; nothing can be verified without it. Put it back from a backup or set HUIYIN_KEY.`,
    )
  return readMasterKey(file, config.key)
}

/** The external database, the embedded one that is running, or the embedded one started for this. */
async function openAddress(config: Config): Promise<Opened> {
  if (config.databaseUrl) return { url: config.databaseUrl, role: 'huiyin_app', close: async () => {} }
  if (!existsSync(join(config.dataDir, 'postgres')))
    throw new StartFault(
      `${config.dataDir} 里还没有数据库。`,
      `There is no database in ${config.dataDir} yet.`,
    )
  const running = runningAddress(config.dataDir)
  if (running) return { url: running, close: async () => {} }
  const lock = lockFolder(config.dataDir, 'audit:verify')
  const database = await startEmbedded({ dir: config.dataDir, log: () => {} })
  const close = async () => {
    await database.stop()
    lock.release()
  }
  return { url: database.appUrl, close }
}

/** PostgreSQL leaves port and socket folder in postmaster.pid (lines 4 and 5) while it runs. */
function runningAddress(dataDir: string): string | null {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const [pid, , , port, socketDir] = readFileSync(pidFile, 'utf8').split('\n')
  if (!lives(Number(pid))) return null
  const { app } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { app: string }
  return socketDir
    ? `postgres://huiyin_app:${app}@localhost:${port}/huiyin?host=${encodeURIComponent(socketDir)}`
    : `postgres://huiyin_app:${app}@127.0.0.1:${port}/huiyin`
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
