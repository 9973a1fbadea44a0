import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** It came because the customer answered the message of this room, who had not complained in it before. */
const REPLIES = sql<SqlBool>`exists (select from incidents.affected_reply r join incidents.affected_customer a
  on a.brand_id = r.brand_id and a.id = r.affected_id
  where a.brand_id = l.brand_id and a.incident_id = l.incident_id and r.ticket_id = l.ticket_id
    and a.complaint_ticket_id is distinct from l.ticket_id)`

const isOneOf = (ids: readonly string[]) => sql<SqlBool>`l.ticket_id = any (${[...ids]}::uuid[])`

/** The tickets of the room in which somebody has complained, of these where some are named; what a drill invents is none. */
export async function complaintIds(tx: Tx, incidentId: string, among?: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.linked_ticket as l')
    .select('l.ticket_id')
    .where('l.incident_id', '=', incidentId)
    .where('l.invented', 'is', null)
    .$if(among !== undefined, (q) => q.where(isOneOf(among!)))
    .where((e) => e.not(REPLIES))
    .execute()
  return rows.map((row) => row.ticket_id)
}

/** The tickets that are in the room for an answer to its message alone, of these where some are named. */
export async function replyIds(tx: Tx, incidentId: string, among?: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.linked_ticket as l')
    .select('l.ticket_id')
    .where('l.incident_id', '=', incidentId)
    .$if(among !== undefined, (q) => q.where(isOneOf(among!)))
    .where(REPLIES)
    .execute()
  return new Set(rows.map((row) => row.ticket_id))
}

export type HeldRow = {
  id: string
  state: string
  before_complaint: string
  complaint_ticket_id: string | null
}

/** Of those whom no message has reached yet, these customers. */
export function notReachedYet(tx: Tx, incidentId: string, customerIds: readonly string[]) {
  return held(tx, incidentId)
    .where(sql<SqlBool>`customer_id = any (${[...customerIds]}::uuid[])`)
    .execute()
}

/** Of those whom no message has reached yet, whoever has complained or was thought to have. */
export function maybeHeld(tx: Tx, incidentId: string, customerIds: readonly string[]) {
  return held(tx, incidentId)
    .where((e) =>
      e.or([
        e('complaint_ticket_id', 'is not', null),
        ...(customerIds.length ? [e('customer_id', 'in', [...customerIds])] : []),
      ]),
    )
    .execute()
}

const held = (tx: Tx, incidentId: string) =>
  tx
    .selectFrom('incidents.affected_customer')
    .select(['id', 'customer_id', 'state', 'before_complaint', 'complaint_ticket_id'])
    .where('incident_id', '=', incidentId)
    .where('state', 'in', ['found', 'no_way', 'unreached', 'complained'])

export async function saveHeld(tx: Tx, rows: readonly HeldRow[]): Promise<void> {
  if (!rows.length) return
  await sql`update incidents.affected_customer a
    set state = v.state, before_complaint = v.before_complaint, complaint_ticket_id = v.complaint_ticket_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      v(id uuid, state text, before_complaint text, complaint_ticket_id uuid) where a.id = v.id`.execute(tx)
}
