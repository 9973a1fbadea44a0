/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope
declare const TABLET_FILES: string[]
declare const TABLET_VERSION: string

/** /k/ at the door, /f/ in the salon: each looks after its own pages. */
const HOME = new URL(self.registration.scope).pathname
const MINE = `huiyin-tablet${HOME}`
const CACHE = `${MINE}${TABLET_VERSION}`
/** Every tablet's page is the same and holds nothing of anybody, so one copy serves them all. */
const PAGE = `${HOME}page`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(TABLET_FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = (name: string): boolean => name.startsWith(MINE) && name !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => keepPage())
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const path = new URL(request.url).pathname
  if (request.mode === 'navigate' && path.startsWith(HOME)) event.respondWith(page(request))
  else if (TABLET_FILES.includes(path)) event.respondWith(kept(request))
})

/** The page that this worker was installed from. */
async function keepPage(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const path = open ? new URL(open.url).pathname : ''
  if (!path.startsWith(HOME)) return
  const answer = await fetch(path).catch(() => null)
  if (answer?.ok) await (await caches.open(CACHE)).put(PAGE, answer)
}

async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(CACHE)).put(PAGE, answer.clone())
    return answer
  } catch {
    return (await caches.match(PAGE)) ?? Response.error()
  }
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

export {}
