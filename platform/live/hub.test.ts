import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#test/database'
import { type Door, openDoor } from '#test/door'
import { type LiveHub, openLiveHub } from './hub.ts'

const [brand, staff] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const SOON = { timeout: 15_000 }
let database: TestDatabase
let door: Door
let hub: LiveHub
let server: Server

beforeAll(async () => {
  database = await cloneDatabase()
  door = await openDoor(database.appUrl)
  hub = await openLiveHub(door.url, pino({ level: 'silent' }))
  server = createServer((_req, out) => {
    out.writeHead(200)
    out.write('retry: 1\n\n')
    hub.attach({ brandId: brand, staffId: staff, sessionId: '', scopeOf: () => null, out })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  await hub.stop()
  server.closeAllConnections()
  server.close()
  door.close()
  await database.drop()
})

/** A browser that looks: all it was told, and when its stream ended. */
async function look() {
  const [answer] = (await once(
    get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false }),
    'response',
  )) as [IncomingMessage]
  let heard = ''
  answer.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  const ended = once(answer, 'end')
  await expect.poll(() => heard, SOON).toContain('retry')
  return { heard: () => heard, ended }
}

async function say(payload: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  await client.query(`select pg_notify('huiyin_live', $1)`, [payload])
  await client.end()
}
const note = (name: string) => JSON.stringify({ b: brand, n: name, p: [staff], at: 0 })

test('whoever looks hears what is committed; what is no note of ours disturbs nobody', async () => {
  const browser = await look()
  for (const payload of ['', 'no json', 'null', '{}', note('tickets.opened')]) await say(payload)
  await expect.poll(browser.heard, SOON).toContain('tickets.opened')
})

test('what was said while the database was away is lost, so every browser is made to ask anew, and hears again', async () => {
  const browser = await look()
  door.shut()
  await say(note('people.staffLocked'))
  door.open()
  await browser.ended
  const again = await look()
  await say(note('tickets.closed'))
  await expect.poll(again.heard, SOON).toContain('tickets.closed')
})

test('a browser that left while it was asked who it is is not kept', async () => {
  const before = hub.streams()
  const { promise: attached, resolve } = Promise.withResolvers<void>()
  const late = createServer((req, out) => {
    req.socket.once('close', () => {
      hub.attach({ brandId: brand, staffId: staff, sessionId: '', scopeOf: () => null, out })
      resolve()
    })
    req.socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(late, 'listening')
  const request = get({ port: (late.address() as AddressInfo).port, host: '127.0.0.1', agent: false })
  request.on('error', () => {})
  await attached
  late.close()
  expect(hub.streams()).toBe(before)
})
