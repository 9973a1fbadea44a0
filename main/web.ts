import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '#platform/context'
import { staffOf } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { forgetOldRates } from '#platform/http/rate'
import type { LiveHub } from '#platform/live/hub'
import { metricsText } from '#platform/metrics'
import type { App, Module } from '#platform/module'
import { scopeOf } from '#platform/permissions'
import { mountKiosk } from './kiosk-page.ts'

const DIST = join(import.meta.dirname, '..', 'dist')

/** A stream that broke off is opened again by the browser after so long. */
const RETRY_MS = { least: 1000, more: 3000 }

const READY_WITHIN_MS = 8000

type Mounted = { services: Services; modules: Module[]; hub: LiveHub | null }

/** Built files: their names carry a hash of their content, so a browser may keep them for ever. */
function serveFiles(app: App, path: string, root: string): void {
  app.get(path, { config: { public: true }, schema: { hide: true } }, (req, reply) =>
    reply.sendFile((req.params as { '*': string })['*'], root, { immutable: true, maxAge: '365d' }),
  )
}

/** Files of a fixed name: a browser asks each time whether there is a newer one. */
function serveFresh(app: App, path: string, root: string): void {
  app.get(path, { config: { public: true }, schema: { hide: true } }, (_req, reply) =>
    reply.header('cache-control', 'no-cache').sendFile(path.slice(1), root, { cacheControl: false }),
  )
}

/** Everything under /api, the live stream, health, and the webs. */
export async function mountWeb(app: App, { services, modules, hub }: Mounted): Promise<void> {
  await app.register(
    async (api) => {
      for (const module of modules) module.routes(api as unknown as App)
      if (hub) mountLive(api as unknown as App, hub)
      mountSpecification(api as unknown as App)
    },
    { prefix: '/api' },
  )
  mountHealth(app, services, hub)
  await app.register(fastifyStatic, { root: DIST, serve: false })
  mountWidget(app)
  mountCustomerPages(app)
  mountConsole(app)
}

/** Open to strangers and large: written once, when it is first asked for. */
function mountSpecification(api: App): void {
  let written: Buffer | undefined
  api.get('/openapi.json', { config: { public: true }, schema: { hide: true } }, (_req, reply) => {
    written ??= Buffer.from(JSON.stringify(api.swagger()))
    return reply.type('application/json; charset=utf-8').send(written)
  })
}

function mountLive(api: App, hub: LiveHub): void {
  api.get('/live', { config: { signedIn: true }, schema: { hide: true } }, (req, reply) => {
    const actor = staffOf(req.ctx)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    // Not all at the same instant: after a restart a thousand screens come back.
    reply.raw.write(`retry: ${RETRY_MS.least + Math.floor(Math.random() * RETRY_MS.more)}\n\n`)
    // What the person reaches is reckoned once: a stream hears tens of thousands of notes an hour.
    const [orders, tickets] = [scopeOf(actor, 'orders.watch'), scopeOf(actor, 'tickets.read')]
    const [incidents, insights] = [scopeOf(actor, 'incidents.read'), scopeOf(actor, 'insights.readAlarms')]
    const scopes: Record<string, typeof tickets> = { orders, incidents, insights }
    hub.attach({
      brandId: actor.brandId,
      staffId: actor.staffId,
      sessionId: actor.sessionId,
      scopeOf: (event) => {
        const own = scopes[event.slice(0, event.indexOf('.'))]
        return own === undefined ? tickets : own
      },
      out: reply.raw,
    })
  })
}

function mountHealth(app: App, services: Services, hub: LiveHub | null): void {
  const open = { config: { public: true as const }, schema: { hide: true } }
  app.get('/health/live', open, () => ({ status: 'ok' }))
  app.get('/health/ready', open, async () => {
    if (!(await answers(services))) throw httpErrors.unavailable()
    return { status: 'ok' }
  })
  app.get('/metrics', open, async (_req, reply) => {
    reply.type('text/plain; version=0.0.4')
    return metricsText({ streams: hub?.streams() ?? 0, pool: services.db.pool })
  })
}

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"

/** Whether the database answers in good time: one that hangs is none, and whoever asks must not hang with it. */
async function answers(services: Services): Promise<boolean> {
  const ending = new AbortController()
  const late = pause(READY_WITHIN_MS, false, { signal: ending.signal }).catch(() => false)
  const asked = services.db.pool
    .query('select 1')
    .then(() => forgetOldRates(services))
    .then(() => true)
  return Promise.race([asked.catch(() => false), late]).finally(() => ending.abort())
}

