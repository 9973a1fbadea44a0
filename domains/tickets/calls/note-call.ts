import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import { ENDED, messageAdded, type TicketStatus } from '#contracts/tickets'
import { type CallFeedback, type ContinueTicket, callChanged } from '#contracts/tickets/calls'
import { loadRoster } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { answered, goOn } from '../handling/reply.ts'
import { receiptOf } from '../intake/acknowledgement.ts'
import { openStored } from '../intake/open-tickets.ts'
import { findReceipts } from '../intake/opening-data.ts'
import { EVERYTHING } from '../tasks/at-task.ts'
import { keepContacts } from '../tasks/open-tasks.ts'
import { addWords } from '../triage/hear-words.ts'
import { type CallRow, lockCallById, saveCall } from './call-data.ts'
import { callErrors } from './errors.ts'

/**
 * 记一笔: the ticket of a call, written while the customer is on the line; the number comes from the call and is shown to nobody.
 * Shape:  the same submission again gets the same receipt.
 * Errors: calls.notFound out of reach, calls.alreadyNoted, tickets.shopUnknown, tickets.nothingSaid.
 */
export function noteCall(ctx: Ctx, id: string, input: z.infer<typeof CallFeedback>): Promise<Receipt> {
  return ctx.transaction(async (tx) => {
    const row = await callInReach(tx, ctx, id, 'tickets.enter')
    const staff = staffOf(ctx)
    if (row.ticket_id && row.submission_id === input.submissionId) return receiptFor(tx, ctx, row.ticket_id)
    if (row.ticket_id && row.state !== 'missed') throw callErrors.alreadyNoted()
    const { submissionId, shopId, ...body } = input
    if (!covers(scopeOf(staff, 'tickets.enter'), { shopId, ownerId: shopId ? null : staff.staffId }))
      throw ticketErrors.shopUnknown({}, 'shopId')
    if (shopId && !(await loadRoster(tx, ctx.now())).shops.some((s) => s.id === shopId))
      throw ticketErrors.shopUnknown({}, 'shopId')
    if (!body.content && !body.category) throw ticketErrors.nothingSaid({}, 'content')
    const contact = ctx.keys.open(row.brand_id, row.number_enc)
    const ticketId = await openStored(
      tx,
      ctx,
      {
        channelId: row.channel_id,
        channelKind: 'phone',
        externalId: row.linked_id,
        shopId,
        place: '',
        locale: 'zh-CN',
        body: { ...body, photos: [], ...(contact ? { contact } : {}) },
        photoOwner: '',
        facts: { callId: row.id },
        enteredBy: { id: staff.staffId, name: staff.name },
      },
      false,
    )
    await atCallsTicket({ tx, ctx, row, ticketId, reach: EVERYTHING }, async (desk) => {
      row.customer_id = desk.ticket.customer_id
    })
    row.submission_id = submissionId
    await link(tx, ctx, row, ticketId)
    return receiptFor(tx, ctx, ticketId)
  })
}

async function receiptFor(tx: Tx, ctx: Ctx, ticketId: string): Promise<Receipt> {
  const [ticket] = await findReceipts(tx, [ticketId])
  if (!ticket) throw callErrors.notFound()
  return receiptOf(tx, ctx, ticket)
}

/**
 * 接着这张单子: the call belongs to an open ticket of the caller; what was said is a line of its own there, and counts as having talked.
 * Shape:  the same again changes nothing.
 * Errors: calls.notFound out of reach, calls.ticketUnknown, calls.ticketEnded, calls.alreadyNoted when it belongs to another one.
 */
export function continueTicket(ctx: Ctx, id: string, input: z.infer<typeof ContinueTicket>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await callInReach(tx, ctx, id, 'tickets.enter')
    if (row.ticket_id === input.ticketId) return
    if (row.ticket_id && row.state !== 'missed') throw callErrors.alreadyNoted()
    const reach = scopeOf(ctx.actor, 'tickets.note')
    await atCallsTicket({ tx, ctx, row, ticketId: input.ticketId, reach }, async (desk) => {
      if (ENDED.includes(desk.ticket.status as TicketStatus)) throw callErrors.ticketEnded()
      if (input.note) addWords(desk, { text: input.note }, { callId: row.id, photos: [] })
      if (row.answered_at) {
        if (desk.ticket.status === 'waiting_customer') goOn(desk)
        else if (desk.ticket.status === 'assigned') answered(desk)
        await keepContacts(desk)
      }
      tell(desk, messageAdded)
      touch(desk)
      record(desk, 'tickets.continueByCall', { call: row.id })
    })
    await link(tx, ctx, row, input.ticketId)
  })
}

type Linking = { tx: Tx; ctx: Ctx; row: CallRow; ticketId: string; reach: Scope | null }

/** The ticket within reach, with the call as a line in its timeline. */
async function atCallsTicket(linking: Linking, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { tx, ctx, row, ticketId, reach } = linking
  const desk = await openDesk(ctx, tx, ticketId, reach, { partakes: true })
  if (!desk) throw callErrors.ticketUnknown({}, 'ticketId')
  addFact(desk, row.direction === 'outbound' ? 'call_out' : 'call_in', {
    callId: row.id,
    ...(row.talk_s === null ? {} : { seconds: row.talk_s }),
    ...(row.recording ? { recording: true } : {}),
  })
  await work(desk)
  await saveDesk(desk)
}

async function link(tx: Tx, ctx: Ctx, row: CallRow, ticketId: string): Promise<void> {
  row.ticket_id = ticketId
  await saveCall(tx, row)
  await tellMine(tx, ctx, row)
}

/** Nothing to write down: the panel goes, for this person. Errors: calls.notFound out of reach. */
export function putAway(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await callInReach(tx, ctx, id, 'tickets.enter')
    const { staffId } = staffOf(ctx)
    if (!row.put_away.includes(staffId)) row.put_away = [...row.put_away, staffId]
    await saveCall(tx, row)
    await tellMine(tx, ctx, row)
  })
}

/** The number in the clear, with the reason in the audit trail (G1). Errors: calls.notFound, also when the number is withheld. */
export function revealNumber(ctx: Ctx, id: string, reason: string): Promise<{ number: string }> {
  return ctx.transaction(async (tx) => {
    const row = await callInReach(tx, ctx, id, 'customers.reveal')
    if (!row.number_enc) throw callErrors.notFound()
    await audit(tx, ctx, {
      action: 'customers.reveal',
      subjectKind: 'call',
      subjectId: row.id,
      subject: row.number_masked,
      data: { reason },
    })
    return { number: ctx.keys.open(row.brand_id, row.number_enc) }
  })
}

function tellMine(tx: Tx, ctx: Ctx, row: CallRow): Promise<void> {
  return publish(tx, ctx, eventRow(callChanged, { callId: row.id }, { staffIds: [staffOf(ctx).staffId] }))
}

/** Calls belong to the whole brand, or to whom they rang at. */
async function callInReach(tx: Tx, ctx: Ctx, id: string, action: string): Promise<CallRow> {
  const row = await lockCallById(tx, id)
  const { staffId } = staffOf(ctx)
  const mine =
    row && action === 'tickets.enter' && (row.staff_id === staffId || row.ringing.includes(staffId))
  if (!row || !covers(scopeOf(ctx.actor, action), { shopId: null, ownerId: mine ? staffId : null }))
    throw callErrors.notFound()
  return row
}
