import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RoomAnswer, readRoom, readRoomAsDone } from './read-room.ts'

/** The room after a deed, as its doer sees it. `id`: absent when the address names it. */
export async function sendRoom(
  req: FastifyRequest,
  reply: FastifyReply,
  status = 200,
  id = (req.params as { id: string }).id,
): Promise<never> {
  return send(req, reply.code(status), await readRoomAsDone(req.ctx, id))
}

/** The room; nothing of it when the browser has this version already. */
export async function sendRead(req: FastifyRequest, reply: FastifyReply): Promise<never> {
  const { id } = req.params as { id: string }
  const answer = await readRoom(req.ctx, id)
  if (req.headers['if-none-match'] === answer.etag)
    return withHeaders(reply, answer).code(304).send(null) as never
  return send(req, reply, answer)
}

/** Sent as the bytes that were put together, and packed, once for everybody who reads the same. */
async function send(req: FastifyRequest, reply: FastifyReply, answer: RoomAnswer): Promise<never> {
  withHeaders(reply, answer).type('application/json; charset=utf-8')
  if (!/\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))) return reply.send(answer.plain) as never
  return reply.header('content-encoding', 'gzip').send(await answer.gzip()) as never
}

function withHeaders(reply: FastifyReply, { etag }: RoomAnswer): FastifyReply {
  return reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-language, accept-encoding')
}
