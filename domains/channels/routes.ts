import { z } from 'zod'
import {
  ApiKey,
  ApiKeyCreated,
  AttachmentView,
  Channel,
  Code,
  CreateApiKey,
  CreateCodes,
  PublicForm,
  SaveChannel,
  SaveCode,
} from '#contracts/channels'
import { SlipLink } from '#contracts/channels/box'
import { Id, IdParam, Locale } from '#contracts/kit'
import { staffOf } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { keepPhoto } from './keep-photo.ts'
import { listChannels, saveChannel } from './manage-channels.ts'
import { codeSvg, createCodes, listCodes, saveCode } from './manage-codes.ts'
import { customerContext, openCode, readPublicForm } from './public-form.ts'

const API_PHOTOS_PER_MINUTE = 120
const Slug = z.strictObject({ slug: z.string().min(4).max(40) })
/** The form in a language, for a slip if the till's link named one. */
const FormQuery = SlipLink.partial().extend({ locale: Locale.optional() })

export function routes(app: App): void {
  formRoutes(app)
  apiRoutes(app)
  codeRoutes(app)

  app.get(
    '/channels',
    { config: { can: 'channels.read' }, schema: { response: { 200: z.array(Channel) } } },
    (req) => listChannels(req.ctx),
  )
  app.patch(
    '/channels/:id',
    {
      config: { can: 'channels.manage' },
      schema: { params: IdParam, body: SaveChannel, response: { 200: Channel } },
    },
    (req) => saveChannel(req.ctx, req.params.id, req.body),
  )
  app.get(
    '/api-keys',
    { config: { can: 'channels.manageKeys' }, schema: { response: { 200: z.array(ApiKey) } } },
    (req) => listApiKeys(req.ctx),
  )
  app.post(
    '/api-keys',
    {
      config: { can: 'channels.manageKeys' },
      schema: { body: CreateApiKey, response: { 201: ApiKeyCreated } },
    },
    async (req, reply) => reply.code(201).send(await createApiKey(req.ctx, req.body)),
  )
  app.delete(
    '/api-keys/:id',
    { config: { can: 'channels.manageKeys' }, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      await revokeApiKey(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/attachments',
    { config: { can: 'channels.upload' }, schema: { response: { 201: AttachmentView } } },
    async (req, reply) => {
      const photo = await keepPhoto(req.ctx, `staff:${staffOf(req.ctx).staffId}`, await uploadOf(req))
      return reply.code(201).send(photo)
    },
  )
}

/** Photos of the brand's own programs, kept for a day until a feedback of the same key takes them. */
function apiRoutes(app: App): void {
  app.post(
    '/v1/photos',
    { config: { apiScope: 'feedback.write' }, schema: { response: { 201: AttachmentView } } },
    async (req, reply) => {
      const { actor } = req.ctx
      if (actor.kind !== 'api_key') throw httpErrors.notAllowed()
      await limitRate(req.ctx, `api-photo:${actor.keyId}`, API_PHOTOS_PER_MINUTE)
      return reply.code(201).send(await keepPhoto(req.ctx, `key:${actor.keyId}`, await uploadOf(req)))
    },
  )
}

function formRoutes(app: App): void {
  app.get(
    '/public/forms/:slug',
    {
      config: { public: true },
      schema: { params: Slug, querystring: FormQuery, response: { 200: PublicForm } },
    },
    async (req) => {
      await limitRate(req.ctx, `form:${req.ip}`, 120)
      const { locale = req.ctx.locale, r, ...rest } = req.query
      return readPublicForm(req.ctx, req.params.slug, locale, r === undefined ? undefined : { r, ...rest })
    },
  )
  app.post(
    '/public/forms/:slug/photos',
    { config: { public: true }, schema: { params: Slug, response: { 201: AttachmentView } } },
    async (req, reply) => {
      await limitRate(req.ctx, `photo:${req.ip}`, 40)
      const code = await openCode(req.ctx, req.params.slug)
      const ctx = customerContext(req.ctx, code.brandId, req.ctx.locale, req.id)
      return reply.code(201).send(await keepPhoto(ctx, `code:${code.codeId}`, await uploadOf(req)))
    },
  )
}

function codeRoutes(app: App): void {
  app.get(
    '/codes',
    {
      config: { can: 'channels.readCodes' },
      schema: { querystring: z.strictObject({ shop: Id.optional() }), response: { 200: z.array(Code) } },
    },
    (req) => listCodes(req.ctx, req.query.shop),
  )
  app.post(
    '/codes',
    {
      config: { can: 'channels.manageCodes' },
      schema: { body: CreateCodes, response: { 201: z.array(Code) } },
    },
    async (req, reply) => reply.code(201).send(await createCodes(req.ctx, req.body)),
  )
  app.patch(
    '/codes/:id',
    {
      config: { can: 'channels.manageCodes' },
      schema: { params: IdParam, body: SaveCode, response: { 200: Code } },
    },
    (req) => saveCode(req.ctx, req.params.id, req.body),
  )
  app.get(
    '/codes/:id/qr.svg',
    { config: { can: 'channels.readCodes' }, schema: { params: IdParam } },
    async (req, reply) => reply.type('image/svg+xml').send(await codeSvg(req.ctx, req.params.id)),
  )
}

type Part = { fieldname: string; toBuffer: () => Promise<Buffer> }

/**
 * The one file of a multipart request, in its field `file`.
 * Errors: http.wrongType without one, http.tooLarge (the photo, or a second one), http.badInput for another field and a broken body.
 */
export async function uploadOf(req: {
  isMultipart: () => boolean
  files: () => AsyncIterable<Part>
}): Promise<Buffer> {
  if (!req.isMultipart()) throw httpErrors.wrongType({}, 'photo')
  const files = await readFiles(() => req.files())
  const [file] = files
  if (!file) throw httpErrors.wrongType({}, 'photo')
  if (file.name !== 'file')
    throw httpErrors.badInput({ problem: 'the photo belongs into the field "file"' }, file.name.slice(0, 100))
  return file.bytes
}

/** To its end, so that nothing of the body is left in the connection. */
async function readFiles(parts: () => AsyncIterable<Part>): Promise<{ name: string; bytes: Buffer }[]> {
  const files = []
  try {
    for await (const part of parts()) files.push({ name: part.fieldname, bytes: await part.toBuffer() })
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === 'FST_FILES_LIMIT') throw httpErrors.tooLarge({ most: 1 }, 'photo')
    if (code?.startsWith('FST_')) throw error
    throw httpErrors.badInput({ problem: message.slice(0, 200) }, 'photo')
  }
  return files
}
