import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bulk } from '#contracts/tickets/inbox'
import { startApp, type TestApp } from '#test/app'
import { copyTicket, sendFeedback } from '#test/many-tickets'

const SERVER = join(import.meta.dirname, '..', '..', '..', 'bench', 'server.ts')
const COUNT = 400

let app: TestApp
let child: ChildProcess | undefined

beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await app.close()
})

/** The worker in a process of its own, so that it can be killed as a machine dies. */
function startWorkerProcess(): ChildProcess {
  const { masterKey, now: _now, ...plain } = app.options
  const made = fork(SERVER, { stdio: 'ignore' })
  made.send({ ...plain, role: 'worker', masterKeyHex: masterKey.toString('hex') })
  return made
}

test('a worker killed in the middle of a bulk deed is replaced by another, and no ticket is seen to twice', async () => {
  const shop = await app.make.shop()
  const lead = await app.make.staff({ role: 'lead' })
  const first = await sendFeedback(app, shop, '等了半个小时')
  const list = await copyTicket(app, shop.brandId, first, COUNT)
  const made = await app.as(lead).post<Bulk>('/bulks', {
    id: randomUUID(),
    deed: { kind: 'tag', add: ['批量'], remove: [] },
    tickets: { by: 'ids', ids: list },
  })
  const look = async () => (await app.as(lead).get<Bulk>(`/bulks/${made.body.id}`)).body

  child = startWorkerProcess()
  while ((await look()).done < 10) await wait(10)
  const gone = new Promise((resolve) => child!.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  const halfway = await look()
  expect(halfway.todo).toBeGreaterThan(0)

  await app.sweep()
  expect(await look()).toMatchObject({ state: 'done', done: COUNT, failed: 0 })
  const facts = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.entry').select('ticket_id').where('fact', '=', 'tagged').execute(),
  )
  expect(facts.length).toBe(COUNT)
  expect(new Set(facts.map((fact) => fact.ticket_id)).size).toBe(COUNT)
}, 180_000)
