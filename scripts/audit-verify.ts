/** `npm run audit:verify`: works the audit chain of every brand out again, beside the running program or without it. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { verifyAudit } from '#platform/audit/chain'
import { loadKeys, readMasterKey } from '#platform/crypto/keys'
import { openDatabase } from '#platform/db/database'
import { startEmbedded } from '#platform/db/embedded'
import { runningAddresses } from '#platform/db/postgres-addresses'
import { readConfig } from '../main/config.ts'

const config = readConfig(process.env)
const own = config.databaseUrl ? null : runningAddresses(config.dataDir)
const started = config.databaseUrl || own ? null : await startEmbedded({ dir: config.dataDir, log: () => {} })
const db = openDatabase(config.databaseUrl ?? (own ?? started)!.appUrl, {
  role: config.databaseUrl ? 'huiyin_app' : undefined,
  max: 2,
})
try {
  const keys = await loadKeys(db.open, readMasterKey(join(config.dataDir, 'keys.json'), config.key))
  const { rows } = await sql<{ id: string }>`select platform.brand_ids() as id`.execute(db.open)
  for (const { id } of rows) await report(id)

  async function report(brandId: string): Promise<void> {
    const { name, found } = await db.inBrand(brandId, async (tx) => ({
      name: (await tx.selectFrom('platform.brand').select('name').executeTakeFirstOrThrow()).name,
      found: await verifyAudit(tx, keys),
    }))
    const waiting = found.unlinked ? `, ${found.unlinked} not linked yet` : ''
    console.log(
      `${found.ok ? '✓' : '✗'} ${name}: ${found.entries} entries${waiting}, head ${found.head.slice(0, 16)}`,
    )
    for (const { link, entryId, problem } of found.broken)
      console.log(`    link ${link}, entry ${entryId}: ${problem}`)
    if (!found.ok) process.exitCode = 1
  }
} finally {
  await db.close()
  await started?.stop()
}
