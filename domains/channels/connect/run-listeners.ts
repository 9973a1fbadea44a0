import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { isDatabaseDown } from '#platform/db/reach'
import { isDemo } from '../demo/is-demo.ts'
import { insertRaw } from '../inbound/raw-data.ts'
import { asFault } from './channel-fault.ts'
import { type ConnectionRow, findConnection } from './connection-data.ts'
import type { Ears } from './connector.ts'
import { channelFails, channelWorks, clears } from './health.ts'
import * as data from './listener-data.ts'
import { connectorOf, kindsThatListen } from './registry.ts'
import { toolsFor } from './tools.ts'

const LOOK_EVERY_MS = 1000
const RENEW_EVERY_MS = 15_000
const LEASE_S = 60
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 600

type Held = { stop: AbortController; done: Promise<void>; version: string; renewedAt: number }

/**
 * Listens to every connected channel whose connector listens: one worker at a time per channel, by a leased row.
 * Shape:  begun anew with longer and longer waits after a fault, and at once when its settings were changed; ended when the channel is turned off.
 *         What two hear at once (a lease that ran out while its holder stood still) is stored once: `inbound` knows it by its external id.
 */
export function startListeners(services: Services): { stop: () => Promise<void> } {
  const held = new Map<string, Held>()
  const holder = randomUUID()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const look = async () => {
    try {
      await renewAll(services, held, holder)
      if (!stopped) await begin(services, held, holder)
    } catch (error) {
      if (!stopped)
        services.log.error({ err: error }, 'listeners could not be looked after; it is tried again')
    }
    if (!stopped) timer = setTimeout(next, LOOK_EVERY_MS)
  }
  const next = () => {
    round = look()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
      for (const one of held.values()) one.stop.abort()
      await Promise.all([...held.values()].map((one) => one.done))
    },
  }
}

/** Keeps the leases; what was changed, turned off or lost to another worker is stopped. */
async function renewAll(services: Services, held: Map<string, Held>, holder: string): Promise<void> {
  for (const [key, one] of held) {
    const [brand_id, channel_id] = key.split(' ') as [string, string]
    const ctx = systemContext(services, brand_id)
    const kept = await ctx.transaction(async (tx) => {
      const row = await findConnection(tx, channel_id)
      if (!row?.on || versionOf(row) !== one.version) return false
      if (Date.now() - one.renewedAt < RENEW_EVERY_MS) return true
      const lease = leaseFrom(ctx, holder)
      return (await data.leaseListener(tx, { brand_id, channel_id }, lease)) === undefined ? false : 'renewed'
    })
    if (kept === 'renewed') one.renewedAt = Date.now()
    if (kept) continue
    one.stop.abort()
    await one.done
  }
}

async function begin(services: Services, held: Map<string, Held>, holder: string): Promise<void> {
  const kinds = kindsThatListen()
  if (!kinds.length) return
  for (const key of await data.unheardChannels(services, kinds, services.now())) {
    const name = `${key.brand_id} ${key.channel_id}`
    if (held.has(name)) continue
    const ctx = systemContext(services, key.brand_id)
    const taken = await ctx.transaction(async (tx) => {
      const tries = await data.leaseListener(tx, key, leaseFrom(ctx, holder))
      const row = tries === undefined ? undefined : await findConnection(tx, key.channel_id)
      return row && { row, tries: tries! }
    })
    if (!taken || isDemo(taken.row)) continue
    const stop = new AbortController()
    const done = listenTo(ctx, taken.row, { holder, tries: taken.tries, stopped: stop.signal })
    const one = { stop, done: done.finally(() => held.delete(name)), version: versionOf(taken.row) }
    held.set(name, { ...one, renewedAt: Date.now() })
  }
}

const leaseFrom = (ctx: Ctx, holder: string) => ({
  holder,
  at: ctx.now(),
  until: new Date(ctx.now().getTime() + LEASE_S * 1000),
})

/** Secrets are sealed anew with every save, so this changes with each. */
function versionOf(row: ConnectionRow): string {
  return `${JSON.stringify(row.settings)} ${row.secrets_enc?.toString('hex') ?? ''}`
}

type Turn = { holder: string; tries: number; stopped: AbortSignal }

/** One connection to the service, until it ends or is stopped. Errors: none: they are told on the channel's health line. */
async function listenTo(ctx: Ctx, row: ConnectionRow, turn: Turn): Promise<void> {
  const { holder, stopped } = turn
  let { tries } = turn
  let waitS = FIRST_WAIT_S
  try {
    const ears = earsFor(ctx, row, stopped, () => {
      tries = 0
    })
    await connectorOf(row.kind).listen!(toolsFor(ctx, row), ears, stopped)
  } catch (error) {
    if (!stopped.aborted) {
      const fault = asFault(error)
      if (fault.code === 'unforeseen')
        ctx.log.error({ err: fault.cause, channel: row.id }, 'a listener failed; it is begun again')
      waitS = fault.afterS ?? Math.min(FIRST_WAIT_S * 2 ** tries, LONGEST_WAIT_S)
      tries += 1
      await channelFails(ctx, row.id, fault).catch(() => {})
    }
  }
  const until = new Date(ctx.now().getTime() + (stopped.aborted ? 0 : waitS * 1000))
  const release = () => ctx.transaction((tx) => data.releaseListener(tx, row.id, { holder, until, tries }))
  await patiently(release, stopped).catch((error: unknown) =>
    ctx.log.warn({ err: error, channel: row.id }, 'a lease ends by itself'),
  )
}

/** Some services tell a thing only once: it is held here while the database is away, as long as nobody else may listen instead. */
async function patiently<T>(work: () => Promise<T>, stopped: AbortSignal): Promise<T> {
  const giveUpAt = performance.now() + LEASE_S * 1000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseDown(error) || stopped.aborted || performance.now() > giveUpAt) throw error
      await pause(LOOK_EVERY_MS, undefined, { signal: stopped }).catch(() => {})
    }
  }
}

function earsFor(ctx: Ctx, row: ConnectionRow, stopped: AbortSignal, works: () => void): Ears {
  const poll = connectorOf(row.kind).polls?.[0]?.name ?? ''
  const within = <T>(work: (tx: Tx) => Promise<T>) => patiently(() => ctx.transaction(work), stopped)
  return {
    ready: async () => {
      works()
      const now = await within((tx) => findConnection(tx, row.id))
      if (now && clears(now.health, 'call', 'in')) await channelWorks(ctx, row.id)
    },
    cursor: () => within((tx) => data.readCursor(tx, row.id, poll)),
    hear: (messages, cursor) =>
      within(async (tx) => {
        if (messages.length) await insertRaw(tx, ctx, row.id, messages)
        if (cursor) await data.moveCursor(tx, row.id, poll, cursor)
      }),
  }
}
