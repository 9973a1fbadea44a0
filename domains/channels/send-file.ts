import type { FastifyReply } from 'fastify'

/** Hands out a kept file: a photo to be shown, anything else only to be saved, whatever a browser would like to do with it. */
export function sendFile(reply: FastifyReply, file: { mime: string; bytes: Uint8Array }): FastifyReply {
  reply.type(file.mime).header('cache-control', 'private, max-age=86400')
  if (file.mime !== 'image/jpeg')
    reply.header('content-disposition', 'attachment').header('content-security-policy', 'sandbox')
  return reply.send(file.bytes)
}
