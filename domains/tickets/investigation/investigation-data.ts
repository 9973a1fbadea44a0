import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

type Row = Selectable<DB['tickets.investigation']>
export type InvestigationRow = Omit<Row, 'whys'> & { whys: string[] }
export type EvidenceRow = Selectable<DB['tickets.evidence']>
export type LookRow = Selectable<DB['tickets.evidence_look']>

export async function findInvestigation(tx: Tx, ticketId: string): Promise<InvestigationRow | undefined> {
  const row = await tx
    .selectFrom('tickets.investigation')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return row && { ...row, whys: row.whys as string[] }
}

export async function saveInvestigation(tx: Tx, row: InvestigationRow): Promise<void> {
  const stored = { ...row, whys: JSON.stringify(row.whys) }
  const { brand_id, ticket_id, ...set } = stored
  await tx
    .insertInto('tickets.investigation')
    .values(stored)
    .onConflict((c) => c.columns(['brand_id', 'ticket_id']).doUpdateSet(set))
    .execute()
}

/** All evidence of a ticket, oldest first, withdrawn pieces too. */
export function evidenceOf(tx: Tx, ticketId: string): Promise<EvidenceRow[]> {
  return tx
    .selectFrom('tickets.evidence')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('added_at')
    .orderBy('id')
    .limit(200)
    .execute()
}

export function findEvidence(tx: Tx, ticketId: string, id: string): Promise<EvidenceRow | undefined> {
  return tx
    .selectFrom('tickets.evidence')
    .selectAll()
    .where('id', '=', id)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
}

export async function insertEvidence(tx: Tx, row: EvidenceRow): Promise<void> {
  await tx.insertInto('tickets.evidence').values(row).execute()
}

/** Only the withdrawal is ever written on a piece of evidence. */
export async function withdrawEvidence(
  tx: Tx,
  id: string,
  withdrawn: Pick<EvidenceRow, 'withdrawn_by' | 'withdrawn_at' | 'withdrawn_reason'>,
): Promise<void> {
  await tx.updateTable('tickets.evidence').set(withdrawn).where('id', '=', id).execute()
}

export function looksAt(tx: Tx, evidenceIds: string[]): Promise<LookRow[]> {
  if (!evidenceIds.length) return Promise.resolve([])
  return tx
    .selectFrom('tickets.evidence_look')
    .selectAll()
    .where('evidence_id', 'in', evidenceIds)
    .orderBy('last_at', 'desc')
    .limit(1000)
    .execute()
}

/** True when this person had not opened it before. */
export async function saveLook(
  tx: Tx,
  look: { brand_id: string; evidence_id: string; staff_id: string; at: Date },
): Promise<boolean> {
  const { at, ...who } = look
  const kept = await tx
    .insertInto('tickets.evidence_look')
    .values({ ...who, first_at: at, last_at: at })
    .onConflict((c) => c.columns(['brand_id', 'evidence_id', 'staff_id']).doUpdateSet({ last_at: at }))
    .returning('first_at')
    .executeTakeFirstOrThrow()
  return kept.first_at.getTime() === at.getTime()
}
