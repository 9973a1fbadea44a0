import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AttachmentView } from '#contracts/channels'
import {
  BeginChat,
  ChatBegun,
  ChatContact,
  ChatFront,
  ChatTalk,
  ChatWords,
  FrameOrigins,
  TalkQuery,
} from '#contracts/channels/chat'
import { Id } from '#contracts/kit'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { uploadOf } from '../routes.ts'
import { sendFile } from '../send-file.ts'
import { type Door, frameOrigins, openDoor } from './door.ts'
import { beginChat, readFront, readTalk, takeLeftContact, takeWords } from './talk.ts'
import { keepVisitorPhoto, readTalkPhoto } from './visitor-photos.ts'

const Hook = z.strictObject({ hook: z.string().min(4).max(80) })
const PhotoOf = Hook.extend({ id: Id })
const PhotoSize = z.strictObject({ size: z.enum(['full', 'thumb']).default('full') })
const Slug = z.strictObject({ slug: z.string().min(4).max(40) })
/** Of one address, behind which a whole office may sit. */
const READS_PER_MINUTE = 900
const BEGUN_PER_MINUTE = 60
const WORDS_PER_MINUTE = 120
const PHOTOS_PER_MINUTE = 40
const PREFLIGHT_S = 600

const open = { public: true } as const
const nothing = { 204: z.null() }
const doors = new WeakMap<FastifyRequest, Door>()
const doorOf = (req: FastifyRequest): Door => doors.get(req)!
const tokenOf = (req: FastifyRequest): string =>
  (req.headers.authorization ?? '').replace(/^Bearer\s+/i, '').slice(0, 4000)

/** The web chat's own doors: any website may knock, only those on the channel's list are let in (CORS). No cookie is read here. */
export function chatRoutes(app: App): void {
  app.get(
    '/public/forms/:slug/frame-origins',
    { config: open, schema: { params: Slug, response: { 200: FrameOrigins } } },
    async (req) => {
      await limitRate(req.ctx, `form:${req.ip}`, 120)
      return { origins: await frameOrigins(req.ctx, req.params.slug) }
    },
  )
  app.register(async (plain) => {
    const chat = plain as unknown as App
    chat.addHook('onRequest', admit)
    for (const url of ['/public/chat/:hook', '/public/chat/:hook/*'])
      chat.options(url, { config: open, schema: { hide: true } }, (_req, reply) => reply.code(204).send())
    talkRoutes(chat)
  })
}

async function admit(req: FastifyRequest, reply: FastifyReply): Promise<void> {
  await limitRate(req.ctx, `chat:${req.ip}`, READS_PER_MINUTE)
  const { hook } = req.params as { hook: string }
  const door = await openDoor(req.ctx, hook, req.headers.origin)
  doors.set(req, door)
  reply.header('vary', 'origin').header('cache-control', 'no-store')
  if (!door.site) return
  reply
    .header('access-control-allow-origin', door.site)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'authorization, content-type')
    .header('access-control-expose-headers', 'retry-after')
    .header('access-control-max-age', String(PREFLIGHT_S))
}

function talkRoutes(chat: App): void {
  chat.get(
    '/public/chat/:hook',
    { config: open, schema: { params: Hook, response: { 200: ChatFront } } },
    (req) => readFront(doorOf(req)),
  )
  chat.post(
    '/public/chat/:hook/visitors',
    { config: open, schema: { params: Hook, body: BeginChat, response: { 201: ChatBegun } } },
    async (req, reply) => {
      await limitRate(req.ctx, `chat-begin:${req.ip}`, BEGUN_PER_MINUTE)
      return reply.code(201).send(beginChat(doorOf(req), req.body))
    },
  )
  chat.post(
    '/public/chat/:hook/messages',
    { config: open, schema: { params: Hook, body: ChatWords, response: nothing } },
    async (req, reply) => {
      await limitRate(req.ctx, `chat-say:${req.ip}`, WORDS_PER_MINUTE)
      await takeWords(doorOf(req), tokenOf(req), req.body)
      return reply.code(204).send(null)
    },
  )
  chat.post(
    '/public/chat/:hook/contacts',
    { config: open, schema: { params: Hook, body: ChatContact, response: nothing } },
    async (req, reply) => {
      await limitRate(req.ctx, `chat-say:${req.ip}`, WORDS_PER_MINUTE)
      await takeLeftContact(doorOf(req), tokenOf(req), req.body)
      return reply.code(204).send(null)
    },
  )
  chat.post(
    '/public/chat/:hook/photos',
    { config: open, schema: { params: Hook, response: { 201: AttachmentView } } },
    async (req, reply) => {
      await limitRate(req.ctx, `photo:${req.ip}`, PHOTOS_PER_MINUTE)
      const photo = await keepVisitorPhoto(doorOf(req), tokenOf(req), () => uploadOf(req))
      return reply.code(201).send(photo)
    },
  )
  chat.get(
    '/public/chat/:hook/photos/:id',
    { config: open, schema: { params: PhotoOf, querystring: PhotoSize } },
    async (req, reply) => {
      const { id } = req.params
      return sendFile(reply, await readTalkPhoto(doorOf(req), tokenOf(req), id, req.query.size))
    },
  )
  chat.get(
    '/public/chat/:hook/messages',
    { config: open, schema: { params: Hook, querystring: TalkQuery, response: { 200: ChatTalk } } },
    (req) => readTalk(doorOf(req), tokenOf(req), req.query),
  )
}
