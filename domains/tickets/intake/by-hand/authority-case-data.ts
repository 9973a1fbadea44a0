import { sql } from 'kysely'
import type { LegalDeadline } from '#contracts/tickets/by-hand'
import type { Tx } from '#platform/db/database'

/** Two people who enter the same case at once follow each other; held until the transaction ends. */
export async function lockAuthorityCase(tx: Tx, brandId: string, caseNumber: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('huiyin.authority'), hashtext(${`${brandId}:${caseNumber}`}))`.execute(
    tx,
  )
}

type AuthorityCaseRow = { ticket_id: string; received_on: string }

export function findAuthorityCase(tx: Tx, caseNumber: string): Promise<AuthorityCaseRow | undefined> {
  return tx
    .selectFrom('tickets.authority_case')
    .select(['ticket_id', sql<string>`received_on::text`.as('received_on')])
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
}

export async function insertAuthorityCase(
  tx: Tx,
  row: {
    brand_id: string
    ticket_id: string
    case_number: string
    authority: string
    received_on: string
    created_at: Date
  },
): Promise<void> {
  await tx
    .insertInto('tickets.authority_case')
    .values({ ...row, received_on: sql<Date>`${row.received_on}::date` })
    .execute()
}

type DeadlineRow = { kind: string; task_id: string; due_at: Date; provisional: boolean }

export function deadlinesOf(tx: Tx, ticketId: string): Promise<DeadlineRow[]> {
  return tx
    .selectFrom('tickets.legal_deadline as d')
    .innerJoin('tickets.task as t', (j) =>
      j.onRef('t.brand_id', '=', 'd.brand_id').onRef('t.id', '=', 'd.task_id'),
    )
    .select(['d.kind', 'd.task_id', 't.due_at', 'd.provisional'])
    .where('d.ticket_id', '=', ticketId)
    .orderBy('t.due_at')
    .execute()
}

export async function insertDeadline(
  tx: Tx,
  row: { brand_id: string; ticket_id: string; kind: LegalDeadline; task_id: string; provisional: boolean },
): Promise<void> {
  await tx.insertInto('tickets.legal_deadline').values(row).execute()
}

/** Deadlines that had to guess at holidays and are still owed. */
export function provisionalDeadlines(tx: Tx, most: number) {
  return tx
    .selectFrom('tickets.legal_deadline as d')
    .innerJoin('tickets.authority_case as c', (j) =>
      j.onRef('c.brand_id', '=', 'd.brand_id').onRef('c.ticket_id', '=', 'd.ticket_id'),
    )
    .innerJoin('tickets.task as t', (j) =>
      j.onRef('t.brand_id', '=', 'd.brand_id').onRef('t.id', '=', 'd.task_id'),
    )
    .select(['d.ticket_id', 'd.kind', 'd.task_id', sql<string>`c.received_on::text`.as('received_on')])
    .where('d.provisional', '=', true)
    .where('t.state', '=', 'open')
    .orderBy('d.ticket_id')
    .orderBy('d.kind')
    .limit(most)
    .execute()
}

export async function settleDeadline(tx: Tx, ticketId: string, kind: string, provisional: boolean) {
  await tx
    .updateTable('tickets.legal_deadline')
    .set({ provisional })
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .execute()
}

export function ticketByNumber(tx: Tx, number: string) {
  return tx
    .selectFrom('tickets.ticket')
    .select('id')
    .where('number', '=', Number(number.slice('HY-'.length)))
    .executeTakeFirstOrThrow()
}
