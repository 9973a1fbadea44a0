import type { Locale } from '#contracts/kit'
import { type IncidentFacts, incidentFacts, sealFacts } from '#domains/incidents'
import { type AlarmFacts, alarmFacts, alarmSentence } from '#domains/insights'
import { findShops, findStaffNames } from '#domains/people'
import { type TicketFacts, ticketFacts } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import { CALLS } from '../hear/notice-groups.ts'
import type { DeliveryRow } from './delivery-data.ts'
import { type Say, shopsMeant } from './shops-meant.ts'
import { type Spoken, spokenOf } from './spoken.ts'

/** What is said: number, shop, category and priority, and where to look. Nothing that a customer wrote or is called by. */
export type Composed = {
  title: string
  body: string
  /** For a message that tells several together. */
  line: string
  url: string
  alarm: boolean
  /** An alarm that nobody has to hear any more: somebody has taken it, or this person has answered. */
  over: boolean
  /** Of the ticket or the incident; empty for neither. */
  number: string
  /** For a call alone. */
  spoken: Spoken
}
type Told = {
  staffIds?: string[]
  level?: number
  channel?: string
  channelId?: string
  endpoint?: string
  /** An early warning: many small voices that say one thing. */
  earlyId?: string
  test?: boolean
  incidentId?: string
  sealId?: string
  /** Of a stop-sale: the shops of whoever is told. */
  shopIds?: string[]
}

export async function compose(ctx: Ctx, tx: Tx, delivery: DeliveryRow, locale: Locale): Promise<Composed> {
  const told = delivery.data as Told
  const say = (key: string, data: Record<string, unknown> = {}) => sentence(locale, 'notify', key, data)
  const ticket = delivery.ticket_id ? await ticketFacts(tx, delivery.ticket_id) : null
  const early = told.earlyId ? await alarmFacts(tx, told.earlyId) : null
  const incident = told.incidentId ? await incidentFacts(tx, told.incidentId, locale) : null
  const seal = told.sealId ? await sealFacts(tx, told.sealId, told.shopIds ?? []) : null
  const shop = ticket?.shopId ? (await findShops(tx, [ticket.shopId])).get(ticket.shopId)?.name : undefined
  const head = ticket
    ? [ticket.number, shop, ticket.categories.map((c) => c.name).join('、')].filter(Boolean).join(' · ')
    : told.earlyId
      ? await alarmSentence(ctx, tx, told.earlyId, locale)
      : incident
        ? `${incident.number} · ${incident.plan}`
        : ''
  const who = await whoIsMeant(tx, delivery, told, say)
  const again = delivery.kind === 'early_emergency' && told.level ? '_again' : ''
  const what = say(`text.${delivery.kind}${again}`, {
    who,
    what: seal?.what ?? '',
    channel: told.channel ?? '',
    endpoint: told.endpoint ?? '',
    round: (told.level ?? 0) + 1,
  })
  const priority = ticket
    ? say('text.priority', { priority: ticket.priority })
    : incident?.drill
      ? say('text.drill')
      : ''
  const url = `${ctx.origin}${pageOf(ticket, told)}`
  return {
    title: `${priority}${what}`,
    body: head,
    line: [`${priority}${what}`, head].filter(Boolean).join(say('text.colon')),
    url,
    alarm: CALLS.includes(delivery.kind),
    over: seal ? !seal.waiting : isOver(delivery, ticket, incident, early),
    number: ticket?.number ?? incident?.number ?? '',
    spoken: await spokenOf(tx, delivery, { ticket, early, incident, seal, shopIds: told.shopIds ?? [] }, say),
  }
}

function isOver(
  row: DeliveryRow,
  ticket: TicketFacts | null,
  incident: IncidentFacts | null,
  early: AlarmFacts | null,
): boolean {
  if (row.kind === 'alarm') return !ticket?.calling
  if (row.kind === 'early_emergency') return !early?.calling
  if (row.kind === 'early_alarm') return !early?.open
  if (row.kind !== 'incident_called') return false
  if (!incident || incident.over) return true
  return row.staff_id !== null && !incident.calling.includes(row.staff_id)
}

function pageOf(ticket: TicketFacts | null, told: Told): string {
  if (ticket) return `/tickets/${ticket.id}`
  if (told.earlyId) return '/alarms'
  if (told.sealId && told.shopIds?.length) return '/seals'
  if (told.incidentId) return `/incidents/${told.incidentId}`
  if (told.channelId) return `/channels/${told.channelId}`
  return told.endpoint ? '/notify' : ''
}

/** A group is told of a stop-sale by the shops that have to act: those who work there may be many. */
async function whoIsMeant(tx: Tx, row: DeliveryRow, told: Told, say: Say): Promise<string> {
  if (!row.robot_id) return say('text.you')
  if (told.sealId) return shopsMeant(tx, told.shopIds ?? [], say)
  const names = await findStaffNames(tx, told.staffIds ?? [])
  return (told.staffIds ?? []).flatMap((id) => names.get(id) ?? []).join(say('text.and'))
}

/** The text of one message to a group. Our name is in each, so that it can serve as the keyword that robots may ask for. */
export function groupText(one: Composed, locale: Locale): string {
  const link = `${sentence(locale, 'notify', 'text.open')}${one.url}`
  return [one.title, one.body, link].filter(Boolean).join('\n')
}
