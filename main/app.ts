import { flushCompileCache } from 'node:module'
import { pino } from 'pino'
import { findApiKey } from '#domains/channels'
import { findSession } from '#domains/people'
import type { Services } from '#platform/context'
import { loadKeys } from '#platform/crypto/keys'
import { openDatabase } from '#platform/db/database'
import { declareSubscribed } from '#platform/events/publish'
import { openFileStore } from '#platform/files/store'
import { guardFetch } from '#platform/http/refused-address'
import { buildServer } from '#platform/http/server'
import { startWorker } from '#platform/jobs/worker'
import { openLiveHub } from '#platform/live/hub'
import type { App, Module } from '#platform/module'
import { declareActions } from '#platform/permissions'
import { loadModules } from './modules.ts'
import { mountWeb } from './web.ts'

export type AppOptions = {
  ownerUrl: string
  appUrl: string
  /** A replica for pages that may lag a moment behind. */
  readUrl?: string
  /** Role to switch to when the program connects as the database's owner (DATABASE_URL). */
  appRole?: string
  masterKey: Buffer
  filesDir: string
  origin: string
  demo: boolean
  privateHooks?: boolean
  role: 'web' | 'worker' | 'all'
  trustProxy?: boolean
  logLevel?: string
  /** Refuses a transaction inside of another; in tests. */
  strict?: boolean
  now?: () => Date
}

export type RunningApp = {
  server: App
  services: Services
  modules: Module[]
  listen: (port: number, host?: string) => Promise<string>
  /** Starts jobs and sweeps, unless this process is for the web only. After the demo is loaded: its past is not due now. */
  work: () => Promise<void>
  close: () => Promise<void>
}

/** At the end, what has not been answered by then is broken off. */
const ANSWER_WITHIN_MS = 8000

/** Puts the rooms together on one database: the program without its process (tests and benches start it the same way). */
export async function openApp(options: AppOptions): Promise<RunningApp> {
  guardFetch()
  const modules = await loadModules()
  for (const module of modules) declareActions(module.actions)
  declareSubscribed(modules.flatMap((m) => (m.on ?? []).map((s) => s.event)))

  const db = openDatabase(options.appUrl, {
    role: options.appRole,
    readUrl: options.readUrl,
    strict: options.strict,
  })
  const services: Services = {
    db,
    keys: await loadKeys(db.open, options.masterKey),
    files: openFileStore(options.filesDir),
    log: pino({
      level: options.logLevel ?? 'info',
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    }),
    now: options.now ?? (() => new Date()),
    origin: options.origin,
    demo: options.demo,
    privateHooks: options.privateHooks ?? false,
  }
  const hub =
    options.role === 'worker' ? null : await openLiveHub(options.appUrl, services.log, options.appRole)
  const server = await buildServer({
    services,
    doors: {
      session: (token) => findSession(services, token),
      apiKey: (secret) => findApiKey(services, secret),
    },
    trustProxy: options.trustProxy ?? false,
    photoBytes: 10 * 1024 * 1024,
    secure: options.origin.startsWith('https://'),
  })
  await mountWeb(server, { services, modules, hub })
  await server.ready()
  let worker: { stop: () => Promise<void> } | null = null
  return {
    server,
    services,
    modules,
    listen: (port, host = '0.0.0.0') => server.listen({ port, host }),
    work: async () => {
      // Otherwise only a process that ends by itself would keep what it has compiled.
      setImmediate(flushCompileCache)
      if (options.role !== 'web') worker ??= await startWorker(services, options.ownerUrl, modules)
    },
    close: async () => {
      await Promise.all([hub?.stop(), closeServer(server), worker?.stop()])
      await db.close()
    },
  }
}

/** Requests under way are answered; a line that is kept for the next one is closed as soon as it is idle, and one that comes to no end at last. */
async function closeServer(server: App): Promise<void> {
  const idle = setInterval(() => server.server.closeIdleConnections(), 100)
  const patience = setTimeout(() => server.server.closeAllConnections(), ANSWER_WITHIN_MS)
  await server.close().finally(() => {
    clearInterval(idle)
    clearTimeout(patience)
  })
}
