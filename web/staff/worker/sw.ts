/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { ANSWERS_CACHE } from './caches.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

/** What the quick entry needs to know without a network; nothing of what customers wrote is kept. */
const KEPT_ANSWERS = ['/api/session', '/api/shops', '/api/playbook']
const PATIENCE_SEC = 4

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

/** Every page of the console is the same shell: from the network, or the kept one when there is none. */
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request)
      } catch {
        return (await matchPrecache('/index.html')) ?? Response.error()
      }
    },
    { denylist: [/^\/(api|q|t|k|c|assets|health)\//] },
  ),
)
/** Names carry a hash of their content. */
registerRoute(
  ({ url }) => url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'huiyin-assets' }),
)
registerRoute(
  ({ url, request }) => request.method === 'GET' && KEPT_ANSWERS.includes(url.pathname),
  new NetworkFirst({ cacheName: ANSWERS_CACHE, networkTimeoutSeconds: PATIENCE_SEC }),
)

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

type Notice = { title: string; body: string; url: string; tag: string; urgent: boolean }

/** A notice of the server, shown even while no page is open; an alarm stays until somebody has looked. */
self.addEventListener('push', (event) => {
  const notice = event.data?.json() as Notice | undefined
  if (!notice?.title) return
  event.waitUntil(
    self.registration.showNotification(notice.title, {
      body: notice.body,
      tag: notice.tag,
      icon: '/icons/icon-192.png',
      requireInteraction: notice.urgent,
      data: { url: notice.url },
    }),
  )
})

/** Opens what it is about, in the page that is open already if there is one. */
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as { url: string }
  event.waitUntil(
    (async () => {
      const target = new URL(url, self.location.origin)
      // The server's public address and the one this page was opened by may differ.
      const here = `${self.location.origin}${target.pathname}${target.search}`
      const pages = await self.clients.matchAll({ type: 'window' })
      const open = pages[0]
      if (!open) return void (await self.clients.openWindow(here))
      await open.focus()
      await open.navigate(here)
    })(),
  )
})
