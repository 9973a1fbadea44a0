import type { DecideAffected, WriteAffected } from '#contracts/incidents/affected'
import { asksForReview } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { atIncident } from '../desk/change-room.ts'
import { addFact, notify, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { refuseGaps } from '../statements/refuse-gaps.ts'
import {
  type AffectedRow,
  countStates,
  findAffected,
  peopleIn,
  saveAffected,
  withoutPage,
} from './affected-data.ts'
import { askToApprove } from './approvers.ts'
import { holdComplainants } from './complainants.ts'

/**
 * The words that everybody affected is to read; somebody else approves them before they leave (E3).
 * Shape:  `complainants`: they reach those who have complained, too, who are otherwise answered in their tickets alone. Other words than those that wait or were approved are approved anew, as long as the sending has not begun.
 * Errors: incidents.nobodyFound, incidents.stillSending once it has begun, incidents.asksForReview, incidents.gapsLeft.
 */
export function writeAffected(
  ctx: Ctx,
  id: string,
  { text, also, complainants }: WriteAffected,
): Promise<void> {
  return atIncident(ctx, id, 'incidents.affected', async (desk) => {
    const row = await findAffected(desk.tx, id)
    if (row?.state === 'sending') throw incidentErrors.stillSending()
    if (!row) throw incidentErrors.nobodyFound()
    row.complainants = complainants
    await holdComplainants(desk, row)
    if (!(await waitsForWords(desk.tx, id))) throw incidentErrors.nobodyFound()
    for (const words of [text, ...Object.values(also)]) refuseAsking(words ?? '')
    refuseGaps(ctx, [text, ...Object.values(also)])
    const { staffId, name } = staffOf(ctx)
    Object.assign(row, {
      text,
      also,
      state: 'message_asked',
      version: row.version + 1,
      writers: [...new Set([...row.writers, staffId])],
      written_by_name: name,
      approved_by: null,
      approved_by_name: '',
      approved_at: null,
      refused_why: '',
    })
    await saveAffected(desk.tx, row)
    await askToApprove(desk, row)
    addFact(
      desk,
      'affected_written',
      { version: row.version, languages: Object.keys(also), ...(complainants ? { complainants } : {}) },
      inAllLanguages(row),
    )
    record(desk, 'writeAffected', { signs: text.length, languages: Object.keys(also), complainants })
  })
}

/** Somebody has not been told yet, by a message or by the order's page. */
async function waitsForWords(tx: Tx, id: string): Promise<boolean> {
  const { length } = await peopleIn(tx, id, { state: 'found', limit: 1 })
  return length > 0 || (await withoutPage(tx, id, 1)).length > 0
}

/** As they are kept in the timeline: what everybody reads, then each other language. */
function inAllLanguages({ text, also }: AffectedRow): string {
  return [text, ...Object.entries(also as object).map(([locale, words]) => `[${locale}] ${words}`)].join(
    '\n\n',
  )
}

function refuseAsking(words: string): void {
  const asked = asksForReview(words)
  if (asked) throw incidentErrors.asksForReview({ words: asked }, 'text')
}

/**
 * Four eyes: approved, and from now on it is sent; or given back with the reason.
 * Errors: incidents.nothingToApprove, incidents.wordsChanged, incidents.ownWords for whoever wrote it, incidents.reasonMissing,
 *         incidents.gapsLeft.
 */
export function decideAffected(
  ctx: Ctx,
  id: string,
  { version, approve, why }: DecideAffected,
): Promise<void> {
  return atIncident(ctx, id, 'incidents.approve', async (desk) => {
    const row = await findAffected(desk.tx, id)
    if (row?.state !== 'message_asked') throw incidentErrors.nothingToApprove()
    if (row.version !== version) throw incidentErrors.wordsChanged()
    const { staffId, name } = staffOf(ctx)
    if (row.writers.includes(staffId)) throw incidentErrors.ownWords()
    if (!approve && !why) throw incidentErrors.reasonMissing({}, 'why')
    if (approve) refuseGaps(ctx, [row.text, ...Object.values(row.also as object)])
    Object.assign(
      row,
      approve ? approved(row, staffId, name, desk.now) : { state: 'found', refused_why: why },
    )
    await saveAffected(desk.tx, row)
    const count = (await countStates(desk.tx, id)).get('found') ?? 0
    addFact(
      desk,
      approve ? 'affected_approved' : 'affected_refused',
      { count, version },
      approve ? inAllLanguages(row) : why,
    )
    record(desk, approve ? 'approveAffected' : 'refuseAffected', { customers: count })
    notify(desk, row.writers, 'incident_approved')
  })
}

function approved(
  { text, also }: AffectedRow,
  staffId: string,
  name: string,
  at: Date,
): Partial<AffectedRow> {
  return {
    state: 'approved',
    approved_text: text,
    approved_also: also,
    approved_by: staffId,
    approved_by_name: name,
    approved_at: at,
    refused_why: '',
    next_at: at,
  }
}
