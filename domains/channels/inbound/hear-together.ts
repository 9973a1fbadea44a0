import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type ConnectionRow, findConnectionsOf } from '../connect/connection-data.ts'
import { toolsFor } from '../connect/tools.ts'
import {
  type ApplyOne,
  applyAlone,
  fetchMedia,
  type HeardMessages,
  hasMedia,
  putOff,
  type ReadMessage,
  readStored,
} from './hear.ts'
import { findTogether, lockTogether, type StoredMessage, settleTogether } from './inbound-data.ts'

const MOST_OF_THREAD = 25
const READ_BESIDE = 16
/** Whatever a connector has not read by then asks its service, and goes its own way. */
const READ_AT_ONCE_MS = 100

/** Messages of one brand, in the order in which they are read, and the channels they came by. */
export type Bundle = { stored: StoredMessage[]; rows: Map<string, ConnectionRow> }

/** What waits behind these first ones of their threads, in one visit. */
export async function bundleOf(tx: Tx, ctx: Ctx, firstIds: readonly string[]): Promise<Bundle> {
  const stored = await findTogether(tx, firstIds, ctx.now(), MOST_OF_THREAD)
  const channelIds = [...new Set(stored.map((s) => s.channel_id))]
  return { stored, rows: channelIds.length ? await findConnectionsOf(tx, channelIds) : new Map() }
}

/** `together` gives each message's ticket, in the order given; what it throws is done alone. */
export type Apply = {
  together: (tx: Tx, all: HeardMessages[]) => Promise<(string | null)[]>
  /** Whether a message can be taken with others. */
  fits: (heard: ReadMessage['heard']) => boolean
  alone: ApplyOne
  /** Through what those that need time have to go, so that not too many are under way at once. */
  slowly: (work: () => Promise<void>) => Promise<void>
}

/** Known to be refused, by the ids of the raw messages: they are done alone, the others together. */
export class Refused extends Error {
  readonly ids: ReadonlySet<string>
  constructor(ids: Iterable<string>) {
    super('some of these messages are refused')
    this.ids = new Set(ids)
  }
}

/**
 * Reads many messages of a brand and saves them in one transaction. Those with media, those about which a service must be asked and those
 * that throw are saved alone; what is behind one of them in its thread waits for the next round.
 * Shape: `over` is called when the common part is done, with the ids of those that are still on their way.
 */
export async function hearTogether(
  ctx: Ctx,
  { stored, rows }: Bundle,
  apply: Apply,
  over: (onTheWay: ReadonlySet<string>) => void,
): Promise<void> {
  const halted = new Set<string>()
  const { ready, late } = await readAll(ctx, { stored, rows })
  const common: HeardMessages[] = []
  for (const one of stored) {
    const read = ready.get(one.id)
    const row = rows.get(one.channel_id)
    if (!row || halted.has(threadOf(one))) continue
    if (read && apply.fits(read.heard) && !hasMedia(read)) common.push(await fetchMedia(ctx, read, row))
    else {
      halt(halted, one)
      if (read) late.push({ stored: one, reading: Promise.resolve(read) })
    }
  }
  const alone = Promise.all(late.map((one) => apply.slowly(() => saveLate(ctx, one, rows, apply))))
  alone.catch(() => {})
  try {
    await saveTogether(ctx, common, apply, halted)
  } finally {
    over(new Set(late.map((one) => one.stored.id)))
    await alone
  }
}

const threadOf = ({ id, channel_id, thread }: StoredMessage): string =>
  thread ? `${channel_id} ${thread}` : id

const halt = (halted: Set<string>, stored: StoredMessage): void => void halted.add(threadOf(stored))

type Late = { stored: StoredMessage; reading: Promise<ReadMessage> }

