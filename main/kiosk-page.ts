import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '#platform/module'

/** The page of a tablet at the door, which may be kept for working without a network and put on the home screen. */
export function mountKiosk(app: App, dir: string, policy: string): void {
  const file = join(dir, 'kiosk.html')
  if (!existsSync(file)) return
  const html = readFileSync(file, 'utf8')
  const params = z.object({ slug: z.string().max(40), key: z.string().max(80) })
  const open = { config: { public: true as const }, schema: { params, hide: true } }
  // One worker for every tablet; where it stands says whose pages it keeps.
  for (const path of ['/k/sw.js', '/f/sw.js'])
    app.get(path, { config: { public: true }, schema: { hide: true } }, (_req, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('tablet-sw.js', dir, { cacheControl: false }),
    )
  app.get('/k/:slug/:key', open, (_req, reply) =>
    reply
      .header('content-security-policy', `${policy} 'none'; worker-src 'self'; manifest-src 'self'`)
      .header('x-robots-tag', 'noindex')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html),
  )
  app.get('/k/:slug/:key/app.webmanifest', open, (req, reply) => {
    const { slug, key } = req.params as { slug: string; key: string }
    return reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send({
        name: '意见箱',
        short_name: '意见箱',
        start_url: `/k/${encodeURIComponent(slug)}/${encodeURIComponent(key)}`,
        scope: '/k/',
        display: 'fullscreen',
        background_color: '#faf9f6',
        theme_color: '#faf9f6',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
      })
  })
}
