import type { Receipt } from '#contracts/channels'
import { alarmRaised, ticketOpened } from '#contracts/tickets'
import { insertOutbound, type NewInbound, storeInbound, takePhotos } from '#domains/channels'
import { type Identified, identifyCustomers, personalWords } from '#domains/customers'
import { findBrandName, loadRoster } from '#domains/people'
import { holidaysOf, playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { eventRow, publish } from '#platform/events/publish'
import { newId } from '../handling/desk.ts'
import { openLoads } from '../handling/desk-data.ts'
import { ticketForOutbox } from '../handling/desk-moves.ts'
import { foldForSearch } from '../search/search-words.ts'
import { firstWords } from '../search/ticket-words.ts'
import { acknowledgementFor, receiptOf } from './acknowledgement.ts'
import { checkIncoming } from './check-incoming.ts'
import { decideOpening, type Incoming, type Opening, type World } from './decide-opening.ts'
import { findReceipts, insertOpened, type NewTicket, type Opened } from './opening-data.ts'

type Decided = {
  incoming: Incoming
  opening: Opening
  who: Identified
  acknowledgement: string
  inboundId: string
}

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
): Promise<string> {
  const world = await loadWorld(tx, ctx)
  const checked = checkIncoming(incoming, world)
  const opening = decideOpening(checked, world)
  const receipts = await save(tx, ctx, world, [{ i: checked, opening }])
  const { number, acknowledgement } = receipts.get(opening.id)!
  if (channelSends && acknowledgement && !opening.setAside)
    await insertOutbound(tx, ctx, world.now, [
      {
        id: newId(),
        channel_id: incoming.channelId,
        ticket_id: opening.id,
        conversation_id: incoming.stored?.conversationId ?? null,
        payload: {
          text: acknowledgement,
          photos: [],
          purpose: 'acknowledgement',
          ticket: ticketForOutbox(ctx, {
            id: opening.id,
            number: Number(number.slice('HY-'.length)),
            title: opening.title,
          }),
        },
      },
    ])
  return opening.id
}

/** The same for those that must all be right. Errors: the first that checkIncoming refuses. */
export async function openTickets(ctx: Ctx, incoming: readonly Incoming[]): Promise<Receipt[]> {
  const results = await openEach(ctx, incoming)
  return results.map((r) => {
    if (r instanceof AppError) throw r
    return r
  })
}

