import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** The tickets that a room has been told of beside its own, the earliest first, so many as are shown. */
export async function besideIds(tx: Tx, incidentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id, min(e.at) as first from incidents.entry e, jsonb_array_elements_text(e.data -> 'ids') as t (id)
    where e.incident_id = ${incidentId}::uuid and e.fact = 'beside'
    group by t.id order by first, t.id limit 200`.execute(tx)
  return rows.map((row) => row.id)
}

/** Which of these a room has been told of beside its own. */
export async function besideAmong(tx: Tx, incidentId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct t.id from incidents.entry e, jsonb_array_elements_text(e.data -> 'ids') as t (id)
    where e.incident_id = ${incidentId}::uuid and e.fact = 'beside' and t.id = any (${[...ids]}::text[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** The newest proposal of this sort that no change has answered since: the key of the degree or plan, and whether somebody has said no to it. */
export async function proposedIn(
  tx: Tx,
  incidentId: string,
  proposal: 'grade_proposed' | 'plan_proposed',
): Promise<{ key: string; declined: boolean } | undefined> {
  const [declined, changed] =
    proposal === 'grade_proposed'
      ? ['grade_kept', ['graded', 'plan_changed']]
      : ['plan_kept', ['plan_changed']]
  const { rows } = await sql<{ fact: string; key: string | null }>`
    select fact, coalesce(data ->> 'to', data ->> 'plan') as key from incidents.entry
    where incident_id = ${incidentId}::uuid and fact = any (${[proposal, declined, ...changed]}::text[])
    order by at desc, id desc limit 1`.execute(tx)
  const [newest] = rows
  if (!newest?.key || (newest.fact !== proposal && newest.fact !== declined)) return undefined
  return { key: newest.key, declined: newest.fact === declined }
}