/** Shape: what was read at once, by id; what is still being read or failed is `late`; what could not be begun stays for the next round. */
async function readAll(
  ctx: Ctx,
  { stored, rows }: Bundle,
): Promise<{ ready: Map<string, ReadMessage>; late: Late[] }> {
  const ready = new Map<string, ReadMessage>()
  const under = new Map<string, Late>()
  const tools = toolsOnce(ctx)
  const left = stored.filter((s) => rows.has(s.channel_id))
  let timeUp = false
  const hand = async () => {
    for (let one = left.shift(); one && !timeUp; one = left.shift()) {
      const row = rows.get(one.channel_id)!
      const reading = readStored(ctx, one, row, () => tools(row))
      under.set(one.id, { stored: one, reading })
      const read = await reading.catch(() => null)
      if (timeUp) return
      if (read) {
        under.delete(one.id)
        ready.set(one.id, read)
      }
    }
  }
  const done = Promise.all(Array.from({ length: READ_BESIDE }, hand))
  await Promise.race([done, wait(READ_AT_ONCE_MS, null, { ref: false })])
  timeUp = true
  return { ready, late: [...under.values()] }
}

/** A channel's settings are opened and checked once for all its messages. */
function toolsOnce(ctx: Ctx) {
  const made = new Map<string, ReturnType<typeof toolsFor>>()
  return (row: ConnectionRow) => {
    const tools = made.get(row.id) ?? toolsFor(ctx, row)
    made.set(row.id, tools)
    return tools
  }
}

/** Alone, when it has arrived: with its media, or with what went wrong. */
async function saveLate(
  ctx: Ctx,
  { stored, reading }: Late,
  rows: Map<string, ConnectionRow>,
  apply: Apply,
): Promise<void> {
  try {
    await applyAlone(ctx, await fetchMedia(ctx, await reading, rows.get(stored.channel_id)!), apply.alone)
  } catch (error) {
    await putOff(ctx, stored, error)
  }
}

/** In one transaction, or, when that fails, in two halves after each other, down to the one that it failed of. */
async function saveTogether(
  ctx: Ctx,
  given: readonly HeardMessages[],
  apply: Apply,
  halted: Set<string>,
): Promise<void> {
  const all = given.filter(({ stored }) => !halted.has(threadOf(stored)))
  if (all.length < 2) return all[0] && saveOne(ctx, all[0], apply, halted)
  try {
    return await ctx.transaction((tx) => save(tx, all, apply))
  } catch (error) {
    if (error instanceof Refused) {
      const refused = all.filter(({ stored }) => error.ids.has(stored.id))
      const behind = new Set<string>()
      const others = all.filter(({ stored }) => {
        if (error.ids.has(stored.id)) halt(behind, stored)
        return !behind.has(threadOf(stored))
      })
      await saveTogether(ctx, others, apply, halted)
      for (const one of refused) await saveOne(ctx, one, apply, halted)
      return
    }
    ctx.log.warn({ err: error, size: all.length }, 'messages could not be saved together; they are halved')
    const half = Math.ceil(all.length / 2)
    await saveTogether(ctx, all.slice(0, half), apply, halted)
    await saveTogether(ctx, all.slice(half), apply, halted)
  }
}

async function save(tx: Tx, all: readonly HeardMessages[], apply: Apply): Promise<void> {
  const locked = await lockTogether(
    tx,
    all.map(({ stored }) => stored.id),
  )
  const elsewhere = new Set<string>()
  const mine = all.filter(({ stored }) => {
    if (!locked.has(stored.id)) halt(elsewhere, stored)
    return !elsewhere.has(threadOf(stored))
  })
  if (!mine.length) return
  const tickets = await apply.together(tx, mine)
  await settleTogether(
    tx,
    mine.map(({ stored }, n) => ({ id: stored.id, ticketId: tickets[n] ?? null })),
  )
}

/** As if it had come alone; what fails is put off, and what is behind it in its thread waits. */
async function saveOne(ctx: Ctx, one: HeardMessages, { alone }: Apply, halted: Set<string>): Promise<void> {
  if (halted.has(threadOf(one.stored))) return
  try {
    await applyAlone(ctx, one, alone)
  } catch (error) {
    halt(halted, one.stored)
    await putOff(ctx, one.stored, error)
  }
}
