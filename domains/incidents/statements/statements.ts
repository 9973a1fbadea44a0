import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { gapsIn, mustBeWhole } from '#contracts/incidents/gaps'
import type {
  DecideStatement,
  DraftStatement,
  ReleaseStatement,
  SaveStatement,
  Statement,
  StatementState,
} from '#contracts/incidents/statements'
import { type Ctx, staffOf } from '#platform/context'
import { sentence } from '#platform/locale'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, notify, record } from '../desk/moves.ts'
import { readsFor } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { present } from '../people/present.ts'
import { seesStatement } from '../reading/personal.ts'
import { refuseGaps, sayGaps } from './refuse-gaps.ts'
import { findStatement, insertStatement, type StatementRow, updateStatement } from './statement-data.ts'

/** A holding statement begins as a draft; nothing of it is known outside. */
export function draftStatement(ctx: Ctx, id: string, input: z.infer<typeof DraftStatement>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const { incident, now } = desk
    const { staffId, name } = staffOf(ctx)
    const statement = uuidv7()
    await insertStatement(desk.tx, {
      brand_id: incident.brand_id,
      id: statement,
      incident_id: id,
      audience: input.audience,
      title: input.title,
      text: input.text,
      writers: [staffId],
      drafted_by_name: name,
      drafted_at: now,
    })
    addFact(desk, 'statement_drafted', { statement, title: input.title, audience: input.audience })
    record(desk, 'draftStatement', { statement })
  })
}

/**
 * Other words. Shape: what somebody was asked to approve becomes a draft again in a new version, to be approved anew; everybody who has ever
 * written on it counts as its writer. The words of each version stand in the timeline. Of two who write the same text the second reads the first one's
 * words and decides; words that stand already change nothing.
 * Errors: incidents.statementState when it has been released, incidents.wordsChanged with the words that were saved since those that were read.
 */
export function saveStatement(
  ctx: Ctx,
  id: string,
  statementId: string,
  input: z.infer<typeof SaveStatement>,
): Promise<void> {
  return atStatement(ctx, id, statementId, 'incidents.work', async (desk, row) => {
    refuseUnless(ctx, row, ['draft', 'refused', 'asked', 'approved'])
    if (row.title === input.title && row.text === input.text) return
    if (row.saves !== input.read) throw incidentErrors.wordsChanged({ statement: savedWords(row) }, 'text')
    const { staffId, name } = staffOf(ctx)
    const anew = row.state !== 'draft'
    Object.assign(row, {
      title: input.title,
      text: input.text,
      state: 'draft',
      version: row.version + (anew ? 1 : 0),
      saves: row.saves + 1,
      saved_by_name: name,
      saved_at: desk.now,
      writers: [...new Set([...row.writers, staffId])],
      approved_by: null,
      approved_by_name: '',
      approved_at: null,
    })
    addFact(desk, 'statement_changed', { statement: row.id, title: row.title, version: row.version })
    record(desk, 'saveStatement', { statement: row.id, version: row.version })
  })
}

const savedWords = ({ title, text, saves, saved_by_name: by, saved_at: at }: StatementRow) => ({
  title,
  text,
  saves,
  by,
  at: at?.toISOString() ?? null,
})

/** Lays it before those who may approve it. Errors: incidents.gapsLeft, incidents.statementState. */
export function askApproval(ctx: Ctx, id: string, statementId: string): Promise<void> {
  return atStatement(ctx, id, statementId, 'incidents.work', async (desk, row) => {
    refuseUnless(ctx, row, ['draft', 'refused'])
    if (mustBeWhole(audienceOf(row))) refuseGaps(ctx, [row.title, row.text])
    Object.assign(row, { state: 'asked', refused_why: '' })
    addFact(desk, 'statement_asked', { statement: row.id, title: row.title, version: row.version }, row.text)
    record(desk, 'askStatement', { statement: row.id, version: row.version })
    notify(desk, await approvers(desk, row), 'incident_statement')
  })
}

/** Who may approve it and is at work; never whoever wrote it. */
async function approvers(desk: IncidentDesk, row: StatementRow): Promise<string[]> {
  const all = [...(await present(desk, 'quality')), ...(await present(desk, 'executive'))]
  return all.filter((id) => !row.writers.includes(id))
}

