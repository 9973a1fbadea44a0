import type { Receipt } from '#contracts/channels'
import { alarmRaised, ticketOpened } from '#contracts/tickets'
import { insertOutbound, type NewInbound, storeInbound, takePhotos } from '#domains/channels'
import { identifyCustomers, maskName, noteTicket } from '#domains/customers'
import { gramKey, layerInForce, textReader } from '#domains/language'
import { linkMentioned, namedNumbers } from '#domains/orders'
import { findBrandName, loadRoster } from '#domains/people'
import { holidaysOf, playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { eventRow, publish } from '#platform/events/publish'
import { newId } from '../handling/desk.ts'
import { openLoads } from '../handling/desk-data.ts'
import { ticketForOutbox } from '../handling/desk-moves.ts'
import { acknowledgementFor, receiptOf } from './acknowledgement.ts'
import { checkIncoming } from './check-incoming.ts'
import { decideOpening, type Incoming, type Opening, type World } from './decide-opening.ts'
import { heedHistory } from './heed-history.ts'
import { addRows, type Decided } from './opened-rows.ts'
import { findReceipts, insertOpened, type Opened } from './opening-data.ts'

/**
 * Opens a ticket for each feedback in one transaction: raw message, customer, triage, assignee, clocks, acknowledgement,
 * event and audit are committed together, and only then is anything acknowledged (I3, I5).
 * Shape:  answers in the order given; a repeated message (same channel and external id) gets the first ticket's receipt;
 *         one that checkIncoming refuses gets its error in its place and does not hinder the others.
 */
export function openEach(
  ctx: Ctx,
  incoming: readonly Incoming[],
  given?: World,
): Promise<(Receipt | AppError)[]> {
  return ctx.transaction(async (tx) => {
    const world = given ?? (await loadWorld(tx, ctx))
    const checked = incoming.map((i) => attempt(() => checkIncoming(i, world)))
    const decided = checked.flatMap((i) =>
      i instanceof AppError ? [] : [{ i, opening: decideOpening(i, world) }],
    )
    if (!decided.length) return checked as AppError[]
    const known = await storeInbound(tx, ctx.actor.brandId, world.now, inboundRows(ctx, decided))
    const isFresh = ({ i, opening }: (typeof decided)[number]) => known.get(keyOf(i))?.ticketId === opening.id
    const receipts = await save(tx, ctx, world, decided.filter(isFresh))
    const repeats = decided.filter((d) => !isFresh(d)).map((d) => known.get(keyOf(d.i))!.ticketId)
    for (const row of repeats.length ? await findReceipts(tx, repeats) : []) {
      if (!receipts.has(row.id)) receipts.set(row.id, await receiptOf(tx, ctx, row))
    }
    return checked.map((i) => (i instanceof AppError ? i : receipts.get(known.get(keyOf(i))!.ticketId)!))
  })
}

/**
 * Opens the ticket of one message that a channel has stored already, in the transaction that reads it; its acknowledgement goes into the outbox (I5).
 * Errors: those of checkIncoming.
 */
export async function openStored(
  tx: Tx,
  ctx: Ctx,
  incoming: Incoming,
  channelSends: boolean,
  given?: World,
): Promise<string> {
  const world = given ? { ...given, now: ctx.now() } : await loadWorld(tx, ctx)
  const [id] = await openChecked(tx, ctx, [{ i: checkIncoming(incoming, world), channelSends }], world)
  return id!
}

/** The same for several that checkIncoming has passed. Shape: the tickets' ids, in the order given. */
export async function openChecked(
  tx: Tx,
  ctx: Ctx,
  checked: readonly { i: Incoming; channelSends: boolean }[],
  world: World,
): Promise<string[]> {
  const decided = checked.map((one) => ({ ...one, opening: decideOpening(one.i, world) }))
  const receipts = await save(tx, ctx, world, decided)
  const outgoing = decided.flatMap(({ i, opening, channelSends }) => {
    const { number, acknowledgement } = receipts.get(opening.id)!
    if (!channelSends || !acknowledgement || opening.setAside) return []
    const told = { id: opening.id, number: Number(number.slice('HY-'.length)), title: opening.title }
    return [
      {
        id: newId(),
        channel_id: i.channelId,
        ticket_id: opening.id,
        conversation_id: i.stored?.conversationId ?? null,
        payload: {
          text: acknowledgement,
          photos: [],
          purpose: 'acknowledgement' as const,
          ticket: ticketForOutbox(ctx, told),
        },
      },
    ]
  })
  await insertOutbound(tx, ctx, world.now, outgoing)
  return decided.map(({ opening }) => opening.id)
}

/** The same for those that must all be right. Errors: the first that checkIncoming refuses. */
export async function openTickets(ctx: Ctx, incoming: readonly Incoming[]): Promise<Receipt[]> {
  const results = await openEach(ctx, incoming)
  return results.map((r) => {
    if (r instanceof AppError) throw r
    return r
  })
}

export function attempt<T>(check: () => T): T | AppError {
  try {
    return check()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

export const keyOf = (i: Pick<Incoming, 'channelId' | 'externalId'>): string =>
  `${i.channelId} ${i.externalId}`

/** Everything a decision looks at, in one visit to each room. */
export async function loadWorld(tx: Tx, ctx: Ctx): Promise<World> {
  const now = ctx.now()
  const [inForce, roster, holidays, name, layer] = await Promise.all([
    playbookInForce(tx),
    loadRoster(tx, now),
    holidaysOf(tx),
    findBrandName(tx),
    layerInForce(tx),
  ])
  const loads = await openLoads(
    tx,
    roster.people.map((p) => p.id),
  )
  return {
    now,
    inForce,
    roster,
    holidays,
    loads,
    brandName: name,
    ears: {
      read: textReader(ctx.log),
      habits: layer && { layer, key: gramKey(ctx.keys, ctx.actor.brandId) },
    },
  }
}

export function inboundRows(ctx: Ctx, decided: { i: Incoming; opening: Opening }[]): NewInbound[] {
  return decided
    .map(({ i, opening }) => ({
      id: newId(),
      channel_id: i.channelId,
      external_id: i.externalId,
      payload: ctx.keys
        .seal(ctx.actor.brandId, JSON.stringify({ ...i.body, stars: i.stars, place: i.place }))!
        .toString('hex'),
      ticket_id: opening.id,
    }))
    .sort((a, b) => (a.external_id < b.external_id ? -1 : 1))
}

async function save(
  tx: Tx,
  ctx: Ctx,
  world: World,
  fresh: { i: Incoming; opening: Opening }[],
): Promise<Map<string, Receipt>> {
  const { decided, numbers } = await saveDecided(tx, ctx, world, fresh)
  return new Map(
    decided.map((d) => [
      d.opening.id,
      acknowledgementFor(ctx, world.inForce.playbook, {
        number: numbers.get(d.opening.id)!,
        token: tokenOf(ctx, d),
        opening: d.opening,
        incoming: d.incoming,
        who: d.who,
        shopName: shopName(world, d.incoming.shopId),
        brandName: world.brandName,
        openedAt: world.now,
      }),
    ]),
  )
}

const tokenOf = (ctx: Ctx, { opening }: Decided) => ctx.keys.tokenFor('progress', opening.id)

/**
 * Writes tickets that were decided, with everything that hangs on them; their raw messages are stored already.
 * Shape: `numbers` gives HY-… by the ticket's id. A review of the past announces nothing and is audited with its import.
 */
export async function saveDecided(
  tx: Tx,
  ctx: Ctx,
  world: World,
  fresh: { i: Incoming; opening: Opening }[],
): Promise<{ decided: Decided[]; numbers: Map<string, string> }> {
  if (!fresh.length) return { decided: [], numbers: new Map() }
  const people = await identifyCustomers(
    tx,
    ctx,
    fresh.map(({ i }) => ({
      language: i.sender ? undefined : i.locale,
      ...i.sender,
      contact: i.body.contact,
      name: i.body.name,
    })),
  )
  const openings = await heedHistory(tx, world, fresh, people)
  const decided: Decided[] = fresh.map(({ i }, n) => ({
    incoming: i,
    opening: openings[n]!,
    who: i.author ? { ...people[n]!, name: maskName(i.author), fullName: i.author } : people[n]!,
  }))
  const rows: Opened = { tickets: [], entries: [], clocks: [], notices: [], alarms: [], searches: [] }
  for (const d of decided) addRows(rows, ctx, world, d, tokenOf(ctx, d))
  const saved = await insertOpened(tx, ctx.actor.brandId, world.now, rows)
  const numbers = new Map([...saved].map(([id, number]) => [id, `HY-${number}`]))
  for (const d of decided)
    if (d.incoming.body.photos.length)
      await takePhotos(tx, d.opening.id, d.incoming.body.photos, d.incoming.photoOwner)
  await linkMentioned(tx, ctx, decided.flatMap(mentioned(numbers)))
  await noteTicket(tx, ctx, decided.flatMap(notedOf(world.now)))
  const told = decided.filter((d) => !d.incoming.history)
  await publish(tx, ctx, ...told.flatMap(eventsOf))
  await audit(
    tx,
    ctx,
    ...told.map(({ opening, incoming }) => ({
      action: 'tickets.open',
      subjectKind: 'ticket',
      subjectId: opening.id,
      subject: numbers.get(opening.id)!,
      data: {
        channel: incoming.channelKind,
        kind: opening.kind,
        priority: opening.priority,
        assignee: opening.picked?.person.id ?? null,
        enteredBy: incoming.enteredBy?.id,
      },
    })),
  )
  return { decided, numbers }
}

/** The order it is about, by the number that was given with it, else by those in the words. */
const mentioned =
  (numbers: ReadonlyMap<string, string>) =>
  ({ opening, incoming: { body, shopId, history } }: Decided) => {
    const said = body.orderNumber ? [body.orderNumber] : history ? [] : namedNumbers(body.content)
    return said.map((orderNumber) => ({
      ticketId: opening.id,
      number: numbers.get(opening.id)!,
      orderNumber,
      shopId,
    }))
  }

/** What the customer's file counts: everything that was said, but nothing that says nothing. */
const notedOf =
  (now: Date) =>
  ({ opening, incoming, who }: Decided) => {
    const { history, shopId } = incoming
    if (!who.customerId || (opening.setAside && !history)) return []
    const { id, kind } = opening
    return [{ id, kind, customerId: who.customerId, at: history?.at ?? now, shopId }]
  }

function eventsOf({ opening, incoming }: Decided) {
  const audience = {
    ticketId: opening.id,
    shopId: incoming.shopId,
    staffIds: [opening.picked?.person.id ?? null, ...opening.alarmFor],
  }
  const opened = eventRow(ticketOpened, { ticketId: opening.id }, audience)
  return opening.alarmFor.length
    ? [opened, eventRow(alarmRaised, { ticketId: opening.id, level: 0, called: opening.alarmFor }, audience)]
    : [opened]
}

const shopName = (world: World, shopId: string | null): string =>
  world.roster.shops.find((s) => s.id === shopId)?.name ?? ''
