import { messageAdded } from '#contracts/tickets'
import type { DecidePlatformCase, PlatformCase, PlatformDeed } from '#contracts/tickets/platform-case'
import { outboundStates, type PlatformConversation, platformConversation } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { addEntry, record, tell, ticketForOutbox, touch } from '../handling/desk-moves.ts'
import { answered } from '../handling/reply.ts'
import { isOwnCase, refuseOwnCase } from '../investigation/own-case.ts'
import { answerGiven } from '../tasks/answer-by.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { deedsAllowed, isFinished } from './deeds-allowed.ts'
import { caseErrors } from './errors.ts'
import { deedEntries } from './platform-case-data.ts'

const NEEDS_REASON: readonly PlatformDeed[] = ['reject_refund', 'supply_proof']
const OVER = ['merged', 'set_aside']

/** The complaint at a platform that a ticket is about, and what we may still decide there; null for every other ticket. Errors: tickets.notFound. */
export function readPlatformCase(ctx: Ctx, ticketId: string): Promise<PlatformCase | null> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const found = await platformConversation(tx, ctx, ticket.conversation_id)
    if (!found) return null
    const view = await viewOf(tx, found, ticket)
    const mayDecide = await findTicket(tx, scopeOf(ctx.actor, 'tickets.decideCase'), ticketId)
    return mayDecide && !isOwnCase({ ctx, ticket: mayDecide }) ? view : { ...view, can: [] }
  })
}

/**
 * Decides at the platform: finish the complaint, agree to the refund, refuse it with a reason, or prove our side. Sent by the outbox like an answer, and counts as one.
 * Errors: platformCase.none, platformCase.notNow, platformCase.reasonMissing, investigation.ownCase, tickets.notFound.
 */
export function decidePlatformCase(
  ctx: Ctx,
  ticketId: string,
  input: DecidePlatformCase,
): Promise<PlatformCase> {
  return atDesk(ctx, ticketId, 'tickets.decideCase', async (desk) => {
    const { ticket, tx } = desk
    const found = await platformConversation(tx, ctx, ticket.conversation_id)
    if (!found || !ticket.conversation_id) throw caseErrors.none()
    refuseOwnCase(desk)
    const now = await viewOf(tx, found, ticket)
    if (!now.can.includes(input.deed)) throw caseErrors.notNow({}, 'deed')
    if (NEEDS_REASON.includes(input.deed) && !input.reason) throw caseErrors.reasonMissing({}, 'reason')
    const id = queueDeed(desk, found, input)
    answered(desk)
    await answerGiven(desk, ticket.conversation_id)
    touch(desk)
    tell(desk, messageAdded)
    record(desk, 'tickets.decideCase', { deed: input.deed, platform: found.kind, message: id })
    const mine = {
      deed: input.deed,
      at: desk.now.toISOString(),
      by: '',
      reason: input.reason,
      state: 'queued',
      problem: '',
    }
    const done = [...now.done, { ...mine, by: ctx.actor.kind === 'staff' ? ctx.actor.name : '' }]
    return { ...now, done, answerBy: null, can: allowed(found, done) }
  })
}

/** A line in the timeline whose id is the outbox message's, so that its fate is known. */
function queueDeed(desk: Desk, found: PlatformConversation, { deed, reason }: DecidePlatformCase): string {
  const { ticket, ctx } = desk
  const id = addEntry(desk, {
    kind: 'fact',
    fact: `case_${deed}`,
    data: { deed, platform: found.kind },
    text: reason,
  })
  desk.outbound.push({
    id,
    channel_id: found.channelId,
    ticket_id: ticket.id,
    conversation_id: ticket.conversation_id,
    payload: {
      text: '',
      photos: [],
      purpose: 'reply',
      ticket: ticketForOutbox(ctx, ticket),
      deed: { name: deed, data: { reason } },
    },
  })
  return id
}

async function viewOf(
  tx: Tx,
  found: PlatformConversation,
  ticket: { id: string; status: string; conversation_id: string | null },
): Promise<PlatformCase> {
  const { kind, state, address } = found
  const entries = await deedEntries(tx, ticket.id)
  const states = entries.length
    ? await outboundStates(
        tx,
        entries.map((e) => e.id),
      )
    : []
  const fates = new Map(states.map((s) => [s.id, s]))
  const done = entries.map((e) => ({
    deed: e.fact.slice('case_'.length) as PlatformDeed,
    at: e.at.toISOString(),
    by: e.by_name,
    reason: e.text,
    state: fates.get(e.id)?.state ?? 'dropped',
    problem: fates.get(e.id)?.problem ?? '',
  }))
  const owed = (await tasksOf(tx, ticket.id)).find(
    (t) => t.kind === 'contact' && t.state === 'open' && t.about_id === ticket.conversation_id,
  )
  const phase = String(state.phase ?? '')
  return {
    kind,
    id: typeof state.orderId === 'string' ? state.orderId : address,
    phase,
    finished: isFinished({ kind, phase }),
    refundMinor: typeof state.refundMinor === 'number' ? state.refundMinor : null,
    answerBy: owed?.due_at.toISOString() ?? null,
    done,
    can: OVER.includes(ticket.status) ? [] : allowed(found, done),
  }
}

function allowed({ kind, state }: PlatformConversation, done: PlatformCase['done']): PlatformDeed[] {
  // Asked once more, it is decided once more.
  const asked = typeof state.askedAt === 'string' ? state.askedAt : ''
  const stands = done
    .filter((d) => d.at >= asked && d.state !== 'failed' && d.state !== 'dropped')
    .map((d) => d.deed)
  const refundMinor = typeof state.refundMinor === 'number' ? state.refundMinor : null
  return deedsAllowed({ kind, phase: String(state.phase ?? ''), refundMinor, done: stands })
}
