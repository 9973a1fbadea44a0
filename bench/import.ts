import { setTimeout as wait } from 'node:timers/promises'
import { Workbook } from '@cj-tech-master/excelts'
import type { Import } from '#contracts/tickets/import'
import { openApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { cpuSecondsOf, round, rssOf } from './measure.ts'
import { get, signIn } from './read.ts'
import { type Served, serve } from './serve.ts'
import { benchText } from './texts.ts'
import { makeWorld, type World } from './world.ts'

const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 100_000)
const BOOK_ROWS = Math.round(ROWS / 5)

/** (g) A file of reviews: how long until every row is a ticket, and the most memory that the program holds meanwhile (target: 100 thousand in 120 s, under 300 MB). */
export async function measureImport(cluster: BenchCluster) {
  const options = await cluster.database('import')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  await app.close()
  const served = await serve({ ...options, role: 'all' })
  try {
    const lead = await signIn(served.address, world.login)
    const idleMb = rssOf(served)
    const csv = await bring(served, lead, '评价.csv', Buffer.from(csvOf(world, ROWS)))
    const again = await bring(served, lead, '再来一次.csv', Buffer.from(csvOf(world, ROWS)))
    const xlsx = await bring(served, lead, '评价.xlsx', await bookOf(world, BOOK_ROWS))
    return { 'before it': { mostMb: round(idleMb, 0) }, csv, 'the same again': again, xlsx }
  } finally {
    await served.stop()
  }
}

const HEADINGS = ['评价ID', '评价内容', '评分', '评价时间', '门店编号', '用户昵称', '订单号']

function* rowsOf(world: World, count: number, prefix: string): Generator<string[]> {
  for (let n = 0; n < count; n++) {
    const day = String((n % 28) + 1).padStart(2, '0')
    const text = `${benchText(n)}${benchText(n * 5 + 1)}`
    yield [
      `${prefix}${n}`,
      text,
      String((n % 5) + 1),
      `2025-0${(n % 9) + 1}-${day} 12:${day}`,
      world.shops[n % world.shops.length]!.code,
      `顾客${n}`,
      `44102039485${n}`,
    ]
  }
}

function csvOf(world: World, count: number): string {
  const lines = [HEADINGS.join(',')]
  for (const row of rowsOf(world, count, 'c'))
    lines.push(row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  return lines.join('\r\n')
}

async function bookOf(world: World, count: number): Promise<Buffer> {
  const book = new Workbook()
  const sheet = book.addWorksheet('评价')
  sheet.addRow(HEADINGS)
  for (const row of rowsOf(world, count, 'x')) sheet.addRow(row)
  return Buffer.from((await book.xlsx.writeBuffer()) as Uint8Array)
}

async function bring(
  served: Served,
  cookie: string,
  name: string,
  bytes: Buffer,
): Promise<Record<string, number>> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const begun = performance.now()
  const cpuBefore = cpuSecondsOf(served)
  const sent = await fetch(new URL('/api/imports?what=reviews', served.address), {
    method: 'POST',
    headers: { cookie },
    body: form,
  })
  if (!sent.ok) throw new Error(`${name}: ${sent.status} ${await sent.text()}`)
  const { id } = (await sent.json()) as Import
  const read = await until(served, cookie, id, ['ready'])
  const readS = (performance.now() - begun) / 1000
  const from = performance.now()
  await fetch(new URL(`/api/imports/${id}/state`, served.address), {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ state: 'running' }),
  })
  const ran = await until(served, cookie, id, ['done'])
  const runS = (performance.now() - from) / 1000
  const { counts } = ran.file
  return {
    rows: counts.seen,
    good: counts.good,
    doubled: counts.doubled,
    mb: round(bytes.length / 2 ** 20, 1),
    readS: round(readS, 1),
    runS: round(runS, 1),
    cpuS: round(cpuSecondsOf(served) - cpuBefore, 1),
    'rows/s': Math.round(counts.seen / (readS + runS)),
    mostMb: round(Math.max(read.mostMb, ran.mostMb), 0),
  }
}

async function until(served: Served, cookie: string, id: string, states: Import['state'][]) {
  let mostMb = 0
  for (;;) {
    mostMb = Math.max(mostMb, rssOf(served))
    const file = (await get(served.address, `/api/imports/${id}`, cookie)) as Import
    if (states.includes(file.state)) return { file, mostMb }
    if (file.state === 'failed' || file.state === 'paused')
      throw new Error(`the import is ${file.state}: ${JSON.stringify(file.problem)}`)
    await wait(100)
  }
}
