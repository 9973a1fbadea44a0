import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { App, Module } from '#platform/module'
import { openSession } from '../../domains/people/sign-in/open-session.ts'
import { type AppOptions, openApp } from '../../main/app.ts'
import { type Client, clientOf } from './client.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { type Make, makerOf } from './make.ts'
import { callsInTransactions } from './no-network-in-transactions.ts'

export type StartOptions = {
  /** The set clock, for example `2026-03-02T09:00+08:00`; without it the real time runs. */
  now?: string
  demo?: boolean
  origin?: string
  /** Webhooks may call simulators on this machine. */
  privateHooks?: boolean
  /** Runs jobs and sweeps as well; otherwise call `sweep()`. */
  worker?: boolean
}

export type TestApp = {
  server: App
  services: Services
  modules: Module[]
  database: TestDatabase
  /** With what it was opened: another process can be opened on the same database. */
  options: AppOptions
  make: Make
  /** The API as this person, with a session as sign-in makes it. */
  as: (staff: { id: string; brandId: string }) => Client
  /** The API without a session; `withToken` carries any cookie. */
  anonymous: Client
  withToken: (token: string) => Client
  sessionFor: (staff: { id: string; brandId: string }) => Promise<string>
  setNow: (iso: string) => void
  /** Runs every sweep until nothing is due; returns how much was done. */
  sweep: () => Promise<number>
  close: () => Promise<void>
}

/** The whole program on a database of its own, with a set clock; sign-in, routes, locks and all. */
export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase()
  const filesDir = mkdtempSync(join(tmpdir(), 'huiyin-files-'))
  let fixed = options.now ? new Date(options.now) : null
  const opened: AppOptions = {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    masterKey: randomBytes(32),
    filesDir,
    origin: options.origin ?? 'http://localhost',
    demo: options.demo ?? false,
    privateHooks: options.privateHooks ?? false,
    role: options.worker ? 'all' : 'web',
    logLevel: 'silent',
    strict: true,
    now: () => (fixed ? new Date(fixed) : new Date()),
  }
  const running = await openApp(opened)
  const { server, services, modules } = running
  if (options.worker) await running.work()
  const tokens = sessionsOf(services)
  return {
    server,
    services,
    modules,
    database,
    options: opened,
    make: makerOf(services),
    as: (staff) => clientOf(server, () => tokens.get(staff)),
    anonymous: clientOf(server, async () => null),
    withToken: (token) => clientOf(server, async () => token),
    sessionFor: tokens.make,
    setNow: (iso) => {
      fixed = new Date(iso)
    },
    sweep: () => sweepAll(services, modules, options.worker ?? false),
    close: async () => {
      await running.close()
      await database.drop()
      rmSync(filesDir, { recursive: true, force: true })
      const [wrong] = callsInTransactions()
      if (wrong) throw wrong
    },
  }
}

const RENEW_MS = 6 * 3_600_000

/** One session a person, made anew before the set clock ends it. */
function sessionsOf(services: Services) {
  const kept = new Map<string, { token: Promise<string>; at: number }>()
  const make = async (staff: { id: string; brandId: string }) => {
    const person = { brandId: staff.brandId, staffId: staff.id }
    const sender = { ip: '127.0.0.1', agent: 'test' }
    const { token } = await services.db.inBrand(staff.brandId, (tx) =>
      openSession(tx, services, person, sender, 'signIn'),
    )
    return token
  }
  const get = (staff: { id: string; brandId: string }) => {
    const at = services.now().getTime()
    const known = kept.get(staff.id)
    if (known && Math.abs(at - known.at) < RENEW_MS) return known.token
    const token = make(staff)
    kept.set(staff.id, { token, at })
    return token
  }
  return { get, make }
}

async function sweepAll(services: Services, modules: Module[], besideWorker: boolean): Promise<number> {
  const sweeps = modules.flatMap((m) => m.sweeps ?? [])
  let total = 0
  let quiet = 0
  for (let round = 0; round < 100; round++) {
    let done = 0
    for (const sweep of sweeps) done += await sweep.run(services)
    total += done
    quiet = done ? 0 : quiet + 1
    if (quiet > Number(besideWorker)) return total
    if (quiet) await untilWorkerIsThrough(services)
  }
  throw new Error('the sweeps find no end')
}

/** What the worker has in hand is passed over by other sweeps, and not done yet. */
async function untilWorkerIsThrough({ db }: Services): Promise<void> {
  const open = async () => {
    const { rows } = await sql<{ name: string }>`
      select pid || ' ' || xact_start as name from pg_stat_activity
      where datname = current_database() and usename = current_user and xact_start is not null and pid <> pg_backend_pid()`.execute(
      db.open,
    )
    return rows.map(({ name }) => name)
  }
  const before = await open()
  while ((await open()).some((name) => before.includes(name))) await wait(20)
}
