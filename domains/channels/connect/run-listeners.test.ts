import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import { openDatabase } from '#platform/db/database'
import { startApp, type TestApp } from '#test/app'
import { openDoor } from '#test/door'
import type { MadeStaff } from '#test/make'
import { type MailServers, mailText, startMail } from '../../../test/simulators/mail.ts'
import { unheardChannels } from './listener-data.ts'
import { startListeners } from './run-listeners.ts'

const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let mail: MailServers
let admin: MadeStaff
let channelId: string
const running: { stop: () => Promise<void> }[] = []

beforeAll(async () => {
  app = await startApp({ now: NOON })
  mail = await startMail()
  await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'email', name: '客服邮箱' })
  channelId = made.body.id
  await save({})
  await app.sweep()
})
afterAll(async () => {
  await Promise.all(running.map((one) => one.stop()))
  await mail.stop()
  await app.close()
})

const save = (settings: object) =>
  app.as(admin).put(`/channels/${channelId}/connection`, { settings: { ...mail.settings(), ...settings } })
const begin = (services = app.services) => {
  const one = startListeners(services)
  running.push(one)
  return one
}
/** The server hears of it a moment after the worker: nobody listens any more only then. */
const end = async (worker: { stop: () => Promise<void> }) => {
  await worker.stop()
  await until(() => mail.imap.connections() === 0)
}
const receive = (text: string) => mail.imap.receive(mailText({ subject: text, text }), app.services.now())
const health = async () =>
  (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body.health
const stored = () =>
  app.services.db.inBrand(admin.brandId, (tx) =>
    tx.selectFrom('channels.inbound_message').select('id').where('channel_id', '=', channelId).execute(),
  )
const lease = () =>
  app.services.db.inBrand(admin.brandId, (tx) =>
    tx.selectFrom('channels.listener').selectAll().where('channel_id', '=', channelId).executeTakeFirst(),
  )

/** Waits for what another task brings about; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await wait(20)
}

test('a mail is stored as soon as the server says so, without any poll', async () => {
  begin()
  await until(() => mail.imap.idling() === 1)
  receive('来得正好')
  await until(async () => (await stored()).length === 1)
  expect(await health()).toMatchObject({ state: 'ok' })
})

test('of two workers one listens; when it stops cleanly the other takes over', async () => {
  const [first] = running
  const second = begin()
  const held = (await lease())!.holder
  expect(await unheardChannels(app.services, ['email'], app.services.now())).toEqual([])
  await until(() => mail.imap.connections() === 1)
  await first!.stop()
  await until(async () => ((await lease())?.holder ?? held) !== held && mail.imap.idling() === 1)
  receive('第二个接着听')
  await until(async () => (await stored()).length === 2)
  await end(second)
  expect(await lease()).toMatchObject({ holder: null })
})

test('a worker that died keeps nobody out: its lease ends by itself', async () => {
  await app.services.db.inBrand(admin.brandId, (tx) =>
    tx
      .updateTable('channels.listener')
      .set({ holder: crypto.randomUUID(), until: new Date(app.services.now().getTime() + 60_000) })
      .where('channel_id', '=', channelId)
      .execute(),
  )
  const third = begin()
  expect(await unheardChannels(app.services, ['email'], app.services.now())).toEqual([])
  expect(mail.imap.connections()).toBe(0)
  app.setNow('2026-03-02T12:02:00+08:00')
  await until(() => mail.imap.idling() === 1)
  await end(third)
})

test('after a fault it waits longer each time, tells the health line, and misses nothing', async () => {
  const worker = begin()
  await until(() => mail.imap.idling() === 1)
  await mail.imap.down()
  await until(async () => (await health()).state === 'fault')
  // The line says why first, then the mailbox is given back.
  await until(async () => (await lease())!.holder === null)
  expect(await lease()).toMatchObject({ tries: 1 })
  receive('没人听的时候来的')
  app.setNow('2026-03-02T12:02:10+08:00')
  await until(async () => (await lease())!.tries === 2 && (await lease())!.holder === null)
  expect((await lease())!.until.getTime() - app.services.now().getTime()).toBe(10_000)
  await mail.imap.up()
  app.setNow('2026-03-02T12:03:00+08:00')
  await until(async () => (await stored()).length === 3)
  await until(async () => (await health()).state === 'ok')
  await end(worker)
})

test('changed settings begin it anew, a channel that is turned off is left alone', async () => {
  const worker = begin()
  await until(() => mail.imap.idling() === 1)
  const before = mail.imap.signIns()
  await save({ senderName: '新名字' })
  await until(() => mail.imap.signIns() > before && mail.imap.idling() === 1)
  await app.as(admin).patch(`/channels/${channelId}`, { on: false })
  await until(() => mail.imap.connections() === 0)
  await app.as(admin).patch(`/channels/${channelId}`, { on: true })
  await until(() => mail.imap.idling() === 1)
  await end(worker)
})

test('what was stored but not marked is read again and is no second message', async () => {
  const before = (await stored()).length
  await app.services.db.inBrand(admin.brandId, (tx) =>
    tx
      .updateTable('channels.poll')
      .set((e) => ({ cursor: e.fn('jsonb_set', ['cursor', e.val('{uid}'), e.val('0')]) }))
      .where('channel_id', '=', channelId)
      .execute(),
  )
  const worker = begin()
  await until(() => mail.imap.idling() === 1)
  receive('新的一封')
  await until(async () => (await stored()).length > before)
  expect(await stored()).toHaveLength(before + 1)
  await end(worker)
})

test('what is told while the database is away is stored when it is back, and nobody is called about the mailbox', async () => {
  const before = (await stored()).length
  const door = await openDoor(app.options.appUrl)
  const db = openDatabase(door.url)
  const worker = begin({ ...app.services, db })
  await until(() => mail.imap.idling() === 1)
  door.shut()
  receive('数据库不在的时候来的')
  await until(() => door.turnedAway() > 2)
  door.open()
  await until(async () => (await stored()).length > before)
  expect(await health()).toMatchObject({ state: 'ok' })
  await end(worker)
  await db.close()
  door.close()
})
