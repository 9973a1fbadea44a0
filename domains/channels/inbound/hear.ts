import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { findOwned } from '../attachment-data.ts'
import { asFault } from '../connect/channel-fault.ts'
import { type ConnectionRow, findConnection } from '../connect/connection-data.ts'
import type { Heard, Raw } from '../connect/connector.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { connectorOf } from '../connect/registry.ts'
import { toolsFor } from '../connect/tools.ts'
import { demoHeard } from '../demo/demo-heard.ts'
import { isDemo } from '../demo/is-demo.ts'
import { keepFile } from '../keep-file.ts'
import { findStored, postponeStored, type StoredMessage, settleStored } from './inbound-data.ts'

const MOST_TRIES = 10
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 1800
const MOST_FILES = 20

/** One thing heard, with its files already kept under `photoOwner`: ready to be saved in one transaction. */
export type HeardOne = { heard: Heard; files: string[]; lost: number }
export type HeardMessages = {
  stored: StoredMessage
  channel: { id: string; kind: string; name: string; owner_id: string | null }
  photoOwner: string
  heard: HeardOne[]
}

export type ApplyOne = (tx: Tx, heard: HeardMessages) => Promise<string | null>

/**
 * Reads one stored message with its connector; whatever has to be fetched is fetched here, outside of any transaction.
 * Shape: false when it was put off, given up to "needs a look", or somebody else's; `apply` runs with the row locked, and with it settles it.
 */
export async function hearStored(ctx: Ctx, id: string, apply: ApplyOne): Promise<boolean> {
  const found = await ctx.transaction(async (tx) => {
    const stored = await findStored(tx, id, false)
    return stored && { stored, row: await findConnection(tx, stored.channel_id) }
  })
  if (!found?.row) return false
  const { stored, row } = found
  try {
    const read = await readStored(ctx, stored, row)
    return await applyAlone(ctx, await fetchMedia(ctx, read, row), apply)
  } catch (error) {
    await putOff(ctx, stored, error)
    return false
  }
}

export type ReadMessage = { stored: StoredMessage; heard: Heard[] }

/** What the connector understands of it; nothing is fetched of its pictures and films yet. */
export async function readStored(
  ctx: Ctx,
  stored: StoredMessage,
  row: ConnectionRow,
  tools: () => ReturnType<typeof toolsFor> = () => toolsFor(ctx, row),
): Promise<ReadMessage> {
  const raw = JSON.parse(ctx.keys.open(ctx.actor.brandId, stored.payload_enc)) as Raw
  const heard = isDemo(row) ? demoHeard(raw.payload) : await connectorOf(row.kind).read(tools(), raw)
  return { stored, heard }
}

export const hasMedia = ({ heard }: ReadMessage): boolean =>
  heard.some((one) => one.sort === 'message' && Boolean(one.media?.length || one.kept?.length))

export async function fetchMedia(
  ctx: Ctx,
  { stored, heard }: ReadMessage,
  row: ConnectionRow,
): Promise<HeardMessages> {
  const photoOwner = `channel:${row.id}`
  const ready: HeardOne[] = []
  for (const one of heard)
    ready.push({ heard: one, ...(await keepFiles(ctx, photoOwner, one, stored.tries + 1 >= MOST_TRIES)) })
  if (ready.some(({ files }) => files.length) && clears(row.health, 'call')) await channelWorks(ctx, row.id)
  return { stored, channel: row, photoOwner, heard: ready }
}

/** False when somebody else has it or had it. */
export function applyAlone(ctx: Ctx, ready: HeardMessages, apply: ApplyOne): Promise<boolean> {
  const { id } = ready.stored
  return ctx.transaction(async (tx) => {
    if (!(await findStored(tx, id, true))) return false
    const ticketId = await apply(tx, ready)
    await settleStored(tx, id, { state: ticketId ? 'threaded' : 'noted', ticketId })
    return true
  })
}

/** What can't be fetched any more, or not by the last try, is counted, not fatal: the words are worth more than the picture. */
async function keepFiles(
  ctx: Ctx,
  owner: string,
  heard: Heard,
  lastTry: boolean,
): Promise<{ files: string[]; lost: number }> {
  const { media = [], kept = [] } = heard.sort === 'message' ? heard : {}
  const files = kept.length ? await ctx.transaction((tx) => findOwned(tx, owner, kept)) : []
  let lost = Math.max(0, media.length - MOST_FILES) + kept.length - files.length
  for (const one of media.slice(0, MOST_FILES)) {
    try {
      files.push((await keepFile(ctx, owner, await one.fetch(), one)).id)
    } catch (error) {
      const fault = asFault(error)
      if (!lastTry && fault.again && fault.code !== 'unforeseen') throw fault
      lost += 1
    }
  }
  return { files, lost }
}

/** Later when that may help, else to "needs a look"; what is the channel's fault stands on its health line. */
export async function putOff(ctx: Ctx, stored: StoredMessage, error: unknown): Promise<void> {
  const fault = asFault(error)
  if (fault.code === 'unforeseen')
    ctx.log.error({ err: fault.cause, message: stored.id }, 'a message could not be read')
  await ctx.transaction(async (tx) => {
    if (!fault.again || stored.tries + 1 >= MOST_TRIES)
      return settleStored(tx, stored.id, { state: 'needs_look', problem: fault.code })
    const waitS = fault.afterS ?? Math.min(FIRST_WAIT_S * 2 ** stored.tries, LONGEST_WAIT_S)
    return postponeStored(tx, stored.id, new Date(ctx.now().getTime() + waitS * 1000), fault.code)
  })
  if (fault.side === 'channel') await channelFails(ctx, stored.channel_id, fault)
}