function attempt<T>(check: () => T): T | AppError {
  try {
    return check()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

const keyOf = (i: Incoming): string => `${i.channelId} ${i.externalId}`

/** Everything a decision looks at, in one visit to each room. */
export async function loadWorld(tx: Tx, ctx: Ctx): Promise<World> {
  const now = ctx.now()
  const [inForce, roster, holidays, name] = await Promise.all([
    playbookInForce(tx),
    loadRoster(tx, now),
    holidaysOf(tx),
    findBrandName(tx),
  ])
  const loads = await openLoads(
    tx,
    roster.people.map((p) => p.id),
  )
  return { now, inForce, roster, holidays, loads, brandName: name }
}

function inboundRows(ctx: Ctx, decided: { i: Incoming; opening: Opening }[]): NewInbound[] {
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
  if (!fresh.length) return new Map()
  const people = await identifyCustomers(
    tx,
    ctx,
    fresh.map(({ i }) => ({ contact: i.body.contact, name: i.body.name })),
  )
  const decided: Decided[] = fresh.map(({ i, opening }, n) => ({
    incoming: i,
    opening,
    who: people[n]!,
    acknowledgement: '',
    inboundId: '',
  }))
  const tokens = new Map(decided.map((d) => [d.opening.id, ctx.keys.tokenFor('progress', d.opening.id)]))
  const rows: Opened = { tickets: [], entries: [], clocks: [], notices: [], alarms: [], searches: [] }
  for (const d of decided) addRows(rows, ctx, world, d, tokens.get(d.opening.id)!)
  const numbers = await insertOpened(tx, ctx.actor.brandId, world.now, rows)
  for (const d of decided)
    if (d.incoming.body.photos.length)
      await takePhotos(tx, d.opening.id, d.incoming.body.photos, d.incoming.photoOwner)
  await publish(
    tx,
    ctx,
    ...decided.flatMap(({ opening, incoming }) => {
      const audience = {
        ticketId: opening.id,
        shopId: incoming.shopId,
        staffIds: [opening.picked?.person.id ?? null, ...opening.alarmFor],
      }
      const opened = eventRow(ticketOpened, { ticketId: opening.id }, audience)
      return opening.alarmFor.length
        ? [opened, eventRow(alarmRaised, { ticketId: opening.id }, audience)]
        : [opened]
    }),
  )
  await audit(
    tx,
    ctx,
    ...decided.map(({ opening, incoming }) => ({
      action: 'tickets.open',
      subjectKind: 'ticket',
      subjectId: opening.id,
      subject: `HY-${numbers.get(opening.id)}`,
      data: {
        channel: incoming.channelKind,
        kind: opening.kind,
        priority: opening.priority,
        assignee: opening.picked?.person.id ?? null,
        enteredBy: incoming.enteredBy?.id,
      },
    })),
  )
  return new Map(
    decided.map((d) => {
      const number = `HY-${numbers.get(d.opening.id)}`
      return [
        d.opening.id,
        acknowledgementFor(ctx, world.inForce.playbook, {
          number,
          token: tokens.get(d.opening.id)!,
          opening: d.opening,
          incoming: d.incoming,
          who: d.who,
          shopName: shopName(world, d.incoming.shopId),
          brandName: world.brandName,
          openedAt: world.now,
        }),
      ]
    }),
  )
}

const shopName = (world: World, shopId: string | null): string =>
  world.roster.shops.find((s) => s.id === shopId)?.name ?? ''

function addRows(
  rows: Opened,
  ctx: Ctx,
  world: World,
  { incoming, opening, who }: Decided,
  token: string,
): void {
  const { body } = incoming
  const ticket: NewTicket = {
    id: opening.id,
    token_hash: hashSecret(token).toString('hex'),
    status: opening.setAside ? 'set_aside' : 'assigned',
    kind: opening.kind,
    categories: opening.categories,
    severity: opening.severity,
    impact: opening.impact,
    priority: opening.priority,
    triage: { by: 'rules', byName: '', reasons: opening.reasons },
    title: opening.title,
    excerpt: opening.excerpt,
    content: body.content,
    fields: {
      mood: body.mood,
      stars: incoming.stars,
      wants: body.wants,
      purchasedAt: body.purchasedAt,
      orderNumber: body.orderNumber,
      missing: opening.missing,
      enteredBy: incoming.enteredBy?.name,
    },
    customer_id: who.customerId,
    customer_name: who.name,
    channel_id: incoming.channelId,
    channel_kind: incoming.channelKind,
    shop_id: incoming.shopId,
    place: incoming.place || body.table || '',
    locale: incoming.locale,
    playbook_version_id: world.inForce.versionId,
    rule_index: opening.ruleIndex,
    team: opening.responsible.team.key,
    assignee_id: opening.picked?.person.id ?? null,
    due_at: opening.due?.due_at ?? null,
    due_metric: opening.due?.due_metric ?? null,
    photos: body.photos.length,
    conversation_id: incoming.stored?.conversationId ?? null,
    closed: opening.setAside,
  }
  rows.tickets.push(ticket)
  const words = firstWords(ticket, {
    brandId: ctx.actor.brandId,
    openedAt: world.now,
    orderNumber: body.orderNumber,
    personal: personalWords(ctx, { name: foldForSearch(who.fullName), contact: body.contact ?? '' }),
  })
  rows.searches.push({ ticket_id: opening.id, words: words.join(' ') })
  const by = incoming.enteredBy
    ? { by_kind: 'staff' as const, by_id: incoming.enteredBy.id, by_name: incoming.enteredBy.name, role: '' }
    : { by_kind: 'customer' as const, by_id: null, by_name: '', role: '' }
  const system = { by_kind: 'system' as const, by_id: null, by_name: '', role: '', text: '' }
  const common = { ticket_id: opening.id, at: world.now }
  rows.entries.push(
    {
      ...common,
      id: newId(),
      kind: 'message_in',
      fact: '',
      ...by,
      text: body.content,
      data: {
        photos: body.photos,
        category: body.category,
        mood: body.mood,
        stars: incoming.stars,
        ...incoming.stored?.facts,
      },
    },
    {
      ...common,
      id: newId(),
      kind: 'fact',
      fact: opening.setAside ? 'set_aside' : 'opened',
      ...system,
      data: {
        kind: opening.kind,
        categories: opening.categories,
        priority: opening.priority,
        severity: opening.severity,
        impact: opening.impact,
        reasons: opening.reasons.map((r) => r.text),
        team: opening.responsible.team.key,
        assignee: opening.picked?.person.name ?? '',
        assigneeId: opening.picked?.person.id ?? null,
        offDuty: opening.picked ? !opening.picked.onDuty : false,
        reason: opening.setAside ? 'empty' : undefined,
      },
    },
  )
  if (!opening.setAside)
    rows.entries.push({
      ...common,
      id: newId(),
      kind: 'fact',
      fact: 'acknowledged',
      ...system,
      data: { clock: 'acknowledge' },
    })
  rows.clocks.push(...opening.clocks.map((c) => ({ ...c, ticket_id: opening.id })))
  if (opening.picked && !opening.alarmFor.length && !opening.setAside) {
    rows.notices.push({
      staff_id: opening.picked.person.id,
      id: newId(),
      ticket_id: opening.id,
      kind: 'assigned',
      at: world.now,
    })
  }
  for (const staff_id of opening.alarmFor)
    rows.notices.push({ staff_id, id: newId(), ticket_id: opening.id, kind: 'alarm', at: world.now })
  if (opening.alarmFor.length) {
    rows.alarms.push({
      ticket_id: opening.id,
      next_at: new Date(world.now.getTime() + world.inForce.playbook.sla.alarmEverySec * 1000),
    })
  }
}
