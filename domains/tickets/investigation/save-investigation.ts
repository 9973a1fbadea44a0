import { type TicketStatus, ticketChanged } from '#contracts/tickets'
import type { ConcludeInvestigation, SaveInvestigation } from '#contracts/tickets/investigation'
import { findStaffNames } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { factsCame } from '../handling/closing-facts.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'
import { investigationErrors } from './errors.ts'
import { hearingOf } from './hearing.ts'
import * as data from './investigation-data.ts'
import { type Findings, mustBeHeard, NOTHING, nextVersionAt, partsChanged } from './investigation-rules.ts'
import { refuseOwnCase } from './own-case.ts'

/**
 * Writes the chain of whys, the cause, the measure and the conclusion (H3). Saving what stands already changes nothing.
 * Errors: investigation.changedBy with the name when somebody changed it after `seenAt`, investigation.concluded,
 *         investigation.causeUnknown, investigation.ownCase.
 */
export function saveInvestigation(
  ctx: Ctx,
  id: string,
  { seenAt, ...input }: SaveInvestigation,
): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    const row = await openRecord(desk, seenAt)
    if (row.concluded_at) throw investigationErrors.concluded()
    const { causes } = desk.playbook.playbook
    if (input.cause && !causes.some((cause) => cause.key === input.cause))
      throw investigationErrors.causeUnknown({ cause: input.cause }, 'cause')
    const before = findingsOf(desk, row)
    const changed = partsChanged(before, input)
    if (!changed.length) return
    desk.ticket.cause = input.cause ?? ''
    await keep(desk, row, {
      whys: input.whys,
      cause_note: input.causeNote,
      measure: input.measure,
      conclusion: input.conclusion,
    })
    const pick = (findings: Findings) => Object.fromEntries(changed.map((part) => [part, findings[part]]))
    addFact(desk, 'investigation_saved', { changed, ...(input.cause ? { cause: input.cause } : {}) })
    record(desk, 'tickets.investigate', { before: pick(before), after: pick(input) })
    tell(desk, ticketChanged)
    await factsCame(desk)
  })
}

/**
 * Ends the investigation with its conclusion.
 * Errors: investigation.nothingFound without a cause and a conclusion; investigation.notHeard while the person complained about
 *         still has time to answer, unless `unheard` says why.
 */
export function concludeInvestigation(ctx: Ctx, id: string, input: ConcludeInvestigation): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    const row = await openRecord(desk, input.seenAt)
    if (row.concluded_at) throw investigationErrors.concluded()
    if (!desk.ticket.cause || !row.conclusion) throw investigationErrors.nothingFound({}, 'conclusion')
    const hearing = await hearingOf(desk.tx, desk.ticket)
    const early = mustBeHeard(hearing, desk.now)
    if (early && !input.unheard) throw investigationErrors.notHeard({}, 'unheard')
    await keep(desk, row, { concluded_by: staffOf(ctx).staffId, concluded_at: desk.now })
    const unheard = early ? { unheard: input.unheard } : {}
    addFact(desk, 'investigation_concluded', { cause: desk.ticket.cause, ...unheard }, row.conclusion)
    record(desk, 'tickets.concludeInvestigation', { cause: desk.ticket.cause, ...unheard })
    tell(desk, ticketChanged)
  })
}

/** New facts: the record may be changed again. Errors: investigation.notConcluded. */
export function reopenInvestigation(ctx: Ctx, id: string, reason: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.investigate', async (desk) => {
    refuseOwnCase(desk)
    const row = await data.findInvestigation(desk.tx, id)
    if (!row?.concluded_at) throw investigationErrors.notConcluded()
    await keep(desk, row, { concluded_by: null, concluded_at: null })
    addFact(desk, 'investigation_reopened', {}, reason)
    record(desk, 'tickets.reopenInvestigation', { reason })
    tell(desk, ticketChanged)
  })
}

/** The record as it stands, if this writer has seen it so. */
async function openRecord(desk: Desk, seenAt: string | null): Promise<data.InvestigationRow> {
  refuseMerged(desk)
  const row = await data.findInvestigation(desk.tx, desk.ticket.id)
  if (row) {
    if (seenAt !== null && Date.parse(seenAt) === row.updated_at.getTime()) return row
    const by = row.updated_by ? await findStaffNames(desk.tx, [row.updated_by]) : null
    throw investigationErrors.changedBy({
      name: by?.get(row.updated_by ?? '') ?? '',
      at: row.updated_at.toISOString(),
    })
  }
  return {
    brand_id: desk.ticket.brand_id,
    ticket_id: desk.ticket.id,
    whys: [],
    cause_note: '',
    measure: '',
    conclusion: '',
    concluded_by: null,
    concluded_at: null,
    updated_by: null,
    updated_at: desk.now,
  }
}

function keep(desk: Desk, row: data.InvestigationRow, set: Partial<data.InvestigationRow>): Promise<void> {
  const before = row.updated_by === null ? null : row.updated_at
  return data.saveInvestigation(desk.tx, {
    ...row,
    ...set,
    updated_by: staffOf(desk.ctx).staffId,
    updated_at: nextVersionAt(desk.now, before),
  })
}

function findingsOf(desk: Desk, row: data.InvestigationRow): Findings {
  return {
    ...NOTHING,
    whys: row.whys,
    cause: desk.ticket.cause || null,
    causeNote: row.cause_note,
    measure: row.measure,
    conclusion: row.conclusion,
  }
}

/** A merged ticket is looked into where it went. */
export function refuseMerged(desk: Desk): void {
  const from = desk.ticket.status as TicketStatus
  if (from === 'merged') throw ticketErrors.illegalMove({ from, to: from })
}
