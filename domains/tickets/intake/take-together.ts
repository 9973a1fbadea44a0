import {
  type ConversationNews,
  type ConversationRow,
  channelSends,
  type HeardMessages,
  type HeardOne,
  layOver,
  openConversations,
  partnerKey,
  Refused,
  saveConversations,
  takeDeliveries,
} from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { type Desk, saveDesk } from '../handling/desk.ts'
import { isLight, type OpenedDesk, openDesks, saveDesks } from '../handling/many-desks.ts'
import { oweAnswer } from '../tasks/answer-by.ts'
import { checkIncoming } from './check-incoming.ts'
import type { World } from './decide-opening.ts'
import { findTicketOf } from './heard-data.ts'
import { attempt, openChecked } from './open-tickets.ts'
import { goesOnTo, incomingOf, type Message, newsOf, say, talksAbout } from './take-heard.ts'

type Heard = HeardOne['heard']
type Contact = Extract<Heard, { sort: 'contact' }>

/** A conversation while its messages are taken: the row as it will be, what of it is to be saved, and how much of it is still to come. */
type Talk = { row: ConversationRow; news: ConversationNews; opens: boolean; left: number }
/** One thing said to us, by the place of its raw message. */
type Said = { n: number; all: HeardMessages; one: HeardOne; heard: Message | Contact; talk: Talk }
type Round = {
  tx: Tx
  ctx: Ctx
  world: World
  shops: Map<string, string>
  /** Laid out already; `used`: something was said to them, so they are saved. */
  desks: Map<string, OpenedDesk>
  used: Set<string>
  toOpen: (Said & { heard: Message; shopId: string | null })[]
  tickets: (string | null)[]
}

/** Words, receipts and news of a contact are taken together; facts and calls need the conversation to themselves. */
export const fitsTogether = (heard: readonly Heard[]): boolean =>
  heard.every(({ sort }) => sort === 'message' || sort === 'contact' || sort === 'receipt')

/**
 * Does what takeHeard does for one raw message for many of a brand: conversations, tickets and their timelines in a few statements.
 * Shape: each message's ticket in the order given; what is said in one conversation keeps its order.
 * Errors: Refused with those that cannot be taken.
 */
export async function takeTogether(
  tx: Tx,
  ctx: Ctx,
  messages: readonly HeardMessages[],
  given: World,
): Promise<(string | null)[]> {
  const early = await takeDeliveries(tx, ctx, messages.flatMap(receiptsOf))
  if (early.length) throw new Refused(early)
  const said = await talksOf(tx, ctx, messages)
  const round: Round = {
    ...{ tx, ctx, world: { ...given, now: ctx.now() } },
    shops: new Map(given.roster.shops.map((s) => [s.code, s.id])),
    desks: new Map(),
    used: new Set(),
    toOpen: [],
    tickets: messages.map(() => null),
  }
  const known = said.flatMap(({ heard, talk }) =>
    heard.sort === 'message' && !heard.fresh && talk.row.ticket_id ? [talk.row.ticket_id] : [],
  )
  round.desks = await openDesks(ctx, tx, [...new Set(known)], round.world)
  for (const one of inTurns(said)) {
    if (one.talk.opens) await openWaiting(round)
    one.talk.left -= 1
    if (one.heard.sort === 'contact') takeContact(round, one.talk, one.heard)
    else await takeMessage(round, { ...one, heard: one.heard })
  }
  await openWaiting(round)
  await saveDesks(
    tx,
    ctx,
    [...round.used].map((id) => round.desks.get(id)!),
  )
  await saveConversations(tx, ctx, [...new Set(said.map(({ talk }) => talk))])
  return round.tickets
}

const receiptsOf = ({ channel, stored, heard }: HeardMessages) =>
  heard.flatMap((one) => (one.heard.sort === 'receipt' ? [{ channel, stored, heard: one.heard }] : []))

async function talksOf(tx: Tx, ctx: Ctx, messages: readonly HeardMessages[]): Promise<Said[]> {
  const said = messages.flatMap((all, n) =>
    all.heard.flatMap((one) => {
      const { heard } = one
      if (heard.sort !== 'message' && heard.sort !== 'contact') return []
      return [{ n, all, one, heard, partner: { channelId: all.channel.id, from: heard.from } }]
    }),
  )
  const rows = await openConversations(
    tx,
    ctx,
    said.map((s) => s.partner),
  )
  const talks = new Map<string, Talk>(
    [...rows].map(([key, row]) => [key, { row, news: {}, opens: false, left: 0 }]),
  )
  return said.map(({ partner, ...one }) => {
    const talk = talks.get(partnerKey(partner))!
    talk.left += 1
    return { ...one, talk }
  })
}

