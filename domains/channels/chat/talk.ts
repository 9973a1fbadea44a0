import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type {
  BeginChat,
  ChatContact,
  ChatFront,
  ChatMessage,
  ChatTalk,
  ChatWords,
  TalkQuery,
} from '#contracts/channels/chat'
import { findBrandName, findZone } from '#domains/people'
import type { Tx } from '#platform/db/database'
import { httpErrors } from '#platform/errors'
import { limitRate } from '#platform/http/rate'
import { channelWorks, clears } from '../connect/health.ts'
import { channelErrors } from '../errors.ts'
import { keepRaw } from '../inbound/raw-data.ts'
import { openPayload, type Payload } from '../outbox/payload.ts'
import { canBeAnswered, rawOf, type Said, saidIn } from './chat.ts'
import * as data from './chat-data.ts'
import type { Door } from './door.ts'
import { attendance, parseHours } from './hours.ts'
import { readIdentity } from './identity.ts'
import { newVisitor, openVisitor, sealVisitor, type Visitor } from './visitor.ts'

const WORDS_PER_MINUTE = 20
const READS_PER_MINUTE = 90

export function readFront({ ctx, settings }: Door): Promise<ChatFront> {
  return ctx
    .transaction(async (tx) => ({
      brand: await findBrandName(tx),
      greeting: settings.greeting,
      ...attendance(parseHours(settings.hours) ?? [], ctx.now(), await findZone(tx)),
    }))
    .then((front) => ({ ...front, opensAt: front.opensAt?.toISOString() ?? null }))
}

/** Errors: channels.forged for an identity that the host site did not sign for now. */
export function beginChat({ ctx, row, settings }: Door, { identity }: z.infer<typeof BeginChat>) {
  const known = identity ? readIdentity(identity, settings.identitySecret, ctx.now()) : null
  if (identity && !known) throw channelErrors.forged()
  return { token: sealVisitor(ctx, newVisitor(ctx, row.id, known)) }
}

/** Stores what a visitor says before it is answered; the same id again changes nothing (I3). Errors: channels.forged for a token that is not ours. */
export function takeWords(door: Door, token: string, words: z.infer<typeof ChatWords>): Promise<void> {
  return keep(door, token, words.id, { text: words.text })
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
  const visitor = visitorOf(door, token)
  await limitRate(ctx, `chat-words:${visitor.id}`, WORDS_PER_MINUTE)
  await keepRaw(ctx, row.id, [rawOf(visitor, id, site, said)])
  if (clears(row.health, 'hook')) await channelWorks(ctx, row.id)
}

/** The talk as the widget shows it; with it the widget says what it has fetched and shown. Errors: channels.forged. */
export async function readTalk(
  door: Door,
  token: string,
  { rev, read }: z.infer<typeof TalkQuery>,
): Promise<ChatTalk> {
  const { ctx, row } = door
  const visitor = visitorOf(door, token)
  await limitRate(ctx, `chat-read:${visitor.id}`, READS_PER_MINUTE)
  return ctx.transaction(async (tx) => {
    const talk = await gather(tx, door, visitor)
    const zone = await findZone(tx)
    const { open, opensAt } = attendance(parseHours(door.settings.hours) ?? [], ctx.now(), zone)
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

type Answered = { id: string; state: string; at: Date; payload: Payload }
type Gathered = { messages: ChatMessage[]; answered: Answered[]; contactLeft: boolean }

async function gather(tx: Tx, { ctx, row }: Door, visitor: Visitor): Promise<Gathered> {
  const { brandId } = ctx.actor
  const said = (await data.saidBy(tx, ctx, row.id, visitor.id)).flatMap((one) => {
    const words = saidIn(JSON.parse(ctx.keys.open(brandId, one.payload_enc) || 'null'))
    return words ? [{ words, at: one.received_at }] : []
  })
  const answered = (await data.answeredTo(tx, ctx, row.id, visitor.id)).map((one) => ({
    id: one.id,
    state: one.state,
    at: one.sent_at ?? one.created_at,
    payload: openPayload(ctx, one.payload_enc),
  }))
  const messages = [
    ...said
      .toReversed()
      .map(({ words, at }) => viewOf(words.clientId, 'visitor', words.left ?? words.text, at)),
    ...answered.toReversed().map(({ id, at, payload }) => ({
      ...viewOf(id, 'brand', payload.text, at),
      photos: payload.photos.length,
      link: payload.photos.length ? (payload.ticket?.progress ?? '') : '',
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return { messages: messages.slice(-100), answered, contactLeft: said.some(({ words }) => words.left) }
}

function viewOf(id: string, from: ChatMessage['from'], text: string, at: Date): ChatMessage {
  return { id, from, text, at: at.toISOString(), photos: 0, link: '' }
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

function visitorOf({ ctx, row }: Door, token: string): Visitor {
  const visitor = openVisitor(ctx, row.id, token)
  if (!visitor) throw channelErrors.forged()
  return visitor
}
