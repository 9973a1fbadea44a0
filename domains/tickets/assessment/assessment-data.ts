import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type AssessmentRow = Selectable<DB['tickets.assessment']>
export type OpinionRow = Selectable<DB['tickets.opinion']>

/** Newest first. */
export function assessmentsOf(tx: Tx, ticketId: string): Promise<AssessmentRow[]> {
  return tx
    .selectFrom('tickets.assessment')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export function findAssessment(tx: Tx, ticketId: string, id: string): Promise<AssessmentRow | undefined> {
  return tx
    .selectFrom('tickets.assessment')
    .selectAll()
    .where('id', '=', id)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
}

/** In the order in which they were invited. */
export function opinionsOf(tx: Tx, assessmentIds: string[]): Promise<OpinionRow[]> {
  if (!assessmentIds.length) return Promise.resolve([])
  return tx
    .selectFrom('tickets.opinion')
    .selectAll()
    .where('assessment_id', 'in', assessmentIds)
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function insertAssessment(tx: Tx, row: AssessmentRow, opinions: OpinionRow[]): Promise<void> {
  await tx.insertInto('tickets.assessment').values(row).execute()
  await tx.insertInto('tickets.opinion').values(opinions).execute()
}

export async function updateAssessment(tx: Tx, id: string, set: Partial<AssessmentRow>): Promise<void> {
  await tx.updateTable('tickets.assessment').set(set).where('id', '=', id).execute()
}

export async function updateOpinion(tx: Tx, id: string, set: Partial<OpinionRow>): Promise<void> {
  await tx.updateTable('tickets.opinion').set(set).where('id', '=', id).execute()
}
