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
    { denylist: [/^\/(api|q|t|c|assets|health)\//] },
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
