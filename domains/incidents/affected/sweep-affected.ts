import { outboundStates } from '#domains/channels'
import { type Services, systemContext } from '#platform/context'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { dueRooms } from '../desk/due-data.ts'
import { addFact, record } from '../desk/moves.ts'
import * as data from './affected-data.ts'
import { holdComplainants } from './complainants.ts'
import { failed, tellAfterClosing } from './not-reached.ts'
import { tellNext } from './send-affected.ts'

const MOST_ROOMS = 50
const LOOKED_AT = 500
const DAY_MS = 86_400_000
/** Whoever writes back within so many days answers the message. */
export const LISTEN_DAYS = 30
/** How often the fates of messages are looked at: soon in the beginning, then ever more seldom. */
const SOONEST_MS = 5_000
const LATEST_MS = 600_000

/** Sends the messages that were approved and watches what becomes of them (E3). */
export async function sweepAffected(services: Services): Promise<number> {
  let done = 0
  for (const { brand_id, incident_id } of await dueRooms(
    services.db.open,
    'affected_due',
    services.now(),
    MOST_ROOMS,
  )) {
    const ctx = systemContext(services, brand_id)
    try {
      done += await ctx.transaction(async (tx) => {
        const desk = await openIncidentDesk(ctx, tx, incident_id, { skipLocked: true })
        return desk ? goOn(desk) : 0
      })
    } catch (error) {
      services.log.error({ err: error, incidentId: incident_id }, 'affected customers could not be told yet')
    }
  }
  return done
}

/** The next step of one room; its screens are told when there is something to see. */
async function goOn(desk: IncidentDesk): Promise<number> {
  const done = await ringAffected(desk)
  if (done === 'changed') await saveIncidentDesk(desk)
  return done ? 1 : 0
}

/** Sends to the next, or looks what became of those who were written to. Shape: null when nothing was due. */
export async function ringAffected(desk: IncidentDesk): Promise<'changed' | 'same' | null> {
  const { incident, now, tx } = desk
  const row = await data.findAffected(tx, incident.id)
  if (!row?.next_at || row.next_at > now) return null
  const before = row.state
  const told = row.state === 'approved' || row.state === 'sending' ? await sendSome(desk, row) : 0
  const settled = told ? 0 : await settle(desk, row)
  await data.saveAffected(tx, row)
  return told || settled || row.state !== before ? 'changed' : 'same'
}

async function sendSome(desk: IncidentDesk, row: data.AffectedRow): Promise<number> {
  const { incident, now, tx } = desk
  if (row.state === 'approved' && !incident.drill)
    await data.listenUntil(tx, incident.brand_id, new Date(now.getTime() + LISTEN_DAYS * DAY_MS))
  // Files may have been merged since the words were approved.
  if (row.state === 'approved') await holdComplainants(desk, row)
  row.state = 'sending'
  const dealtWith = await tellNext(desk, row)
  if (dealtWith) return dealtWith
  row.state = 'sent'
  const { told: count, byHand } = await data.countTold(tx, incident.id)
  const states = await data.countStates(tx, incident.id)
  const complained = states.get('complained')
  addFact(desk, 'affected_sent', {
    count,
    byHand,
    ...(complained ? { complained } : {}),
    ...(incident.drill ? { drill: true } : {}),
  })
  record(desk, 'sendAffected', Object.fromEntries(states))
  return 0
}

/** What became of all that is on its way: what has no end yet holds nothing else up. Shape: how many have an end now. */
async function settle(desk: IncidentDesk, row: data.AffectedRow): Promise<number> {
  const { incident, now, tx } = desk
  let settled = 0
  let left = 0
  let youngest = 0
  for (let after: string | undefined; ; ) {
    const waiting = await data.peopleIn(tx, incident.id, {
      state: 'queued',
      limit: LOOKED_AT,
      ...(after ? { after } : {}),
    })
    const { ended, again } = await settleThese(desk, row, waiting)
    settled += ended
    left += waiting.length - ended + again
    youngest = Math.max(youngest, ...waiting.map((person) => person.told_at?.getTime() ?? 0))
    if (waiting.length < LOOKED_AT) break
    after = waiting.at(-1)!.id
  }
  row.next_at = left ? new Date(now.getTime() + waitMs(youngest, now)) : null
  return settled
}

/** Shape: how many have an end now, and how many of these may be on their way once more. */
async function settleThese(
  desk: IncidentDesk,
  row: data.AffectedRow,
  waiting: readonly data.PersonRow[],
): Promise<{ ended: number; again: number }> {
  const { tx } = desk
  const states = waiting.length
    ? await outboundStates(
        tx,
        waiting.flatMap((person) => person.message_id ?? []),
      )
    : []
  const fates = new Map(states.map((message) => [message.id, message]))
  const fateOf = (person: data.PersonRow) => fates.get(person.message_id ?? '')
  const reached = waiting.filter((p) => ['sent', 'delivered', 'read'].includes(fateOf(p)?.state ?? ''))
  await data.setReached(
    tx,
    reached.map((p) => p.id),
  )
  const lost = waiting.filter((p) => ['failed', 'dropped'].includes(fateOf(p)?.state ?? ''))
  // Two files of one customer have one message: it fails once.
  const byMessage = new Map(lost.map((person) => [person.message_id, person]))
  let calls = false
  for (const person of byMessage.values())
    if (await failed(desk, row, person, fateOf(person)?.problem ?? '')) calls = true
  if (calls) await tellAfterClosing(desk)
  return { ended: reached.length + lost.length, again: lost.length }
}

function waitMs(youngest: number, now: Date): number {
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, (now.getTime() - youngest) / 2))
}
