import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

const LEASE_MS = 60_000
const PATIENCE_MS = 15_000
const FIRST_LOOK_MS = 50
const LONGEST_LOOK_MS = 500
const EARLY_MS = 5 * 60_000
const LEAST_MS = 30_000

/** Stored beside the token: who renews it and until when that counts, or why they failed. */
export type Renewal = { by: string; until?: string; problem?: unknown }
export type KeptToken = {
  token: string
  /** From then on it is renewed; until `endsAt` the service still takes it. */
  renewAt: Date | null
  endsAt: Date | null
  renewal: Renewal | null
}
export type FreshToken = { token: string; expiresInS: number }

/** Where a token is kept. Each is a short transaction of its own; only `look` reads and writes in one, with the row locked. */
export type TokenStore = {
  /** Shows what is kept, without a lock. */
  read: () => Promise<KeptToken>
  /** Shows what is kept and writes what `decide` gives, before anybody else can look. */
  look: (decide: (kept: KeptToken) => Renewal | null) => Promise<void>
  /** Keeps a new token, if this renewal is still the one that counts. */
  keep: (by: string, token: string, renewAt: Date, endsAt: Date) => Promise<void>
  /** Leaves word that this renewal failed. */
  fail: (by: string, problem: unknown) => Promise<void>
}

export type RenewOnce = {
  now: () => Date
  store: TokenStore
  renew: () => Promise<FreshToken>
  /** A token that the service has just refused. */
  stale?: string | undefined
  /** A fault as it is stored for those who wait, and back. */
  pack: (error: unknown) => unknown
  unpack: (problem: unknown) => Error
  /** What is thrown when whoever renews takes too long. */
  tooLong: () => Error
}

/**
 * A token that all processes share, renewed by one of them: a leased row says by whom, and no transaction is open meanwhile.
 * Shape:  who finds a token that is good locks nothing; only who would renew it does. While one renews, the others go on with the old token as long as the service takes it, or look again until there is a new one;
 *         they share the fault of whom they waited for, so that a service that hangs is asked once, not once for each.
 *         A renewer that died is succeeded when its lease has run out.
 * Units:  renewed five minutes before its end; nobody waits longer than 15 s.
 * Errors: those of `renew`; `tooLong`.
 */
export async function renewOnce(given: RenewOnce): Promise<string> {
  const { store, now, stale } = given
  const me = randomUUID()
  let waitedFor: string | null = null
  const giveUpAt = performance.now() + PATIENCE_MS
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 2, LONGEST_LOOK_MS)) {
    const means = (kept: KeptToken) => judge(kept, { now: now(), stale, waitedFor })
    let found = means(await store.read())
    if (found.sort === 'mine') found = await claim(store, means, me, now)
    if (found.sort === 'token') return found.token
    if (found.sort === 'problem') throw given.unpack(found.problem)
    if (found.sort === 'mine') return renewAs(me, given)
    waitedFor = found.by
    if (performance.now() + pause > giveUpAt) throw given.tooLong()
    await wait(pause)
  }
}

/** Takes the renewal, unless somebody else has done so since the row was read. */
async function claim(
  store: TokenStore,
  means: (kept: KeptToken) => Seen,
  me: string,
  now: () => Date,
): Promise<Seen> {
  let seen: Seen = { sort: 'mine' }
  await store.look((kept) => {
    seen = means(kept)
    return seen.sort === 'mine' ? { by: me, until: later(now(), LEASE_MS).toISOString() } : null
  })
  return seen
}

type Seen =
  | { sort: 'token'; token: string }
  | { sort: 'problem'; problem: unknown }
  | { sort: 'wait'; by: string }
  | { sort: 'mine' }

/** What somebody who needs the token does about what is kept. */
export function judge(
  kept: KeptToken,
  { now, stale, waitedFor }: { now: Date; stale?: string | undefined; waitedFor: string | null },
): Seen {
  const usable = kept.token !== '' && kept.token !== stale
  if (usable && kept.renewAt && kept.renewAt > now) return { sort: 'token', token: kept.token }
  const { renewal } = kept
  if (renewal?.until && new Date(renewal.until) > now)
    return usable && kept.endsAt && kept.endsAt > now
      ? { sort: 'token', token: kept.token }
      : { sort: 'wait', by: renewal.by }
  if (renewal && renewal.problem !== undefined && renewal.by === waitedFor)
    return { sort: 'problem', problem: renewal.problem }
  return { sort: 'mine' }
}

async function renewAs(me: string, { now, store, renew, pack }: RenewOnce): Promise<string> {
  let fresh: FreshToken
  const askedAt = now()
  try {
    fresh = await renew()
  } catch (error) {
    await store.fail(me, pack(error))
    throw error
  }
  const lifeMs = fresh.expiresInS * 1000
  const renewAt = later(askedAt, Math.max(lifeMs - EARLY_MS, Math.min(LEAST_MS, lifeMs)))
  await store.keep(me, fresh.token, renewAt, later(askedAt, lifeMs))
  return fresh.token
}

const later = (from: Date, ms: number) => new Date(from.getTime() + ms)
