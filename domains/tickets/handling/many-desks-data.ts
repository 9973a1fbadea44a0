import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { ClockRow } from '../clocks/ticket-clocks.ts'
import type { AlarmRow, NewEntry, PauseRow, TicketRow } from './desk-data.ts'

/** Locked in one order, so that two transactions never wait for each other crosswise. */
export function lockTickets(tx: Tx, ids: readonly string[]): Promise<TicketRow[]> {
  return tx
    .selectFrom('tickets.ticket')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

type OfTicket<T> = T & { ticket_id: string }

/** What lies on the desks of these tickets beside them. Shape: in any order of tickets; clocks by cycle, pauses by beginning. */
export async function loadBeside(tx: Tx, ids: readonly string[]) {
  const [clocks, pauses, alarms] = await Promise.all([
    tx
      .selectFrom('tickets.clock')
      .selectAll()
      .where('ticket_id', 'in', [...ids])
      .orderBy('cycle')
      .execute(),
    tx
      .selectFrom('tickets.pause')
      .selectAll()
      .where('ticket_id', 'in', [...ids])
      .orderBy('from_at')
      .execute(),
    tx
      .selectFrom('tickets.alarm')
      .selectAll()
      .where('ticket_id', 'in', [...ids])
      .execute(),
  ])
  return {
    clocks: clocks as unknown as OfTicket<ClockRow>[],
    pauses: pauses.map((p): OfTicket<PauseRow> => ({ ticket_id: p.ticket_id, from: p.from_at, to: p.to_at })),
    alarms: alarms as AlarmRow[],
  }
}

type Touched = Pick<TicketRow, 'id' | 'updated_at' | 'conversation_id' | 'customer_id' | 'customer_name'>

/** Several to which something was added, and nothing else about them changed. */
export async function touchTickets(tx: Tx, touched: readonly Touched[]): Promise<void> {
  await sql`update tickets.ticket t set updated_at = x.updated_at, conversation_id = x.conversation_id, customer_id = x.customer_id, customer_name = x.customer_name
    from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as x(id uuid, updated_at timestamptz, conversation_id uuid, customer_id uuid, customer_name text)
    where t.brand_id = platform.brand() and t.id = x.id`.execute(tx)
}

export async function insertEntriesOf(
  tx: Tx,
  brandId: string,
  entries: readonly OfTicket<NewEntry>[],
): Promise<void> {
  if (!entries.length) return
  await tx
    .insertInto('tickets.entry')
    .values(entries.map((e) => ({ ...e, brand_id: brandId, data: JSON.stringify(e.data) })))
    .execute()
}
