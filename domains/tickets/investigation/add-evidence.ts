import { ticketChanged } from '#contracts/tickets'
import type { AddEvidence } from '#contracts/tickets/investigation'
import { takePhotos } from '#domains/channels'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { factsCame } from '../handling/closing-facts.ts'
import { atDesk, type Desk, newId } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { addFact, numberOf, record, tell } from '../handling/desk-moves.ts'
import { canBeNamed } from './colleagues.ts'
import { investigationErrors } from './errors.ts'
import { isOwnStatement } from './hearing.ts'
import * as data from './investigation-data.ts'
import { missingPart, timesHold } from './investigation-rules.ts'
import { refuseOwnCase } from './own-case.ts'
import { refuseMerged } from './save-investigation.ts'

/**
 * Puts a piece of evidence to the ticket; it is never changed afterwards.
 * Errors: investigation.evidenceEmpty with the field that is missing, investigation.happensLater, investigation.accusedUnknown,
 *         channels.photoUnknown, investigation.ownCase.
 */
export function addEvidence(ctx: Ctx, id: string, input: AddEvidence): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    refuseMerged(desk)
    const missing = missingPart(input)
    if (missing) throw investigationErrors.evidenceEmpty({}, missing)
    if (!timesHold(input, desk.now)) throw investigationErrors.happensLater({}, 'happenedAt')
    const sayer = input.kind === 'statement' ? input.saidById : undefined
    if (sayer && !canBeNamed(desk, sayer)) throw investigationErrors.accusedUnknown({}, 'saidById')
    await takePhotos(desk.tx, id, input.photos, `staff:${staffOf(ctx).staffId}`)
    await keepEvidence(desk, input)
    addFact(desk, 'evidence_added', { evidence: input.kind, title: input.title || input.reference })
    record(desk, 'tickets.addEvidence', {
      evidence: input.title || input.reference,
      kind: input.kind,
      photos: input.photos.length,
    })
    tell(desk, ticketChanged)
    await factsCame(desk)
  })
}

export async function keepEvidence(desk: Desk, input: AddEvidence): Promise<void> {
  const at = (instant: string | undefined) => (instant ? new Date(instant) : null)
  await data.insertEvidence(desk.tx, {
    brand_id: desk.ticket.brand_id,
    id: newId(),
    ticket_id: desk.ticket.id,
    kind: input.kind,
    title: input.title,
    details: input.details,
    reference: input.reference,
    happened_at: at(input.happenedAt),
    until_at: at(input.untilAt),
    photos: input.photos,
    staff_id: input.kind === 'statement' ? (input.saidById ?? null) : null,
    added_by: staffOf(desk.ctx).staffId,
    added_at: desk.now,
    withdrawn_by: null,
    withdrawn_at: null,
    withdrawn_reason: '',
  })
}

/**
 * Takes a mistaken piece back: it stays readable, with the reason.
 * Errors: investigation.evidenceNotFound, investigation.withdrawn; investigation.statementStands, because nobody takes back
 *         what the person complained about has answered.
 */
export function withdrawEvidence(ctx: Ctx, id: string, evidenceId: string, reason: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    const row = await data.findEvidence(desk.tx, id, evidenceId)
    if (!row) throw investigationErrors.evidenceNotFound()
    if (row.withdrawn_at) throw investigationErrors.withdrawn()
    if (isOwnStatement(row)) throw investigationErrors.statementStands()
    await data.withdrawEvidence(desk.tx, evidenceId, {
      withdrawn_by: staffOf(ctx).staffId,
      withdrawn_at: desk.now,
      withdrawn_reason: reason,
    })
    addFact(desk, 'evidence_withdrawn', { evidence: row.kind, title: row.title || row.reference }, reason)
    record(desk, 'tickets.withdrawEvidence', {
      evidence: row.title || row.reference,
      kind: row.kind,
      reason,
    })
    tell(desk, ticketChanged)
  })
}

/** Somebody opened a piece of evidence: who and when is kept; the first look is in the audit trail as well. */
export function lookAtEvidence(ctx: Ctx, id: string, evidenceId: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), id)
    if (!ticket) throw ticketErrors.notFound()
    const row = await data.findEvidence(tx, id, evidenceId)
    if (!row) throw investigationErrors.evidenceNotFound()
    const { staffId } = staffOf(ctx)
    const look = { brand_id: ticket.brand_id, evidence_id: evidenceId, staff_id: staffId, at: ctx.now() }
    if (!(await data.saveLook(tx, look))) return
    await audit(tx, ctx, {
      action: 'tickets.lookAtEvidence',
      subjectKind: 'ticket',
      subjectId: id,
      subject: numberOf(ticket),
      data: { evidence: row.title || row.reference, kind: row.kind },
    })
    const audience = { ticketId: id, shopId: ticket.shop_id, staffIds: [ticket.assignee_id, row.added_by] }
    await publish(tx, ctx, eventRow(ticketChanged, { ticketId: id }, audience))
  })
}
