import type { Logger } from 'pino'
import type { Locale } from '#contracts/kit'
import type { Role } from '#contracts/people'
import type { Keys } from './crypto/keys.ts'
import type { Tx } from './db/database.ts'
import type { FileStore } from './files/store.ts'

/** One role of a person with the shops it reaches; `all` is the whole brand, shops of the future included. */
export type ResolvedGrant = { role: Role; shops: 'all' | string[] }

export type StaffActor = {
  kind: 'staff'
  brandId: string
  staffId: string
  sessionId: string
  name: string
  grants: ResolvedGrant[]
}
export type Actor =
  | StaffActor
  | { kind: 'customer'; brandId: string }
  | { kind: 'api_key'; brandId: string; keyId: string; channelId: string; name: string; scopes: string[] }
  | { kind: 'system'; brandId: string }

/** What lives as long as the process; made once by `main`. */
export type Services = {
  db: import('./db/database.ts').Database
  keys: Keys
  files: FileStore
  log: Logger
  now: () => Date
  /** Public address without a trailing slash, for links that leave the program. */
  origin: string
  demo: boolean
  /** Webhooks may call this machine and the house's network: for development only. */
  privateHooks: boolean
}

/** What one use case may reach: nothing is global. */
export type Ctx = Services & {
  actor: Actor
  locale: Locale
  requestId: string
  /** One transaction bound to the actor's brand: row-level security sees no other. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** For pages that may lag a moment behind (DATABASE_READ_URL); nothing is written in it. */
  reading: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** A context for one actor. `brandId` of the transaction is always the actor's. */
export function contextFor(
  services: Services,
  actor: Actor,
  more: { locale?: Locale; requestId?: string } = {},
): Ctx {
  return {
    ...services,
    actor,
    locale: more.locale ?? 'zh-CN',
    requestId: more.requestId ?? '',
    transaction: (work) => services.db.inBrand(actor.brandId, work),
    reading: (work) => services.db.readInBrand(actor.brandId, work),
  }
}

export function systemContext(services: Services, brandId: string): Ctx {
  return contextFor(services, { kind: 'system', brandId })
}

/** The signed-in person; a route that is open to others must not call this. */
export function staffOf(ctx: Ctx): StaffActor {
  if (ctx.actor.kind !== 'staff') throw new Error('this use case needs a signed-in person')
  return ctx.actor
}
