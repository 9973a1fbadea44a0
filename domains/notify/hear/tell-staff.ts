import { healthChanged } from '#contracts/channels/connect'
import type { Means } from '#contracts/notify'
import { webhookDisabled } from '#contracts/notify/webhooks'
import { alarmRaised, staffNoticed, ticketOpened } from '#contracts/tickets'
import { channelWatcher } from '#domains/channels'
import { findStaffPhones, type Roster } from '#domains/people'
import { type TicketFacts, ticketFacts } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { meansOn } from '../means/sender-data.ts'
import { addressesOf, wishesOf } from '../own/addresses.ts'
import { readPreferences, readSubscribed } from '../own/preference-data.ts'
import { readRobots } from '../robots/robot-data.ts'
import { covers, namedIn, placesOf, within } from '../robots/robot-reach.ts'
import { insertDeliveries, insertRound, type NewDelivery } from '../send/delivery-data.ts'
import { chooseMeans } from './choose-means.ts'
import { administrators } from './concerned.ts'
import { saidOfEarly } from './early-said.ts'
import type { HeardRow } from './heard-data.ts'
import { saidOfIncident } from './incident-said.ts'
import { groupOf } from './notice-groups.ts'
import { FIRST_CALL_S, ringsFor } from './rings.ts'

/** What has to be said to whom, before anybody's wishes. */
type Said = {
  kind: string
  staffIds: string[]
  ticket: TicketFacts | null
  roundId: string | null
  data: Record<string, unknown>
  /** Brought up in groups as well, not only to the persons. */
  robots: boolean
  /** The shops it is about when there is no ticket. */
  shopIds?: string[]
  /** Groups of some place hear it when some of these shops, or every one, is theirs, and only those who answer there are named. */
  near?: 'some' | 'every'
  /** Of which of the shops each person is told, where it is not of all. */
  at?: ReadonlyMap<string, string[]>
  /** What a message is known by instead of its event. */
  dedupe?: string
}

/** Queues what people are told of an event: once, however often it is told (T3). */
export async function tellStaff(
  ctx: Ctx,
  tx: Tx,
  event: HeardRow,
  roster: (tx: Tx) => Promise<Roster>,
): Promise<void> {
  const said = await saidBy(ctx, tx, event, roster)
  if (!said.length) return
  const people = await roster(tx)
  const rows: NewDelivery[] = []
  for (const one of said) {
    if (one.robots) rows.push(...(await toRobots(tx, event, one, people)))
    rows.push(...(await toPeople(ctx, tx, event, one, people)))
  }
  await insertDeliveries(tx, ctx, rows)
}

async function saidBy(
  ctx: Ctx,
  tx: Tx,
  event: HeardRow,
  roster: (tx: Tx) => Promise<Roster>,
): Promise<Said[]> {
  const common = { roundId: null, data: {}, robots: true }
  const ofIncident = await saidOfIncident(tx, event)
  if (ofIncident) return ofIncident.map((one) => ({ ...common, ticket: null, ...one }))
  const ofEarly = await saidOfEarly(ctx, tx, event, roster)
  if (ofEarly) return ofEarly.map((one) => ({ ...common, ticket: null, ...one }))
  if (event.name === webhookDisabled.name) {
    const { name } = webhookDisabled.body.parse(event.body)
    const staffIds = administrators((await roster(tx)).people)
    return [{ ...common, kind: 'webhook_disabled', ticket: null, staffIds, data: { endpoint: name } }]
  }
  if (event.name === healthChanged.name) {
    const { channelId, state, code } = healthChanged.body.parse(event.body)
    const channel = await channelWatcher(tx, channelId)
    if (!channel) return []
    const told = { channelId, channel: channel.name, channelKind: channel.kind, state, code }
    const kind = state === 'ok' ? 'channel_works' : 'channel_fault'
    return [
      { ...common, kind, ticket: null, staffIds: channel.owner_id ? [channel.owner_id] : [], data: told },
    ]
  }
  if (event.name === staffNoticed.name) {
    const { ticketId, notices } = staffNoticed.body.parse(event.body)
    const ticket = await ticketFacts(tx, ticketId)
    if (!ticket) return []
    return [...Map.groupBy(notices, (n) => n.kind)].map(([kind, all]) => ({
      ...common,
      kind,
      ticket,
      staffIds: all.map((n) => n.staffId),
    }))
  }
  if (event.name === alarmRaised.name) {
    const { ticketId, called, level } = alarmRaised.body.parse(event.body)
    const ticket = called ? await ticketFacts(tx, ticketId) : null
    if (!ticket?.calling) return []
    const round = { id: event.event_id, ticket_id: ticketId, level: level ?? 0, at: event.at }
    await insertRound(tx, ctx, round)
    const told = { level: level ?? 0 }
    return [{ ...common, kind: 'alarm', ticket, staffIds: called!, roundId: round.id, data: told }]
  }
  if (event.name !== ticketOpened.name) return []
  // The assignee of a new ticket learns of it here; of a P1, by the alarm.
  const ticket = await ticketFacts(tx, ticketOpened.body.parse(event.body).ticketId)
  if (!ticket?.assigneeId || ticket.calling || ticket.status === 'set_aside') return []
  return [{ ...common, kind: 'assigned', ticket, staffIds: [ticket.assigneeId] }]
}