/** The customer's pages: an HTML shell each, with a stricter policy than the console. */
function mountCustomerPages(app: App): void {
  const dir = join(DIST, 'customer')
  if (!existsSync(dir)) return
  serveFiles(app, '/c/*', dir)
  mountKiosk(app, dir, strict)
  const page = (
    file: string,
    boot: (req: FastifyRequest) => Promise<string>,
    framedBy: (req: FastifyRequest) => Promise<string[]> = async () => [],
  ) => {
    const html = readFileSync(join(dir, file), 'utf8')
    return async (req: FastifyRequest, reply: FastifyReply) => {
      const [data, origins] = await Promise.all([boot(req), framedBy(req)])
      // The older header knows no list; every browser that the form is made for reads frame-ancestors.
      if (origins.length) reply.removeHeader('x-frame-options')
      return reply
        .header('content-security-policy', `${strict} ${origins.join(' ') || "'none'"}`)
        .header('x-robots-tag', 'noindex')
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(html.replace('<!--boot-->', () => data))
    }
  }
  const params = z.object({ key: z.string().max(80) })
  app.get(
    '/q/:key',
    { config: { public: true }, schema: { params, hide: true } },
    page(
      'form.html',
      (req) => bootData(app, req),
      (req) => framingSites(app, req),
    ),
  )
  const inPerson = {
    '/e/:key': 'event.html',
    '/s/:key': 'event.html',
    '/f/:key': 'salon.html',
    '/o/:key': 'order.html',
    '/u/:key': 'check-up.html',
  }
  for (const [path, file] of Object.entries(inPerson))
    app.get(
      path,
      { config: { public: true }, schema: { params, hide: true } },
      page(file, async () => ''),
    )
  app.get(
    '/t/:key',
    { config: { public: true }, schema: { params, hide: true } },
    recogniseInWechat(
      app,
      page('progress.html', async () => ''),
    ),
  )
}

type Page = (req: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** WeChat's browser may make a round by WeChat first, so that answers can follow into it; once, whatever comes of it. */
function recogniseInWechat(app: App, page: Page): Page {
  return async (req, reply) => {
    const { key } = req.params as { key: string }
    const inWechat = /MicroMessenger/i.test(req.headers['user-agent'] ?? '')
    const tried = (req.query as { wechat?: string }).wechat || req.cookies.huiyin_wechat_tried
    if (!inWechat || tried) return page(req, reply)
    const url = `/api/public/progress/${encodeURIComponent(key)}/wechat`
    const { statusCode, headers } = await app.inject({ url, remoteAddress: req.ip })
    if (statusCode !== 302) return page(req, reply)
    if (headers['set-cookie']) reply.header('set-cookie', headers['set-cookie'])
    return reply.redirect(String(headers.location), 302)
  }
}

/** The form's JSON inside its page saves a slow phone one round trip; whatever is wrong with the code the page finds out itself. */
async function bootData(app: App, req: FastifyRequest): Promise<string> {
  const { key } = req.params as { key: string }
  const answer = await app.inject({
    url: `/api/public/forms/${encodeURIComponent(key)}`,
    query: slipIn(req),
    headers: { 'accept-language': req.headers['accept-language'] ?? '' },
    remoteAddress: req.ip,
  })
  if (answer.statusCode !== 200) return ''
  return `<script type="application/json" id="boot">${answer.body.replaceAll('<', '\\u003c')}</script>`
}

/** What a till's link says of its slip. */
function slipIn(req: FastifyRequest): Record<string, string> {
  const said = req.query as Record<string, unknown>
  const parts = ['r', 't', 'a', 's'].flatMap((key) => {
    const part = said[key]
    return typeof part === 'string' && part ? [[key, part.slice(0, 200)]] : []
  })
  return typeof said.r === 'string' ? Object.fromEntries(parts) : {}
}

/** Websites that may show this form inside a page of theirs; asked for only by a frame. */
async function framingSites(app: App, req: FastifyRequest): Promise<string[]> {
  if ((req.query as { embed?: string }).embed !== '1') return []
  const { key } = req.params as { key: string }
  const url = `/api/public/forms/${encodeURIComponent(key)}/frame-origins`
  const answer = await app.inject({ url, remoteAddress: req.ip })
  return answer.statusCode === 200 ? answer.json<{ origins: string[] }>().origins : []
}

/** The one script that other websites load: it may be read from anywhere, and a new one is found within five minutes. */
function mountWidget(app: App): void {
  const dir = join(DIST, 'widget')
  if (!existsSync(dir)) return
  app.get('/widget.js', { config: { public: true }, schema: { hide: true } }, (_req, reply) =>
    reply
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=300')
      .sendFile('widget.js', dir, { cacheControl: false }),
  )
}

function mountConsole(app: App): void {
  const dir = join(DIST, 'staff')
  if (!existsSync(dir)) return
  const html = readFileSync(join(dir, 'index.html'), 'utf8')
  serveFiles(app, '/assets/*', join(dir, 'assets'))
  for (const file of ['/sw.js', '/manifest.webmanifest']) serveFresh(app, file, dir)
  app.get('/icons/*', { config: { public: true }, schema: { hide: true } }, (req, reply) =>
    reply.sendFile((req.params as { '*': string })['*'], join(dir, 'icons'), { maxAge: '1d' }),
  )
  app.get('/*', { config: { public: true }, schema: { hide: true } }, (req, reply) => {
    if (
      req.url.startsWith('/api/') ||
      req.url.startsWith('/assets/') ||
      req.url.startsWith('/c/') ||
      req.url.startsWith('/k/')
    )
      throw httpErrors.notFound()
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
  })
}
