import { type Insertable, sql } from 'kysely'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { PostRow } from '../desk/desk-data.ts'

/** The plan that the room follows from now on; the one that it followed is kept. */
export async function replacePlan(
  tx: Tx,
  before: Omit<Insertable<DB['incidents.plan_before']>, 'plan'> & { plan: EmergencyPlan },
  plan: EmergencyPlan,
): Promise<void> {
  await tx
    .insertInto('incidents.plan_before')
    .values({ ...before, plan: JSON.stringify(before.plan) })
    .execute()
  await tx
    .updateTable('incidents.incident')
    .set({ plan: JSON.stringify(plan) })
    .where('id', '=', before.incident_id)
    .execute()
}

/** Plans that a room has followed before, the first one first. */
export async function plansBefore(
  tx: Tx,
  incidentId: string,
): Promise<{ until: Date; plan: EmergencyPlan }[]> {
  const rows = await tx
    .selectFrom('incidents.plan_before')
    .select(['until', 'plan'])
    .where('incident_id', '=', incidentId)
    .orderBy('until')
    .limit(100)
    .execute()
  return rows.map(({ until, plan }) => ({ until, plan: plan as EmergencyPlan }))
}

/** Since when the room follows the plan that it follows now; undefined: from the beginning. */
export async function plannedSince(tx: Tx, incidentId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('incidents.plan_before')
    .select('until')
    .where('incident_id', '=', incidentId)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.until
}

/** Posts of the room in the order of these keys; answers each as it stands. */
export async function placePosts(
  tx: Tx,
  of: Pick<PostRow, 'brand_id' | 'incident_id'>,
  keys: readonly string[],
): Promise<PostRow[]> {
  return tx
    .insertInto('incidents.post')
    .values(keys.map((key, position) => ({ ...of, key, position })))
    .onConflict((c) =>
      c
        .columns(['brand_id', 'incident_id', 'key'])
        .doUpdateSet((e) => ({ position: e.ref('excluded.position') })),
    )
    .returningAll()
    .execute()
}

export async function stopPosts(tx: Tx, incidentId: string, besides: readonly string[]): Promise<void> {
  await tx
    .updateTable('incidents.post')
    .set({ next_call_at: null })
    .where('incident_id', '=', incidentId)
    .where('key', 'not in', [...besides])
    .execute()
}

/** What in the room stands on its plan. */
export async function usedOfPlan(tx: Tx, incidentId: string) {
  const { rows } = await sql<{ part: string; key: string }>`
    select distinct 'posts' as part, post as key from incidents.member where incident_id = ${incidentId}::uuid and state <> 'declined'
    union all select 'evidence', key from incidents.evidence where incident_id = ${incidentId}::uuid and kept
    union all select 'sheet', key from incidents.sheet_value where incident_id = ${incidentId}::uuid
    union all (select 'seal', '' from incidents.seal where incident_id = ${incidentId}::uuid limit 1)
    union all (select 'affected', '' from incidents.affected where incident_id = ${incidentId}::uuid limit 1)`.execute(
    tx,
  )
  const of = (part: string) => new Set(rows.filter((row) => row.part === part).map((row) => row.key))
  return {
    posts: of('posts'),
    evidence: of('evidence'),
    sheet: of('sheet'),
    seal: of('seal').size > 0,
    affected: of('affected').size > 0,
  }
}
