import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type { IncomingMessage }
/** What a simulated service answers: JSON or text, `cut` for half an answer, or nothing at all until the caller gives up. */
export type Answer =
  | {
      status: number
      body?: object | string | Buffer
      type?: string
      headers?: Record<string, string>
      cut?: boolean
    }
  | 'silent'

/** A real HTTP server on a free port. */
export async function openService(
  answer: (request: IncomingMessage, body: string, raw: Buffer) => Promise<Answer>,
) {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const raw = Buffer.concat(parts)
    const given = await answer(request, raw.toString(), raw)
    if (given === 'silent') return
    const text = typeof given.body === 'object' && !Buffer.isBuffer(given.body)
    const body = text ? JSON.stringify(given.body) : ((given.body ?? '') as string | Buffer)
    response.writeHead(given.status, {
      'content-type': given.type ?? 'application/json; charset=utf-8',
      ...given.headers,
      ...(given.cut ? { 'content-length': Buffer.byteLength(body) + 100 } : {}),
    })
    if (!given.cut) return response.end(body)
    response.write(body)
    response.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
