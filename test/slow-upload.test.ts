import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Import } from '#contracts/tickets/import'
import { SESSION_COOKIE } from '#platform/http/server'
import { startApp, type TestApp } from '#test/app'

const MINUTE_MS = 60_000
const HEAD =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="slow.csv"\r\n\r\n评价ID,评价内容\r\n'
const END = '\r\n--x--\r\n'
const LINE = `1,${'太甜了'.repeat(100)}\r\n`

let app: TestApp
let port: number
let cookie: string
/** The server's own ends of the connections, in the order they came. */
const ends: Socket[] = []

beforeAll(async () => {
  app = await startApp()
  await app.make.home()
  cookie = `${SESSION_COOKIE}=${await app.sessionFor(await app.make.staff({ role: 'lead' }))}`
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  const server = app.server.server as Server
  server.on('connection', (socket) => ends.push(socket))
  port = (server.address() as { port: number }).port
})
afterAll(() => app.close())
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

type Sender = {
  write: (text: string) => Promise<void>
  answer: Promise<string>
}

/** A connection of which the test sees what the server has read: a minute passes only when it has. */
async function begin(path: string, type: string, length: number): Promise<Sender> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  const answer = new Promise<string>((resolve) => {
    let got = ''
    socket.on('data', (chunk) => {
      got += chunk.toString()
      if (got.includes('}')) resolve(got)
    })
    socket.on('close', () => resolve(got))
  })
  let written = 0
  const write = async (text: string) => {
    written += Buffer.byteLength(text)
    socket.write(text)
    while (!ends.at(-1) || ends.at(-1)!.bytesRead < written) await new Promise((next) => setImmediate(next))
  }
  await write(
    `POST /api${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`,
  )
  return { write, answer }
}

/** So many bytes of rows. */
const rows = (bytes: number) => LINE.repeat(Math.ceil(bytes / Buffer.byteLength(LINE)))
const lengthOf = (...texts: string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

test('a large file on a slow line may take minutes as long as it keeps coming', async () => {
  const minute = rows(400_000)
  const sender = await begin(
    '/imports?what=reviews',
    'multipart/form-data; boundary=x',
    lengthOf(HEAD, minute, minute, minute, END),
  )
  await sender.write(HEAD + minute)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await sender.write(minute)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await sender.write(minute)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await sender.write(END)
  const answer = await sender.answer
  expect(answer).toMatch(/^HTTP\/1\.1 201 /)
  expect((JSON.parse(answer.slice(answer.indexOf('{'))) as Import).bytes).toBe(
    lengthOf(HEAD.slice(HEAD.indexOf('评')), minute, minute, minute),
  )
}, 60_000)

test('a file that only drips is hung up on after a minute, and nothing of it is kept', async () => {
  const sender = await begin('/imports?what=reviews', 'multipart/form-data; boundary=x', 50_000_000)
  await sender.write(HEAD + rows(400_000))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await sender.write(rows(10_000))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  const answer = await sender.answer
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('http.tooSlow')
  const lead = await app.make.staff({ role: 'lead' })
  expect((await app.as(lead).get<Import[]>('/imports')).body.map((one) => one.fileName)).toEqual(['slow.csv'])
}, 60_000)

test('what is no file has one minute, however much of it comes', async () => {
  const sender = await begin('/public/forms/none/feedback', 'application/json', 200_000)
  await sender.write(`{"name":"${'x'.repeat(150_000)}`)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(await sender.answer).toMatch(/^HTTP\/1\.1 408 /)
}, 60_000)
