import type { z } from 'zod'
import { type SendReply, ticketChanged } from '#contracts/tickets'
import { loadRoster } from '#domains/people'
import { type Ctx, contextFor, type Services, type StaffActor, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { newId, noticedEvent, openDesk, saveDesk } from '../handling/desk.ts'
import { insertNotices } from '../handling/desk-data.ts'
import {
  attempt,
  deleteHeld,
  dueHeld,
  type HeldRow,
  lockForComposer,
  lockHeld,
  postponeHeld,
  refuseHeld,
  sentFrom,
} from './composer-data.ts'
import { giveBack } from './drafts.ts'
import { composerErrors } from './errors.ts'
import { draftFrom, HELD_ACTION, type HeldMode, sayHeld } from './hold.ts'
import { tellComposers } from './presence.ts'

const MOST = 100
const AGAIN_MS = 60_000

/**
 * Sends what was held back and not undone, over all brands, each message in a transaction of its own and as the person who wrote it.
 * Two workers never send the same one: it is deleted in the transaction that says it, and rows are locked. A killed one leaves it to
 * the next.
 */
export async function sweepHeld(services: Services): Promise<number> {
  const found = await dueHeld(services.db.open, services.now(), MOST)
  let done = 0
  for (const { brand_id, id, ticket_id } of found) {
    try {
      if (await services.db.inBrand(brand_id, (tx) => sendDue(services, tx, id, ticket_id))) done += 1
    } catch (error) {
      services.log.error({ err: error, heldId: id }, 'a held message could not be sent; it is tried again')
      const later = new Date(services.now().getTime() + AGAIN_MS)
      await services.db.inBrand(brand_id, (tx) => postponeHeld(tx, id, later))
    }
  }
  return done
}

async function sendDue(services: Services, tx: Tx, id: string, ticketId: string): Promise<boolean> {
  if (!(await lockForComposer(tx, ticketId, { skipLocked: true }))) return false
  const held = await lockHeld(tx, id, ticketId)
  if (!held || held.problem) return false
  await sendAs(services, tx, held)
  return true
}

/**
 * Sends the own held message without waiting. What comes of it stands in the composer's state, a refusal as well.
 * Errors: composer.heldNotFound; composer.alreadySent.
 */
export function sendNow(ctx: Ctx, ticketId: string, heldId: string): Promise<void> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    await lockForComposer(tx, ticketId)
    const held = await lockHeld(tx, heldId, ticketId, staffId)
    if (!held) {
      const sent = await sentFrom(tx, ticketId, heldId, staffId)
      throw sent ? composerErrors.alreadySent() : composerErrors.heldNotFound()
    }
    if (!held.problem) await sendAs(ctx, tx, held)
  })
}

/** As the person who wrote it, with what this person may do now: everything is asked again. */
async function sendAs(services: Services, tx: Tx, held: HeldRow): Promise<void> {
  const actor = await senderOf(services, tx, held)
  const ctx = contextFor(services, actor ?? nobody(held))
  try {
    if (!actor) throw composerErrors.senderGone({ name: held.by_name })
    await attempt(tx, async () => {
      const mode = held.mode as HeldMode
      const desk = await openDesk(ctx, tx, held.ticket_id, scopeOf(actor, HELD_ACTION[mode]))
      if (!desk) throw ticketErrors.notFound()
      await sayHeld(desk, mode, held.body as z.input<typeof SendReply>, held.id)
      await deleteHeld(tx, held.id)
      await saveDesk(desk)
    })
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    await bringBack(ctx, tx, held, error)
  }
  await tellComposers(tx, ctx, held.ticket_id)
}

/** It could not be sent after all: the text is back in the field, and its writer is told. */
async function bringBack(ctx: Ctx, tx: Tx, held: HeldRow, refusal: AppError): Promise<void> {
  await refuseHeld(tx, held.id, refusal.code, refusal.data)
  await giveBack(tx, draftFrom(held, ctx.now()))
  const { ticket_id, staff_id } = held
  const notices = [{ staff_id, id: newId(), ticket_id, kind: 'not_sent' as const, at: ctx.now(), tab: '' }]
  await insertNotices(tx, held.brand_id, notices)
  await publish(
    tx,
    ctx,
    eventRow(ticketChanged, { ticketId: ticket_id }, { ticketId: ticket_id, staffIds: [staff_id] }),
    ...noticedEvent(ticket_id, notices),
  )
}

async function senderOf(services: Services, tx: Tx, held: HeldRow): Promise<StaffActor | null> {
  const { people } = await loadRoster(tx, services.now())
  const person = people.find((p) => p.id === held.staff_id)
  return person ? { ...nobody(held), name: person.name, grants: person.roles } : null
}

function nobody(held: HeldRow): StaffActor {
  const { brand_id: brandId, staff_id: staffId, by_name: name } = held
  return { kind: 'staff', brandId, staffId, sessionId: '', name, grants: [] }
}
