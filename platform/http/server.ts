import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyRequest, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, type Ctx, contextFor, type Services } from '../context.ts'
import { httpErrors } from '../errors.ts'
import { pickLocale } from '../locale.ts'
import type { App } from '../module.ts'
import { actionExists, may } from '../permissions.ts'
import { answerBrokenRequest, answerProblem } from './problem.ts'
import { limitRate } from './rate.ts'
import { refuseUnstorableText } from './refuse-unstorable.ts'
import { limitSlowBodies } from './slow-bodies.ts'

export type RouteAccess =
  | { can: string }
  /** Open to everyone; the use case finds the brand by an unguessable address. */
  | { public: true }
  /** Any signed-in person, on the own account only. */
  | { signedIn: true }
  /** A key of the public API with this scope. */
  | { apiScope: string }

declare module 'fastify' {
  interface FastifyContextConfig {
    can?: string
    public?: true
    signedIn?: true
    apiScope?: string
    /** Calls per minute and sender; refused with 429 and Retry-After. */
    perMinute?: number
    /** Takes a large file: it may take longer than a minute as long as it keeps coming. */
    upload?: true
  }
  interface FastifyRequest {
    ctx: Ctx
  }
}

export type Doors = {
  session: (token: string) => Promise<{ actor: Actor; locale: Ctx['locale'] } | null>
  apiKey: (secret: string) => Promise<Actor | null>
}

export const SESSION_COOKIE = 'huiyin_session'
const BODY_LIMIT = 256 * 1024

export type ServerOptions = {
  services: Services
  doors: Doors
  trustProxy: boolean
  photoBytes: number
  secure: boolean
}

/** The HTTP server with everything that no route should have to think of: who asks, may they, is it well-formed, what if not. */
export async function buildServer(options: ServerOptions): Promise<App> {
  const { services } = options
  const app = Fastify({
    loggerInstance: services.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    genReqId: () => uuidv7(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: answerProblem,
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>() as unknown as App
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((req) => {
    req.ctx ??= contextFor(
      services,
      { kind: 'customer', brandId: '' },
      { locale: pickLocale(req.headers['accept-language']) },
    )
    throw httpErrors.notFound()
  })
  await app.register(cookie)
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await app.register(helmet, helmetOptions(options.secure))
  await app.register(multipart, {
    limits: { files: 1, fileSize: options.photoBytes, fields: 4, parts: 5 },
    throwFileSizeLimit: true,
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Huiyin 回音', version: '1' }, servers: [{ url: '/' }] },
    transform: jsonSchemaTransform,
  })
  refuseUndeclared(app)
  limitSlowBodies(app)
  app.decorateRequest('ctx')
  app.addHook('onRequest', (req) => identify(req, options))
  app.addHook('preValidation', refuseUnstorableText)
  return app
}

/** Every route says who may call it; one that doesn't stops the server at start. */
function refuseUndeclared(app: App): void {
  app.addHook('onRoute', (route) => {
    const access = (route.config ?? {}) as Partial<
      Record<'can' | 'public' | 'signedIn' | 'apiScope', unknown>
    >
    if (!access.can && !access.public && !access.signedIn && !access.apiScope) {
      throw new Error(`${route.method} ${route.url} declares no permission`)
    }
    if (access.can && !actionExists(String(access.can))) {
      throw new Error(`${route.method} ${route.url} names the unknown action ${String(access.can)}`)
    }
  })
}

async function identify(req: FastifyRequest, { services, doors }: ServerOptions): Promise<void> {
  const locale = pickLocale(req.headers['accept-language'])
  const nobody: Actor = { kind: 'customer', brandId: '' }
  req.ctx = contextFor(services, nobody, { locale, requestId: req.id })
  const access = req.routeOptions.config
  if (access.public || req.is404) return
  if (access.apiScope) {
    const actor = await doors.apiKey(req.headers.authorization?.replace(/^Bearer\s+/i, '') ?? '')
    if (!actor) throw httpErrors.notSignedIn()
    if (actor.kind !== 'api_key' || !actor.scopes.includes(access.apiScope)) throw httpErrors.notAllowed()
    req.ctx = contextFor(services, actor, { locale, requestId: req.id })
    return
  }
  const token = req.cookies[SESSION_COOKIE]
  const session = token ? await doors.session(token) : null
  if (!session) throw httpErrors.notSignedIn()
  refuseForeignOrigin(req)
  req.ctx = contextFor(services, session.actor, { locale: session.locale, requestId: req.id })
  if (access.can && !may(session.actor, access.can)) throw httpErrors.notAllowed({ action: access.can })
  if (access.perMinute && session.actor.kind === 'staff')
    await limitRate(
      services,
      `${req.method} ${req.routeOptions.url}:${session.actor.staffId}`,
      access.perMinute,
    )
}

/** A cookie is sent by any page of the browser; a change is accepted only from our own (CSRF). */
export function refuseForeignOrigin(req: FastifyRequest): void {
  if (req.method === 'GET' || req.method === 'HEAD') return
  const site = req.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw httpErrors.foreignOrigin()
  const { origin } = req.headers
  if (origin && (!URL.canParse(origin) || new URL(origin).host !== req.host)) throw httpErrors.foreignOrigin()
}

function helmetOptions(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles at run time; customer pages override this with 'self'.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
  }
}
