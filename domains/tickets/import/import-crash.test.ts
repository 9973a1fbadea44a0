import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Import, ImportSetup } from '#contracts/tickets/import'
import { SESSION_COOKIE } from '#platform/http/server'
import { startApp, type TestApp } from '#test/app'
import type { MadeBrand, MadeStaff } from '#test/make'

const SERVER = join(import.meta.dirname, '..', '..', '..', 'bench', 'server.ts')
const DATA = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data')
const COUNT = 3000

let app: TestApp
let brand: MadeBrand
let lead: MadeStaff
let child: ChildProcess | undefined

beforeAll(async () => {
  app = await startApp()
  brand = await app.make.home()
  await app.make.shop({ name: '湖滨店' })
  lead = await app.make.staff({ role: 'lead' })
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await app.close()
})

async function bring(name: string, bytes: Buffer): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const response = new Response(form)
  const res = await app.server.inject({
    method: 'POST',
    url: '/api/imports?what=reviews',
    headers: { 'content-type': response.headers.get('content-type')!, host: 'localhost' },
    cookies: { [SESSION_COOKIE]: await app.sessionFor(lead) },
    payload: Buffer.from(await response.arrayBuffer()),
  })
  return (res.json() as Import).id
}
const look = async (id: string) => (await app.as(lead).get<Import>(`/imports/${id}`)).body

/** The worker in a process of its own, so that it can be killed as a machine dies. */
function startWorkerProcess(): ChildProcess {
  const { masterKey, now: _now, ...plain } = app.options
  const made = fork(SERVER, { stdio: 'ignore' })
  made.send({ ...plain, role: 'worker', masterKeyHex: masterKey.toString('hex') })
  return made
}

test('a worker killed in the middle of a file is replaced by another, and every row is there once', async () => {
  const lines = Array.from({ length: COUNT }, (_, n) =>
    JSON.stringify({ id: `k${n}`, text: `第 ${n} 位顾客说太甜了`, time: '2025-01-02' }),
  )
  const id = await bring('评价.jsonl', Buffer.from(lines.join('\n')))
  await app.sweep()
  await app.as(lead).put(`/imports/${id}/state`, { state: 'running' })
  child = startWorkerProcess()
  while ((await look(id)).counts.seen === 0) await wait(5)
  const gone = new Promise((resolve) => child!.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  const halfway = await look(id)
  expect(halfway.state).toBe('running')
  expect(halfway.counts.seen).toBeLessThan(COUNT)

  const { now } = app.services
  app.setNow(new Date(now().getTime() + 120_000).toISOString())
  await app.sweep()
  expect(await look(id)).toMatchObject({
    state: 'done',
    counts: { seen: COUNT, good: COUNT, history: COUNT, doubled: 0, refused: 0 },
  })
  const { n, distinct } = await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select((e) => [
        e.fn.countAll<number>().as('n'),
        e.fn.count<number>('content').distinct().as('distinct'),
      ])
      .executeTakeFirstOrThrow(),
  )
  expect([Number(n), Number(distinct)]).toEqual([COUNT, COUNT])
}, 180_000)

test('a file that somebody lets rest brings nothing more until it is let go on, and then every row once', async () => {
  const lines = Array.from({ length: COUNT }, (_, n) => `r${n},第 ${n} 位顾客等了很久,2025-01-02`)
  const id = await bring('慢慢来.csv', Buffer.from(['评价ID,评价内容,评价时间', ...lines].join('\n')))
  await app.sweep()
  const move = (state: string) => app.as(lead).put<Import>(`/imports/${id}/state`, { state })
  await move('running')
  const sweeping = app.sweep()
  while ((await look(id)).counts.seen === 0) await wait(5)
  expect((await move('paused')).body.state).toBe('paused')
  await sweeping
  const resting = await look(id)
  expect(resting.counts.seen).toBeLessThan(COUNT)
  expect(resting.counts.good).toBe(resting.counts.seen)
  await app.sweep()
  expect(await look(id)).toEqual(resting)

  await move('running')
  await app.sweep()
  expect(await look(id)).toMatchObject({
    state: 'done',
    counts: { seen: COUNT, good: COUNT, doubled: 0, refused: 0 },
  })
  const told = await app.services.db.inBrand(brand.id, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute(),
  )
  expect(told.map((one) => one.action.replace('tickets.import', ''))).toEqual([
    'Upload',
    'Run',
    'Pause',
    'Run',
    'ed',
  ])
}, 180_000)

if (existsSync(DATA))
  describe('the real files', () => {
    test.each([
      ['waimai.jsonl', { text: 'text', externalId: 'id', score: 'sentiment' }],
      ['hotel.jsonl', { text: 'text', externalId: 'id', score: 'sentiment' }],
      ['food_safety.jsonl', { text: 'text', externalId: 'id' }],
      ['restaurant_triples.jsonl', { text: 'text', externalId: 'id' }],
      ['restaurant_aspects.jsonl', { text: 'text', externalId: 'id' }],
      ['beauty_opinions.jsonl', { text: 'text', externalId: 'id' }],
      ['haircare_terms.jsonl', { text: 'text', externalId: 'id' }],
      ['dianping2k.jsonl', { text: 'text', externalId: 'id' }],
      ['shopping10.jsonl', { text: 'text', externalId: 'id' }],
      ['unlabelled.jsonl', { text: 'text', externalId: 'id' }],
    ])('%s is read as it is, and its first rows come in', async (name, wanted) => {
      const whole = readFileSync(join(DATA, name), 'utf8')
      const id = await bring(name, Buffer.from(`${whole.split('\n').slice(0, 200).join('\n')}\n`))
      await app.sweep()
      const { body: setup } = await app.as(lead).get<ImportSetup>(`/imports/${id}/setup`)
      const named = Object.entries(setup.mapping.columns).map(([field, at]) => [
        field,
        setup.headings[at!]?.name,
      ])
      expect(Object.fromEntries(named)).toMatchObject(wanted)
      await app.as(lead).put(`/imports/${id}/state`, { state: 'running' })
      await app.sweep()
      const { state, counts } = await look(id)
      expect({ state, refused: counts.refused }).toEqual({ state: 'done', refused: 0 })
      expect(counts.good + counts.doubled).toBe(200)
    })
  })
