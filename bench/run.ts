/** `npm run bench [accept|read|search|inbox|import|live|soak|bytes|dispatch|early|triage|alarm|room|reading|lunch …]`: measures, prints tables, saves bench/results/<time>.json. Never asserted in tests. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureAccept } from './accept.ts'
import { measureAlarm } from './alarm.ts'
import { measureBytes } from './bytes.ts'
import { startCluster } from './cluster.ts'
import { measureDispatch } from './dispatch.ts'
import { measureEarly } from './early.ts'
import { measureEarlyKept } from './early-kept.ts'
import { measureImport } from './import.ts'
import { measureInbox } from './inbox.ts'
import { measureLive } from './live.ts'
import { measureLunch } from './lunch.ts'
import { measureRead } from './read.ts'
import { measureReading } from './reading.ts'
import { measureRoom } from './room.ts'
import { measureSearch } from './search.ts'
import { measureSoak } from './soak.ts'
import { measureTriage } from './triage.ts'

const wanted = process.argv.slice(2)
const results: Record<string, unknown> = {
  at: new Date().toISOString(),
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}
const cluster = await startCluster()
try {
  await measure('accept', () => measureAccept(cluster))
  await measure('read', () => measureRead(cluster))
  await measure('search', () => measureSearch(cluster))
  await measure('inbox', () => measureInbox(cluster))
  await measure('import', () => measureImport(cluster))
  await measure('live', () => measureLive(cluster))
  await measure('soak', () => measureSoak(cluster))
  await measure('bytes', async () => measureBytes())
  await measure('dispatch', async () => measureDispatch())
  await measure('early', async () => ({ ...measureEarly(), ...(await measureEarlyKept(cluster)) }))
  await measure('triage', async () => measureTriage())
  await measure('alarm', () => measureAlarm(cluster))
  await measure('room', () => measureRoom(cluster))
  await measure('reading', async () => measureReading())
  await measure('lunch', () => measureLunch(cluster))
} finally {
  await cluster.stop()
}
const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
console.log(`saved ${file}`)
process.exit(0)

async function measure(name: string, run: () => Promise<unknown>): Promise<void> {
  if (wanted.length && !wanted.includes(name)) return
  console.log(`\n${name} …`)
  const result = await run()
  results[name] = result
  console.table(result)
}