/** The robots of its shops, of their regions and of the brand that want this sort. */
async function toRobots(tx: Tx, event: HeardRow, said: Said, roster: Roster): Promise<NewDelivery[]> {
  const group = groupOf(said.kind)
  const shopIds = (said.ticket ? [said.ticket.shopId] : (said.shopIds ?? [])).filter((id) => id !== null)
  const robots = (await readRobots(tx))
    .filter((r) => r.on && r.groups.includes(group))
    .map((r) => ({ id: r.id, places: placesOf(r, roster) }))
  return robots
    .filter(({ places }) => covers(places, shopIds, said.near ?? 'some'))
    .map(({ id, places }) => ({
      dedupe: `${said.dedupe ?? event.event_id}:${said.kind}:robot:${id}`,
      means: 'robot',
      robot_id: id,
      staff_id: null,
      ...rowOf(event, said),
      data: {
        ...said.data,
        ...(said.at ? { shopIds: within(places, shopIds) } : {}),
        staffIds: said.near ? namedIn(places, shopIds, said.staffIds, roster) : said.staffIds,
      },
    }))
}

async function toPeople(
  ctx: Ctx,
  tx: Tx,
  event: HeardRow,
  said: Said,
  roster: Roster,
): Promise<NewDelivery[]> {
  const ids = [...new Set(said.staffIds)].filter((id) => roster.people.some((p) => p.id === id))
  if (!ids.length) return []
  const [on, stored, subscribed] = await Promise.all([
    meansOn(tx),
    readPreferences(tx, ids),
    readSubscribed(tx, ids),
  ])
  const rings = on.includes('call') ? await ringsFor(tx, event, said) : null
  const phones = rings || on.includes('sms') ? await findStaffPhones(tx, ctx, ids) : null
  return ids.flatMap((id) => {
    const row = stored.get(id)
    const addresses = addressesOf(ctx, row)
    const has: Means[] = []
    if (addresses.wecomUser) has.push('wecom')
    if (addresses.email) has.push('email')
    if (subscribed.has(id)) has.push('push')
    if (phones?.has(id)) has.push('sms', ...(rings ? (['call'] as const) : []))
    const onDuty = roster.people.find((p) => p.id === id)!.onDuty
    return chooseMeans(groupOf(said.kind), wishesOf(row), { on, has }, onDuty).map((means) => ({
      dedupe: `${said.dedupe ?? event.event_id}:${said.kind}:${means}:${id}`,
      means,
      robot_id: null,
      staff_id: id,
      ...rowOf(event, said),
      data: {
        ...said.data,
        ...(said.at ? { shopIds: said.at.get(id) ?? [] } : {}),
        ...(means === 'call' && rings?.later ? { later: true } : {}),
      },
      ...(means === 'call' && rings?.later ? { waitS: FIRST_CALL_S } : {}),
    }))
  })
}

function rowOf(event: HeardRow, said: Said) {
  return { kind: said.kind, ticket_id: said.ticket?.id ?? null, round_id: said.roundId, at: event.at }
}