/**
 * Four eyes: approved or sent back, by somebody who has read this version and has not written on it.
 * Shape:  what is still to be filled in keeps words to customers, the public and the press from being approved; to the staff or an authority, who
 *         must be told in time, they are approved by whoever says to have seen it, and why, which timeline and audit keep.
 * Errors: incidents.ownWords, incidents.wordsChanged, incidents.reasonMissing, incidents.statementState, incidents.gapsLeft, incidents.gapsUnseen.
 */
export function decideStatement(
  ctx: Ctx,
  id: string,
  statementId: string,
  { version, approve, why, gapsSeen }: z.infer<typeof DecideStatement>,
): Promise<void> {
  return atStatement(ctx, id, statementId, 'incidents.approve', async (desk, row) => {
    refuseUnless(ctx, row, ['asked'])
    if (row.version !== version) throw incidentErrors.wordsChanged()
    const { staffId, name } = staffOf(ctx)
    if (row.writers.includes(staffId)) throw incidentErrors.ownWords()
    if (!approve && !why) throw incidentErrors.reasonMissing({}, 'why')
    const gaps = approve ? gapsIn(`${row.title}\n${row.text}`) : []
    if (gaps.length && mustBeWhole(audienceOf(row))) refuseGaps(ctx, gaps)
    if (gaps.length && !(gapsSeen && why)) throw incidentErrors.gapsUnseen({ gaps: sayGaps(ctx, gaps) })
    Object.assign(
      row,
      approve
        ? { state: 'approved', approved_by: staffId, approved_by_name: name, approved_at: desk.now }
        : { state: 'refused', refused_why: why },
    )
    const told = { statement: row.id, title: row.title, version: row.version, audience: row.audience }
    addFact(desk, approve ? 'statement_approved' : 'statement_refused', told, approve ? row.text : why)
    record(desk, approve ? 'approveStatement' : 'refuseStatement', {
      statement: row.id,
      version: row.version,
      ...(gaps.length ? { gaps: gaps.length, reason: why } : {}),
    })
    if (gaps.length) addFact(desk, 'statement_gaps', { ...told, count: gaps.length }, why)
    notify(desk, [...row.writers, approve ? desk.incident.spokesperson_id : null], 'incident_approved')
  })
}

/**
 * One voice (E4): only the spokesperson says it, only what was approved, and where is written down.
 * Errors: incidents.noSpokesperson, incidents.notSpokesperson, incidents.statementState, incidents.wordsChanged.
 */
export function releaseStatement(
  ctx: Ctx,
  id: string,
  statementId: string,
  { version, where }: z.infer<typeof ReleaseStatement>,
): Promise<void> {
  return atStatement(ctx, id, statementId, 'incidents.read', async (desk, row) => {
    const { staffId, name } = staffOf(ctx)
    const speaker = desk.incident.spokesperson_id
    if (!speaker) throw incidentErrors.noSpokesperson()
    if (speaker !== staffId) {
      const { people } = await desk.roster()
      throw incidentErrors.notSpokesperson({ name: people.find((p) => p.id === speaker)?.name ?? '' })
    }
    refuseUnless(ctx, row, ['approved'])
    if (row.version !== version) throw incidentErrors.wordsChanged()
    Object.assign(row, {
      state: 'released',
      released_by_name: name,
      released_at: desk.now,
      released_where: where,
    })
    addFact(
      desk,
      'statement_released',
      { statement: row.id, title: row.title, version, where, audience: row.audience },
      row.text,
    )
    record(desk, 'releaseStatement', { statement: row.id, where })
  })
}

/** Errors: incidents.statementUnknown, also for one that the reader does not see. */
function atStatement(
  ctx: Ctx,
  id: string,
  statementId: string,
  action: string,
  work: (desk: IncidentDesk, row: StatementRow) => Promise<void>,
): Promise<void> {
  return atIncident(ctx, id, action, async (desk) => {
    const row = await findStatement(desk.tx, id, statementId)
    const whole = readsFor(ctx.actor, desk) === 'all'
    if (!row || !seesStatement(staffOf(ctx).staffId, row, whole)) throw incidentErrors.statementUnknown()
    await work(desk, row)
    await updateStatement(desk.tx, row)
  })
}

const audienceOf = (row: StatementRow) => row.audience as Statement['audience']

function refuseUnless({ locale }: Ctx, row: StatementRow, states: readonly StatementState[]): void {
  if (!states.includes(row.state as StatementState))
    throw incidentErrors.statementState({
      state: sentence(locale, 'incidents-server', `statement.${row.state}`),
    })
}
