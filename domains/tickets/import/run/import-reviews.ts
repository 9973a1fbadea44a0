import { createHash } from 'node:crypto'
import type { ImportMapping, ImportPlatform } from '#contracts/tickets/import'
import { knownConversations, storedPayloads, storeInbound } from '#domains/channels'
import { type NumberedPast, ordersNumbered } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { checkIncoming } from '../../intake/check-incoming.ts'
import { decideOpening, type Incoming, type Opening, type World } from '../../intake/decide-opening.ts'
import { attempt, inboundRows, keyOf, saveDecided } from '../../intake/open-tickets.ts'
import { findReceipts } from '../../intake/opening-data.ts'
import type { ReviewRow } from '../mapping/map-row.ts'
import type { Outcome } from './outcome.ts'

export type ReviewJob = {
  mapping: ImportMapping
  fileName: string
  world: World
  channelOf: (platform: ImportPlatform) => Promise<{ id: string }>
}
type Given = { n: number; values: ReviewRow }
type Decided = { n: number; i: Incoming; opening: Opening }

/**
 * Makes tickets of reviews, new ones to be handled and old ones as history, in the transaction of their part. Nobody gets an acknowledgement.
 * Shape: a review that is there already (same channel and number, or the same words, time, shop and stars) is doubled; the same number with other words is refused.
 */
export async function importReviews(
  tx: Tx,
  ctx: Ctx,
  job: ReviewJob,
  rows: readonly Given[],
): Promise<Outcome[]> {
  const orders = await ordersNumbered(tx, ctx, rows.map(({ values }) => values.orderNumber).filter(Boolean))
  const outcomes: Outcome[] = []
  const decided: Decided[] = []
  const polled = await heardAlready(tx, ctx, job, rows)
  for (const { n, values } of rows) {
    if (polled.has(n)) {
      outcomes.push({ n, state: 'doubled' })
      continue
    }
    const channel = await job.channelOf(values.platform)
    const asked = incomingOf(n, values, channel.id, job, orders.get(values.orderNumber))
    const checked = attempt(() => checkIncoming(asked, job.world))
    if (checked instanceof AppError)
      outcomes.push({ n, state: 'refused', code: 'shopUnknown', field: 'shop' })
    else decided.push({ n, i: checked, opening: decideOpening(checked, job.world) })
  }
  if (!decided.length) return outcomes
  const known = await storeInbound(tx, ctx.actor.brandId, job.world.now, inboundRows(ctx, decided))
  const isFresh = ({ i, opening }: Decided) => known.get(keyOf(i))!.ticketId === opening.id
  const { numbers } = await saveDecided(tx, ctx, job.world, decided.filter(isFresh))
  for (const one of decided) if (isFresh(one)) outcomes.push(goodOne(one, numbers.get(one.opening.id)!))
  outcomes.push(
    ...(await repeats(
      tx,
      ctx,
      decided.filter((one) => !isFresh(one)),
      known,
    )),
  )
  return outcomes.sort((a, b) => a.n - b.n)
}

/** Rows of reviews that the platform's own connection has brought before: it talks about each in a conversation of its number. */
async function heardAlready(tx: Tx, ctx: Ctx, job: ReviewJob, rows: readonly Given[]): Promise<Set<number>> {
  const heard = new Set<number>()
  const named = rows.filter(({ values }) => values.platform !== 'import' && values.externalId)
  for (const [platform, ones] of Map.groupBy(named, ({ values }) => values.platform)) {
    const { id } = await job.channelOf(platform)
    const addresses = ones.map(({ values }) => `review:${values.externalId}`)
    const known = await knownConversations(tx, ctx, id, [...new Set(addresses)])
    for (const { n, values } of ones) if (known.has(`review:${values.externalId}`)) heard.add(n)
  }
  return heard
}

function incomingOf(
  n: number,
  row: ReviewRow,
  channelId: string,
  { mapping, fileName, world }: ReviewJob,
  order?: NumberedPast,
): Incoming {
  const shopId = row.shopId ?? order?.shopId ?? null
  const contact = row.contact || order?.contact || ''
  return {
    channelId,
    channelKind: row.platform,
    externalId: row.externalId || hashOf(row),
    shopId,
    place: '',
    locale: 'zh-CN',
    stars: row.stars,
    body: {
      content: row.text,
      photos: [],
      mood: row.mood,
      ...(contact ? { contact, name: row.author || undefined } : {}),
      orderNumber: row.orderNumber || undefined,
    },
    photoOwner: '',
    author: row.author || undefined,
    history: isOld(row.at, mapping, world.now) ? { at: row.at ?? world.now } : undefined,
    facts: { imported: { file: fileName, row: n }, ...(row.at ? { saidAt: row.at.toISOString() } : {}) },
    answered: row.reply || undefined,
    quiet: true,
  }
}

const DAY_MS = 86_400_000

export function isOld(at: Date | null, { historyDays, untimed }: ImportMapping, now: Date): boolean {
  if (historyDays === 0) return true
  return at ? now.getTime() - at.getTime() > historyDays * DAY_MS : untimed === 'history'
}

/** A review without a number is known by what it says. */
function hashOf({ text, at, shopId, stars, mood, author, orderNumber }: ReviewRow): string {
  const told = JSON.stringify([
    text,
    at?.toISOString() ?? '',
    shopId,
    stars ?? mood ?? '',
    author,
    orderNumber,
  ])
  return `row:${createHash('sha256').update(told).digest('base64url').slice(0, 32)}`
}

function goodOne({ n, i, opening }: Decided, ticket: string): Outcome {
  return {
    n,
    state: 'good',
    ticket,
    fate: i.history || opening.setAside ? 'history' : 'live',
    ...(opening.kind === 'emergency' ? { emergency: true as const, ticketId: opening.id } : {}),
  }
}

/** The same again, or something else under a number that is taken: nothing is overlooked because two files count from one. */
async function repeats(
  tx: Tx,
  ctx: Ctx,
  again: readonly Decided[],
  known: Awaited<ReturnType<typeof storeInbound>>,
): Promise<Outcome[]> {
  if (!again.length) return []
  const texts = new Map<string, string>()
  for (const [channelId, ones] of Map.groupBy(again, ({ i }) => i.channelId)) {
    const ids = [...new Set(ones.map(({ i }) => i.externalId))]
    for (const [externalId, payload] of await storedPayloads(tx, ctx, channelId, ids))
      texts.set(keyOf({ channelId, externalId }), (payload as { content?: string } | null)?.content ?? '')
  }
  const ids = [...new Set(again.map(({ i }) => known.get(keyOf(i))!.ticketId))].filter(Boolean)
  const tickets = new Map(
    (ids.length ? await findReceipts(tx, ids) : []).map((row) => [row.id, `HY-${row.number}`]),
  )
  return again.map(({ n, i }) => {
    const ticket = tickets.get(known.get(keyOf(i))!.ticketId) ?? ''
    const same = (texts.get(keyOf(i)) || i.body.content) === i.body.content
    return same
      ? { n, state: 'doubled', ticket }
      : { n, state: 'refused', code: 'numberTaken', field: 'externalId', ticket }
  })
}
