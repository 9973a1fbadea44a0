import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '#contracts/channels/connect'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type Served, serve } from '../bench/serve.ts'
import { type MailServers, mailText, startMail } from './simulators/mail.ts'

const MAILS = 60
let app: TestApp
let mail: MailServers
let admin: MadeStaff
let channelId: string
const workers: Served[] = []

beforeAll(async () => {
  app = await startApp()
  mail = await startMail()
  await app.make.shop()
  await app.make.staff({ role: 'agent' })
  admin = await app.make.staff({ role: 'admin' })
  const made = await app.as(admin).post<Connection>('/channels', { kind: 'email', name: '客服邮箱' })
  channelId = made.body.id
  const saved = await app
    .as(admin)
    .put(`/channels/${channelId}/connection`, { settings: { ...mail.settings(), mostPerHour: 1000 } })
  expect(saved.status, saved.text).toBe(200)
})
afterAll(async () => {
  await Promise.all(workers.map(kill))
  await mail.stop()
  await app.close()
})

/** A worker as a process of its own, on the test's database. */
async function begin(): Promise<Served> {
  const worker = await serve({ ...app.options, role: 'worker' })
  workers.push(worker)
  return worker
}
async function kill({ process: child }: Served): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
const lease = () =>
  app.services.db.inBrand(admin.brandId, (tx) =>
    tx.selectFrom('channels.listener').selectAll().where('channel_id', '=', channelId).executeTakeFirst(),
  )
/** The minute for which a dead process still has the mailbox is over. */
const leaseEnds = () =>
  app.services.db.inBrand(admin.brandId, (tx) =>
    tx
      .updateTable('channels.listener')
      .set({ until: new Date(0) })
      .where('channel_id', '=', channelId)
      .execute(),
  )
const stored = async () =>
  (
    await app.services.db.inBrand(admin.brandId, (tx) =>
      tx.selectFrom('channels.inbound_message').select('id').where('channel_id', '=', channelId).execute(),
    )
  ).length
const tickets = () =>
  app.services.db.inBrand(admin.brandId, (tx) => tx.selectFrom('tickets.ticket').select('content').execute())

/** Waits for what another process brings about; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await wait(20)
}
const words = (n: number) => `第 ${n} 封：少送了一份`
const receive = (from: number, to: number) => {
  for (let n = from; n < to; n++)
    mail.imap.receive(mailText({ subject: `反馈 ${n}`, text: words(n), from: `guest${n}@mail.test` }))
}

test('who listens to the mailbox is killed, twice: another process goes on, nothing is lost and nothing doubled', async () => {
  const first = await begin()
  await until(() => mail.imap.idling() === 1)
  const holder = (await lease())!.holder
  const second = await begin()

  receive(0, 20)
  await until(async () => (await stored()) > 0)
  await kill(first)
  receive(20, 40)
  expect((await lease())!.holder).toBe(holder)
  await leaseEnds()
  await until(async () => ![null, holder].includes((await lease())!.holder))
  await until(async () => (await stored()) > 25)

  const third = await begin()
  receive(40, MAILS)
  await kill(second)
  await leaseEnds()
  await until(async () => (await stored()) === MAILS)
  await until(async () => (await tickets()).length >= MAILS)
  await app.sweep()
  expect((await tickets()).map((t) => t.content).toSorted()).toEqual(
    Array.from({ length: MAILS }, (_, n) => words(n)).toSorted(),
  )
  const told = mail.smtp.mails.map((m) => m.envelope.to[0])
  expect(new Set(told).size).toBe(told.length)
  await kill(third)
}, 120_000)
