import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** Asterisk's REST interface: HTTP with Basic sign-in, recordings, and events over a WebSocket (RFC 6455, text frames). */
export async function openAri(
  account: { user: string; secret: string },
  recordings = new Map<string, Buffer>(),
) {
  const lines = new Set<Duplex>()
  let waiting: (() => void)[] = []
  let down = false
  const basic = `Basic ${Buffer.from(`${account.user}:${account.secret}`).toString('base64')}`
  const server = createServer((request, response) => {
    const answer = (status: number, body: Buffer | string = '{}') => response.writeHead(status).end(body)
    if (down) return answer(503)
    if (request.headers.authorization !== basic) return answer(401)
    const url = new URL(request.url ?? '/', 'http://ari')
    if (url.pathname === '/ari/asterisk/info') return answer(200, '{"status":{}}')
    const name = /^\/ari\/recordings\/stored\/([^/]+)\/file$/.exec(url.pathname)?.[1]
    const file = name && recordings.get(decodeURIComponent(name))
    return file ? answer(200, file) : answer(404, '{"message":"Not found"}')
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const url = new URL(request.url ?? '/', 'http://ari')
    const key = url.searchParams.get('api_key')
    if (url.pathname !== '/ari/events' || key !== `${account.user}:${account.secret}`)
      return void socket.end('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n')
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    lines.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => lines.delete(socket))
    socket.on('data', (frame: Buffer) => {
      // A close frame of the client is answered with one of ours.
      if (((frame[0] ?? 0) & 0x0f) === 8) socket.end(Buffer.from([0x88, 0]))
    })
    for (const go of waiting) go()
    waiting = []
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const raw = (text: string) => {
    for (const socket of lines) socket.write(frameOf(text))
  }
  return {
    base: `http://127.0.0.1:${port}`,
    opened: () => new Promise<void>((done) => waiting.push(done)),
    tell: (event: object) => raw(JSON.stringify({ application: 'huiyin', ...event })),
    raw,
    cut: () => {
      for (const socket of lines) socket.destroy()
    },
    fail: (now: boolean) => {
      down = now
    },
    close: () =>
      new Promise<void>((done) => {
        for (const socket of lines) socket.destroy()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function frameOf(text: string): Buffer {
  const body = Buffer.from(text)
  if (body.length < 126) return Buffer.concat([Buffer.from([0x81, body.length]), body])
  const head = Buffer.from([0x81, 126, 0, 0])
  head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, body])
}

/** What the REST interface tells of one call from outside. */
export function ariCall(linked: string, caller: string, at = '2026-03-02T12:00:00.000+0800') {
  const channelvars = { 'CHANNEL(linkedid)': linked }
  const first = {
    id: linked,
    name: `PJSIP/trunk-telecom-0000001a`,
    state: 'Ring',
    caller: { name: '', number: caller },
    dialplan: { context: 'from-trunk', exten: '4008001234', priority: 1 },
    channelvars,
  }
  const agent = (extension: string) => ({
    ...first,
    id: `${linked}.${extension}`,
    name: `PJSIP/${extension}-0000001b`,
    dialplan: { context: 'agents', exten: 's', priority: 1 },
  })
  const event = (type: string, more: object) => ({ type, timestamp: at, ...more })
  return {
    begin: event('StasisStart', { args: [], channel: first }),
    dial: (extension: string, dialstatus = '') =>
      event('Dial', { caller: first, peer: agent(extension), dialstatus, forward: '' }),
    record: (name: string) =>
      event('RecordingFinished', {
        recording: { name, format: 'wav', state: 'done', target_uri: `channel:${linked}` },
      }),
    leave: event('StasisEnd', { channel: first }),
    destroy: event('ChannelDestroyed', { cause: 16, cause_txt: 'Normal Clearing', channel: first }),
  }
}
