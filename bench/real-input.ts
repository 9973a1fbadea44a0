/**
 * The main job on real input: every text of the shared review files goes in through the public API to a takeaway brand.
 * `npm run bench:real [-- --keep DIR]`: prints what came out of it; with --keep the data folder stays, to look at in the browser.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { openApp } from '../main/app.ts'
import { post } from './accept.ts'
import { startCluster } from './cluster.ts'
import { round } from './measure.ts'
import { serve } from './serve.ts'
import { makeWorld } from './world.ts'

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
const FILES = ['waimai.jsonl', 'food_safety.jsonl']
const HANDS = 32

if (!FILES.every((f) => existsSync(join(DATA, f)))) {
  console.log(`the review files are not here (${DATA}); nothing to measure`)
  process.exit(0)
}
type Row = { file: string; id: string; text: string; label?: number }
const rows: Row[] = FILES.flatMap((file) =>
  readFileSync(join(DATA, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ file, ...(JSON.parse(line) as Omit<Row, 'file'>) })),
)
const cluster = await startCluster()
const options = await cluster.database('real')
const app = await openApp({ ...options, role: 'web' })
const world = await makeWorld(app.services)
await app.close()
const served = await serve(options)
const agent = new Agent({ keepAlive: true, maxSockets: HANDS })
const url = new URL('/api/v1/feedback', served.address)
const begun = performance.now()
let next = 0
const failures: string[] = []
await Promise.all(
  Array.from({ length: HANDS }, async () => {
    for (let i = next++; i < rows.length; i = next++) {
      const { file, id, text } = rows[i]!
      const body = {
        content: text.slice(0, 4000),
        shopCode: `B${1 + (i % 12)}`,
        source: file.replace('.jsonl', ''),
      }
      await post(agent, url, world.apiKey, body, `${file}:${id}`).catch((error: Error) =>
        failures.push(`${file} ${id}: ${error.message}`),
      )
    }
  }),
)
const seconds = (performance.now() - begun) / 1000
const db = await cluster.client(options.ownerUrl)
const one = async (sql: string) => (await db.query(sql)).rows[0] as Record<string, number>
const many = async (sql: string) => (await db.query(sql)).rows as Record<string, unknown>[]
console.log({
  texts: rows.length,
  refused: failures.length,
  seconds: round(seconds, 1),
  perSecond: round(rows.length / seconds, 1),
})
for (const f of failures.slice(0, 5)) console.log(f)
console.log(
  await one(`select count(*)::int as tickets, count(*) filter (where status = 'set_aside')::int as set_aside,
    count(*) filter (where assignee_id is null)::int as ownerless,
    count(*) filter (where jsonb_array_length(triage->'reasons') = 0)::int as without_reason,
    count(*) filter (where closed_at is null and not exists (select from tickets.clock c where c.brand_id = t.brand_id and c.ticket_id = t.id and c.metric = 'respond'))::int as without_clock
    from tickets.ticket t`),
)
console.table(
  await many('select kind, priority, count(*)::int as n from tickets.ticket group by 1, 2 order by 1, 2'),
)
console.table(
  await many(
    'select team, count(*)::int as n, count(distinct assignee_id)::int as people from tickets.ticket group by 1 order by 2 desc',
  ),
)
console.table(await agreement())
if (process.argv.includes('--sample'))
  console.log(
    JSON.stringify(
      await many(
        "select content, kind, categories, priority, triage->'reasons' as reasons from tickets.ticket order by md5(id::text) limit 50",
      ),
    ),
  )
await db.end()
await served.stop()
await cluster.stop()
process.exit(0)

/** How the rules' kinds stand to the files' own labels: negative is a complaint or worse, positive is praise; food safety is an emergency. */
async function agreement() {
  const labels = new Map(rows.map((r) => [`${r.file} ${r.text.slice(0, 4000).trim()}`, r.label]))
  const counts: Record<string, Record<string, number>> = {}
  for (const t of await many("select place, content, kind from tickets.ticket where status <> 'set_aside'")) {
    const label = labels.get(`${t.place}.jsonl ${t.content}`)
    const row = counts[`${t.place} ${label}`] ?? {}
    counts[`${t.place} ${label}`] = row
    row[t.kind as string] = (row[t.kind as string] ?? 0) + 1
  }
  return counts
}
