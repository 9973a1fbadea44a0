import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type {
  BeginChat,
  ChatContact,
  ChatFront,
  ChatTalk,
  ChatWords,
  TalkQuery,
} from '#contracts/channels/chat'
import { findBrandName } from '#domains/people'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { limitRate } from '#platform/http/rate'
import { channelWorks, clears } from '../connect/health.ts'
import { channelErrors } from '../errors.ts'
import { insertRaw } from '../inbound/raw-data.ts'
import { canBeAnswered, rawOf, type Said } from './chat.ts'
import * as data from './chat-data.ts'
import { type Door, visitorAt } from './door.ts'
import { type Answered, type Gathered, gather } from './gather.ts'
import { readIdentity } from './identity.ts'
import { presenceNow } from './presence.ts'
import { newVisitor, sealVisitor } from './visitor.ts'
import { takeVisitorPhotos } from './visitor-photos.ts'

const WORDS_PER_MINUTE = 20
const READS_PER_MINUTE = 90

export function readFront(door: Door): Promise<ChatFront> {
  return door.ctx
    .transaction(async (tx) => ({
      brand: await findBrandName(tx),
      greeting: door.settings.greeting,
      ...(await presenceNow(tx, door)),
    }))
    .then((front) => ({ ...front, opensAt: front.opensAt?.toISOString() ?? null }))
}

/** Errors: channels.forged for an identity that the host site did not sign for now. */
export function beginChat({ ctx, row, settings }: Door, { identity }: z.infer<typeof BeginChat>) {
  const known = identity ? readIdentity(identity, settings.identitySecret, ctx.now()) : null
  if (identity && !known) throw channelErrors.forged()
  return { token: sealVisitor(ctx, newVisitor(ctx, row.id, known)) }
}

/**
 * Stores what a visitor says before it is answered; the same id again changes nothing (I3).
 * Errors: channels.forged for a token that is not ours, channels.photoUnknown for a picture that this visitor has not uploaded.
 */
export function takeWords(door: Door, token: string, words: z.infer<typeof ChatWords>): Promise<void> {
  return keep(door, token, words.id, { text: words.text, photos: words.photos })
}

/** Errors: http.badInput when nobody can be answered there. */
export async function takeLeftContact(
  door: Door,
  token: string,
  { id, contact }: z.infer<typeof ChatContact>,
): Promise<void> {
  if (!canBeAnswered(contact)) throw httpErrors.badInput({ problem: 'no number or address' }, 'contact')
  await keep(door, token, id, { left: contact })
}

async function keep(door: Door, token: string, id: string, said: Partial<Said>): Promise<void> {
  const { ctx, row, site } = door
  const visitor = visitorAt(door, token)
  await limitRate(ctx, `chat-words:${visitor.id}`, WORDS_PER_MINUTE)
  await ctx.transaction(async (tx) => {
    const fresh = await insertRaw(tx, ctx, row.id, [rawOf(visitor, id, site, said)])
    if (fresh && said.photos?.length) await takeVisitorPhotos(tx, door, visitor, said.photos)
  })
  if (clears(row.health, 'hook')) await channelWorks(ctx, row.id)
}

/** The talk as the widget shows it; with it the widget says what it has fetched and shown. Errors: channels.forged. */
export async function readTalk(
  door: Door,
  token: string,
  { rev, read }: z.infer<typeof TalkQuery>,
): Promise<ChatTalk> {
  const { ctx, row } = door
  const visitor = visitorAt(door, token)
  await limitRate(ctx, `chat-read:${visitor.id}`, READS_PER_MINUTE)
  return ctx.transaction(async (tx) => {
    const talk = await gather(tx, door, visitor)
    const { open, opensAt } = await presenceNow(tx, door)
    await receipts(tx, door, talk.answered, read)
    const contactGiven = visitor.contact !== undefined || talk.contactLeft
    const state = {
      open,
      opensAt: opensAt?.toISOString() ?? null,
      ask: contactGiven ? ('' as const) : askFor(door, talk, open),
      contactGiven,
    }
    const now = createHash('sha256')
      .update(JSON.stringify([row.id, state, talk.messages]))
      .digest('hex')
    const newRev = now.slice(0, 32)
    return { rev: newRev, ...state, messages: newRev === rev ? null : talk.messages }
  })
}

/** Since the last answer of a person somebody has waited too long, or nobody is there. */
function askFor({ ctx, settings }: Door, { messages, answered }: Gathered, open: boolean): ChatTalk['ask'] {
  const replies = answered.filter((one) => one.payload.purpose === 'reply').map((one) => one.at.toISOString())
  const lastReply = replies.sort().at(-1) ?? ''
  const waiting = messages.find((one) => one.from === 'visitor' && one.at > lastReply)
  if (!waiting) return ''
  if (!open) return 'closed'
  const waitedMs = ctx.now().getTime() - Date.parse(waiting.at)
  return waitedMs >= settings.answerWithinMin * 60_000 ? 'late' : ''
}

/** What is handed over now is delivered; up to what the widget has shown it is read. */
async function receipts(tx: Tx, { ctx }: Door, answered: readonly Answered[], read: string | undefined) {
  const shown = answered.find((one) => one.id === read)
  const isShown = (one: Answered) => shown !== undefined && one.at <= shown.at
  const ids = (states: string[], all: readonly Answered[]) =>
    all.filter((one) => states.includes(one.state)).map((one) => one.id)
  await data.markFetched(tx, ids(['sent'], answered), ctx.now())
  await data.markSeen(tx, ids(['sent', 'delivered'], answered.filter(isShown)), ctx.now())
}
