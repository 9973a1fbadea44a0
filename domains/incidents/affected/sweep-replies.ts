import { familyOf, maskNumbersIn } from '#domains/customers'
import { customerWords, ticketsOfIncident } from '#domains/tickets'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addEntry, notify } from '../desk/moves.ts'
import { linkKnown } from '../linked/link-tickets.ts'
import * as data from './affected-data.ts'
import { forgetHeard, heardWaiting, putOffHeard, takeHeard, threadOnce } from './replies-data.ts'
import { LISTEN_DAYS } from './sweep-affected.ts'

const TOGETHER = 200
const DAY_MS = 86_400_000
const SHOWN_SIGNS = 500
const MOST_TRIES = 10
const FIRST_WAIT_S = 5
const PROBLEM_SIGNS = 300
const EVERY_TICKET = { shops: 'all' as const, own: false, staffId: null }

/**
 * Threads what affected customers write into the rooms that wrote to them (E3): the ticket belongs to the incident, each message once.
 * Shape: what can't be threaded is tried ten times over about forty minutes and then set aside with its problem; the others go on meanwhile.
 */
export async function sweepReplies(services: Services): Promise<number> {
  const waiting = await heardWaiting(services.db.open, services.now(), TOGETHER)
  for (const { brand_id, event_id } of waiting) {
    const ctx = systemContext(services, brand_id)
    try {
      await ctx.transaction((tx) => take(ctx, tx, event_id))
    } catch (error) {
      await putOff(ctx, event_id, error)
    }
  }
  return waiting.length
}

async function putOff(ctx: Ctx, eventId: string, error: unknown): Promise<void> {
  const to = await ctx.transaction(async (tx) => {
    const heard = await takeHeard(tx, eventId)
    if (!heard) return undefined
    const waitMs = FIRST_WAIT_S * 2 ** heard.tries * 1000
    const next = heard.tries + 1 < MOST_TRIES ? new Date(ctx.now().getTime() + waitMs) : null
    await putOffHeard(tx, eventId, next, String(error).slice(0, PROBLEM_SIGNS))
    return next
  })
  const fate = to === null ? 'it is set aside' : 'it is tried again'
  ctx.log.error({ err: error, event: eventId }, `an answer could not be threaded; ${fate}`)
}

async function take(ctx: Ctx, tx: Tx, eventId: string): Promise<void> {
  const heard = await takeHeard(tx, eventId)
  if (!heard) return
  await forgetHeard(tx, eventId)
  const [ticket] = await ticketsOfIncident(tx, EVERY_TICKET, [heard.ticket_id])
  if (!ticket?.customerId) return
  const family = await familyOf(tx, ticket.customerId)
  const since = new Date(ctx.now().getTime() - LISTEN_DAYS * DAY_MS)
  for (const person of await data.toldSince(tx, family, since)) {
    const desk = await openIncidentDesk(ctx, tx, person.incident_id)
    if (desk && (await thread(desk, person, ticket))) await saveIncidentDesk(desk)
  }
}

type Ticket = Awaited<ReturnType<typeof ticketsOfIncident>>[number]

async function thread(desk: IncidentDesk, person: data.PersonRow, ticket: Ticket): Promise<boolean> {
  const { incident, tx } = desk
  const words = await customerWords(tx, ticket.id, person.told_at!)
  const fresh = await threadOnce(
    tx,
    words.map(({ entryId }) => ({
      brand_id: incident.brand_id,
      affected_id: person.id,
      ticket_id: ticket.id,
      entry_id: entryId,
    })),
  )
  const said = words.filter(({ entryId }) => fresh.has(entryId))
  if (!said.length) return false
  await linkKnown(desk, [ticket], '', { involve: false })
  for (const { text } of said)
    addEntry(desk, {
      kind: 'reply',
      text: maskNumbersIn(text).slice(0, SHOWN_SIGNS),
      data: { number: ticket.number },
      ticketId: ticket.id,
    })
  await data.updatePerson(tx, person.id, {
    state: 'replied',
    ticket_id: person.ticket_id ?? ticket.id,
    replied_at: person.replied_at ?? said[0]!.at,
  })
  notify(desk, [incident.leader_id], 'incident_reply')
  return true
}
