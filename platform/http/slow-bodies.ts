import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { App } from '../module.ts'
import { answerTooSlow } from './problem.ts'

/** So long a request may take to arrive. */
const PATIENCE_MS = 60_000
/** What a large file must bring in each further minute; less than 4 kB a second is nobody's line. */
const LEAST_BYTES = 240 * 1024

/**
 * A request whose body does not come is hung up on after a minute, so that nobody keeps connections by dripping.
 * Shape:  a route with `upload: true` may go on for as long as its file keeps coming. Node's own limit can't see that and is off; its limit for the head stays.
 * Errors: the sender hears http.tooSlow.
 */
export function limitSlowBodies(app: App): void {
  app.addHook('onRequest', async (req) => {
    if (hasBody(req)) watch(req)
  })
}

function hasBody({ headers, raw }: FastifyRequest): boolean {
  return (
    !raw.complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0)
  )
}

function watch(req: FastifyRequest): void {
  const { raw } = req
  const { socket } = raw
  // A request that never went over a line (inject) has nobody who could drip.
  if (!(socket instanceof Socket)) return
  const mayGoOn = req.routeOptions.config.upload === true
  let before = socket.bytesRead
  const timer = setInterval(() => {
    const came = socket.bytesRead - before
    before = socket.bytesRead
    if (raw.complete) return clearInterval(timer)
    if (mayGoOn && came >= LEAST_BYTES) return
    clearInterval(timer)
    answerTooSlow(socket)
  }, PATIENCE_MS)
  timer.unref()
  for (const end of ['end', 'close']) raw.once(end, () => clearInterval(timer))
}
