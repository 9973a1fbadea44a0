/**
 * node webhook.mjs: listens for Huiyin's calls on PORT (8080) and prints each event once.
 * HUIYIN_WEBHOOK_SECRET: shown once when the endpoint is made in the console.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { env, stdout } from 'node:process'

const FRESH_S = 300
const MOST_BYTES = 1_000_000

/** `rawBody` as it came, before any parsing. While a secret is being changed the header carries two signatures; one that fits is enough. */
export function isFromHuiyin(headers, rawBody, secret, nowS = Date.now() / 1000) {
  const stamp = headers['x-huiyin-timestamp'] ?? ''
  if (!(Math.abs(nowS - Number(stamp)) <= FRESH_S)) return false
  const wanted = createHmac('sha256', secret).update(`${stamp}.`).update(rawBody).digest()
  return String(headers['x-huiyin-signature'])
    .split(',')
    .some((one) => {
      const given = Buffer.from(one.replace('v1=', ''), 'hex')
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    })
}

/** In your database, for at least two days: the same id is the same event, however often it comes. */
const known = new Set()

const server = createServer(async (request, response) => {
  const parts = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > MOST_BYTES) return response.writeHead(413).end()
    parts.push(part)
  }
  const body = Buffer.concat(parts)
  if (!isFromHuiyin(request.headers, body, env.HUIYIN_WEBHOOK_SECRET ?? ''))
    return response.writeHead(401).end()
  // Answered first, worked on afterwards: Huiyin waits ten seconds.
  response.writeHead(204).end()
  const { id, event, data } = JSON.parse(body.toString())
  if (known.has(id)) return
  known.add(id)
  stdout.write(`${event} ${data.ticket?.number ?? ''} ${data.ticket?.status ?? ''}\n`)
})
server.listen(Number(env.PORT ?? 8080), () => stdout.write(`listening ${server.address().port}\n`))
