import type { Tx } from '#platform/db/database'
import type { TicketRow } from '../handling/desk-data.ts'
import { type TaskRow, tasksOf } from '../tasks/task-data.ts'
import { type EvidenceRow, evidenceOf } from './investigation-data.ts'
import type { Hearing } from './investigation-rules.ts'

type Accused = Pick<TicketRow, 'id' | 'accused_id'>

/** How the right of reply of the person complained about stands. */
export async function hearingOf(tx: Tx, ticket: Accused): Promise<Hearing> {
  if (!ticket.accused_id) return { accused: false, stated: false, dueAt: null }
  const [tasks, evidence] = await Promise.all([tasksOf(tx, ticket.id), evidenceOf(tx, ticket.id)])
  return {
    accused: true,
    stated: statementIn(evidence, ticket.accused_id) !== undefined,
    dueAt: statementTask(tasks, ticket.accused_id)?.due_at ?? null,
  }
}

/** The statement that the person gave in person; what others wrote down of it is evidence like any other. */
export function statementIn(evidence: readonly EvidenceRow[], accusedId: string): EvidenceRow | undefined {
  return evidence.find((e) => isOwnStatement(e) && e.staff_id === accusedId)
}

export function isOwnStatement(e: Pick<EvidenceRow, 'kind' | 'staff_id' | 'added_by'>): boolean {
  return e.kind === 'statement' && e.staff_id !== null && e.staff_id === e.added_by
}

export function statementTask(tasks: readonly TaskRow[], accusedId: string): TaskRow | undefined {
  return tasks.find((t) => t.kind === 'statement' && t.state === 'open' && t.owner_id === accusedId)
}
