import type { Tx } from '#platform/db/database'
import type { MemberRow, PostRow } from '../desk/desk-data.ts'

export async function saveMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.member')
    .values([...rows])
    .onConflict((c) =>
      c.columns(['brand_id', 'incident_id', 'post', 'staff_id']).doUpdateSet((e) => ({
        state: e.ref('excluded.state'),
        called_at: e.ref('excluded.called_at'),
        calls: e.ref('excluded.calls'),
        answered_at: e.ref('excluded.answered_at'),
      })),
    )
    .execute()
}

export async function deleteMember(tx: Tx, incidentId: string, staffId: string, post: string): Promise<void> {
  await tx
    .deleteFrom('incidents.member')
    .where('incident_id', '=', incidentId)
    .where('staff_id', '=', staffId)
    .where('post', '=', post)
    .execute()
}

export async function savePost(tx: Tx, row: PostRow): Promise<void> {
  const { brand_id, incident_id, key, position, ...set } = row
  await tx
    .updateTable('incidents.post')
    .set(set)
    .where('incident_id', '=', incident_id)
    .where('key', '=', key)
    .execute()
}

export async function stopCalls(tx: Tx, incidentId: string): Promise<void> {
  await tx
    .updateTable('incidents.post')
    .set({ next_call_at: null })
    .where('incident_id', '=', incidentId)
    .execute()
}

export type CallRow = {
  brand_id: string
  id: string
  incident_id: string
  post: string
  staff_id: string
  level: number
  at: Date
}
export async function insertCalls(tx: Tx, rows: readonly CallRow[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.call')
    .values([...rows])
    .execute()
}