/** First what each conversation says first, then what each says next: so few have to wait for a ticket that is still to be opened. */
function inTurns(said: readonly Said[]): Said[] {
  const turns = new Map<Talk, number>()
  return said
    .map((one) => {
      const turn = turns.get(one.talk) ?? 0
      turns.set(one.talk, turn + 1)
      return { one, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one)
}

function takeContact({ ctx, shops }: Round, talk: Talk, heard: Contact): void {
  layOver(ctx, talk.row, talk.news, {
    name: heard.from.name,
    unreachable: heard.unreachable,
    window: heard.window,
    shopId: heard.shopCode ? shops.get(heard.shopCode) : undefined,
    state: heard.state,
  })
}

async function takeMessage(round: Round, said: Said & { heard: Message }): Promise<void> {
  const { tx, ctx, shops } = round
  const { heard, talk } = said
  const named = heard.shopId || (heard.shopCode && shops.get(heard.shopCode)) || null
  const shopId = named ?? talk.row.shop_id
  layOver(ctx, talk.row, talk.news, newsOf(ctx, heard, shopId))
  const known = heard.fresh ? null : await findTicketOf(tx, heard, talk.row)
  const opened = known ? await deskOf(round, known) : undefined
  if (opened && goesOnTo(opened.desk, heard)) return sayTo(round, opened, said)
  if (heard.automatic) return
  talk.opens = true
  round.toOpen.push({ ...said, shopId })
}

async function sayTo(round: Round, opened: OpenedDesk, said: Said & { heard: Message }): Promise<void> {
  const { n, all, one, heard, talk } = said
  const { desk } = opened
  await say(desk, all, one, heard, talk.row)
  layOver(round.ctx, talk.row, talk.news, talksAbout(talk.row, heard, desk.ticket.id))
  round.tickets[n] = desk.ticket.id
  round.used.add(desk.ticket.id)
  if (!isLight(opened)) await putAway(round, desk)
}

/** A deed that did more than add a line is saved before the next looks at the ticket. */
async function putAway({ desks, used }: Round, desk: Desk): Promise<void> {
  await saveDesk(desk)
  used.delete(desk.ticket.id)
  desks.delete(desk.ticket.id)
}

/** The desk of the ticket, or of the one that it was merged into. */
async function deskOf(round: Round, id: string): Promise<OpenedDesk | undefined> {
  const { tx, ctx, world, desks } = round
  const lay = async (wanted: string) => {
    if (!desks.has(wanted))
      for (const [found, desk] of await openDesks(ctx, tx, [wanted], world)) desks.set(found, desk)
    return desks.get(wanted)
  }
  const opened = await lay(id)
  const into = opened?.desk.ticket.merged_into
  return into ? lay(into) : opened
}

/** Opens the tickets of all messages that have waited for it. */
async function openWaiting(round: Round): Promise<void> {
  const { tx, ctx, world } = round
  const waiting = round.toOpen.splice(0)
  if (!waiting.length) return
  const checked = waiting.map(({ all, one, heard, talk, shopId }) =>
    attempt(() => checkIncoming(incomingOf(all, one, heard, { conversationId: talk.row.id, shopId }), world)),
  )
  const refused = waiting.filter((_, k) => checked[k] instanceof AppError)
  if (refused.length) throw new Refused(refused.map(({ all }) => all.stored.id))
  const ids = await openChecked(
    tx,
    ctx,
    waiting.map(({ all }, k) => ({ i: checked[k] as never, channelSends: channelSends(all.channel.kind) })),
    world,
  )
  const goOn = ids.filter((_, k) => waiting[k]!.talk.left > 0)
  for (const [id, desk] of await openDesks(ctx, tx, goOn, world)) round.desks.set(id, desk)
  for (const [k, { n, all, heard, talk }] of waiting.entries()) {
    talk.opens = false
    layOver(ctx, talk.row, talk.news, talksAbout(talk.row, heard, ids[k]!))
    round.tickets[n] = ids[k]!
    if (heard.answerBy) await owe(round, ids[k]!, talk, all.channel.kind, heard.answerBy)
  }
}

async function owe(round: Round, id: string, talk: Talk, kind: string, by: Date): Promise<void> {
  const opened = await deskOf(round, id)
  if (!opened) return
  await oweAnswer(opened.desk, { id: talk.row.id, kind }, by)
  await putAway(round, opened.desk)
}
