import { messageAdded } from '#contracts/tickets'
import { callChanged } from '#contracts/tickets/calls'
import type { HeardCall } from '#domains/channels'
import { customerOfContact, sealContact } from '#domains/customers'
import { findStaffByLogin } from '#domains/people'
import { type Ctx, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { openDesk, saveDesk } from '../handling/desk.ts'
import { addFact, tell } from '../handling/desk-moves.ts'
import { EVERYTHING } from '../tasks/at-task.ts'
import { giveCallBack, reachedAfterAll, settleCallBacks } from './call-back.ts'
import { type CallRow, lockCall, saveCall } from './call-data.ts'
import { foldCall } from './fold-call.ts'

/**
 * Saves what was heard of one call (I1): browsers of whoever it rings at look at once; a missed call is owed a call back, an answered
 * one settles what was owed to that number; what was made of it in a ticket gets its end and its recording.
 * Shape: returns the ticket the call belongs to; null while it belongs to none.
 */
export async function takeCall(
  tx: Tx,
  caller: Ctx,
  channelId: string,
  event: HeardCall,
): Promise<string | null> {
  const ctx = systemContext(caller, caller.actor.brandId)
  const before = await lockCall(tx, { brandId: ctx.actor.brandId, channelId }, event)
  if (!before) return null
  const staff = event.login ? await findStaffByLogin(tx, event.login) : undefined
  const row = foldCall(before, event, staff?.id ?? null)
  await knowCaller(tx, ctx, row, event)
  return changed(tx, ctx, before, row)
}

/** What follows from a call's change, and its saving. */
export async function changed(tx: Tx, ctx: Ctx, before: CallRow, row: CallRow): Promise<string | null> {
  if (row.state === 'missed') await giveCallBack(tx, ctx, row)
  else if (before.task_id && before.state === 'missed') await reachedAfterAll(tx, ctx, row)
  if (row.answered_at && !before.answered_at) await settleCallBacks(tx, ctx, row)
  await saveCall(tx, row)
  await tellTicket(tx, ctx, before, row)
  const staffIds = [...row.ringing, ...before.ringing, row.staff_id]
  await publish(tx, ctx, eventRow(callChanged, { callId: row.id }, { staffIds }))
  return row.ticket_id
}

/** The number is kept sealed; whose it is is looked up, nobody's file is made for a call that comes to nothing. */
async function knowCaller(tx: Tx, ctx: Ctx, row: CallRow, { number }: HeardCall): Promise<void> {
  if (number && !row.number_index) {
    const contact = sealContact(ctx, number)
    Object.assign(row, {
      number_enc: contact.sealed,
      number_index: contact.index,
      number_masked: contact.masked,
    })
    row.customer_id ??= await customerOfContact(tx, contact)
  }
}

/** A ticket that was made during the call learns how it ended, and that it can be heard. */
async function tellTicket(tx: Tx, ctx: Ctx, before: CallRow, row: CallRow): Promise<void> {
  if (!row.ticket_id || !before.ticket_id) return
  const over = row.state === 'ended' && before.state !== 'ended'
  const heard = row.recording && !before.recording
  if (!over && !heard) return
  const desk = await openDesk(ctx, tx, row.ticket_id, EVERYTHING)
  if (!desk) return
  if (over) addFact(desk, 'call_ended', { callId: row.id, seconds: row.talk_s ?? 0 })
  if (heard) addFact(desk, 'call_recorded', { callId: row.id, recording: true })
  tell(desk, messageAdded)
  await saveDesk(desk)
}
