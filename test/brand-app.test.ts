import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { EndpointWithSecret } from '#contracts/notify/webhooks'
import type { EntryPage } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { goodJpeg } from './fuzz/hostile-images.ts'

/** The example in examples/brand-app, run as a brand's developer would run it, against the real server. */
const EXAMPLE = join(import.meta.dirname, '..', 'examples', 'brand-app')

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let key = ''
let line: Awaited<ReturnType<typeof openLine>>
let dir = ''

beforeAll(async () => {
  app = await startApp({ privateHooks: true })
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const scopes = ['feedback.write', 'feedback.read']
  key = (await app.as(admin).post<{ secret: string }>('/api-keys', { name: '品牌 App', scopes })).body.secret
  line = await openLine((app.server.server.address() as AddressInfo).port)
  dir = mkdtempSync(join(tmpdir(), 'huiyin-brand-app-'))
  writeFileSync(join(dir, 'photo.jpg'), await goodJpeg())
})
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true })
  await line?.close()
  await app?.close()
})

/** A line between the example and the server that breaks after the request has arrived, as often as it is told to. */
async function openLine(port: number) {
  const state = { breaks: 0, requests: [] as string[] }
  const server: Server = createServer((req, res) => {
    state.requests.push(`${req.method} ${req.url} ${req.headers['idempotency-key'] ?? ''}`.trim())
    const onward = request({ port, path: req.url, method: req.method, headers: req.headers }, (answer) => {
      if (state.breaks > 0) {
        state.breaks -= 1
        answer.resume().on('end', () => req.socket.destroy())
        return
      }
      res.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(res)
    })
    req.pipe(onward)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, state, close: () => new Promise((closed) => server.close(closed)) }
}

type Run = { code: number; out: string; err: string }
function run(script: string, args: string[], env: Record<string, string> = {}): Promise<Run> {
  const settings = { HUIYIN_ORIGIN: line.origin, HUIYIN_KEY: key, ...env }
  return new Promise((done) =>
    execFile(
      process.execPath,
      [join(EXAMPLE, script), ...args],
      { env: { ...process.env, ...settings } },
      (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    ),
  )
}
type Ticket = { id: string; entries: z.infer<typeof EntryPage>['entries'] }
async function ticketsOf(content: string): Promise<Ticket[]> {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).execute(),
  )
  return Promise.all(
    rows.map(async ({ id }) => ({
      id,
      entries: (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries,
    })),
  )
}

test('a feedback with a photo arrives once, although the line breaks after it has arrived', async () => {
  line.state.breaks = 2
  const content = '汤洒了一半，袋子也破了'
  const feedback = JSON.stringify({ content, stars: 2, shopCode: shop.code, contact: '13800001234' })
  const sent = await run('submit.mjs', [feedback, join(dir, 'photo.jpg')])
  expect(sent.err).toBe('')
  const receipt = JSON.parse(sent.out) as Receipt & { idempotencyKey: string }
  expect(receipt).toMatchObject({ number: expect.stringMatching(/^HY-\d+$/), progress: expect.any(String) })
  const [ticket, ...others] = await ticketsOf(content)
  expect(others).toEqual([])
  expect(ticket!.entries[0]!.photos).toHaveLength(1)

  line.state.breaks = 1
  const again = await run('submit.mjs', [feedback], { HUIYIN_IDEMPOTENCY_KEY: receipt.idempotencyKey })
  expect(JSON.parse(again.out)).toMatchObject({ number: receipt.number })
  expect(await ticketsOf(content)).toHaveLength(1)
  const keys = line.state.requests.filter((one) => one.startsWith('POST /api/v1/feedback '))
  expect(new Set(keys)).toEqual(new Set([`POST /api/v1/feedback ${receipt.idempotencyKey}`]))

  const followed = await run('progress.mjs', [receipt.number])
  expect(JSON.parse(followed.out)).toMatchObject({
    number: receipt.number,
    status: 'assigned',
    priority: 'P3',
  })
})

test('what is refused for good is told with its field, and not sent again', async () => {
  line.state.requests.length = 0
  const wrong = await run('submit.mjs', [JSON.stringify({ content: '没有这家店', shopCode: 'S9' })])
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('422 tickets.shopUnknown shopCode') })
  expect(line.state.requests).toHaveLength(1)
  const strange = await run('submit.mjs', [JSON.stringify({ content: '假钥匙' })], { HUIYIN_KEY: 'hy_wrong' })
  expect(strange).toMatchObject({ code: 1, err: expect.stringContaining('401') })
})

test('one key cannot take another key’s photo', async () => {
  const scopes = ['feedback.write']
  const other = (await app.as(admin).post<{ secret: string }>('/api-keys', { name: '别家', scopes })).body
    .secret
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await goodJpeg())]), 'p.jpg')
  const headers = { authorization: `Bearer ${key}` }
  const uploaded = await fetch(`${line.origin}/api/v1/photos`, { method: 'POST', headers, body: form })
  expect(uploaded.status).toBe(201)
  const { id } = (await uploaded.json()) as { id: string }
  const taken = await app.anonymous.post(
    '/v1/feedback',
    { content: '拿别人的图', photos: [id] },
    { headers: { authorization: `Bearer ${other}`, 'idempotency-key': randomUUID() } },
  )
  expect(taken.problem).toMatchObject({ code: 'channels.photoUnknown' })
})

test('the receiver of webhooks believes what Huiyin signed, each event once, and nobody else', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/huiyin`
  const events = ['ticket.opened']
  const made = await app.as(admin).post<EndpointWithSecret>('/webhooks', { name: '品牌 App', url, events })
  const receiver = spawn(process.execPath, [join(EXAMPLE, 'webhook.mjs')], {
    env: { ...process.env, PORT: String(port), HUIYIN_WEBHOOK_SECRET: made.body.secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const said = linesOf(receiver)
    await expect.poll(() => said(), { timeout: 20_000 }).toContain(`listening ${port}`)
    const forged = {
      'x-huiyin-timestamp': String(Math.floor(Date.now() / 1000)),
      'x-huiyin-signature': 'v1=00',
    }
    expect((await fetch(url, { method: 'POST', headers: forged, body: '{}' })).status).toBe(401)
    const sent = await run('submit.mjs', [JSON.stringify({ content: '请告诉品牌的 App' })])
    await app.sweep()
    const { number } = JSON.parse(sent.out) as Receipt
    await expect.poll(() => said(), { timeout: 20_000 }).toContain(`ticket.opened ${number} assigned`)
    expect(said().filter((one) => one.startsWith('ticket.opened'))).toHaveLength(1)
  } finally {
    receiver.kill()
  }
})

function linesOf(child: ChildProcess): () => string[] {
  let text = ''
  child.stdout!.on('data', (part: Buffer) => (text += part))
  return () => text.split('\n').filter(Boolean)
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
