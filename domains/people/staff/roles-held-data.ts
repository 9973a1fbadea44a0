import type { Role } from '#contracts/people'
import type { Tx } from '#platform/db/database'

/** The roles that somebody who can sign in holds, anywhere in the brand. */
export async function findRolesHeld(tx: Tx): Promise<Set<Role>> {
  const rows = await tx
    .selectFrom('people.staff_grant as g')
    .innerJoin('people.staff as s', (join) =>
      join.onRef('s.brand_id', '=', 'g.brand_id').onRef('s.id', '=', 'g.staff_id'),
    )
    .where('s.state', '=', 'active')
    .select('g.role')
    .distinct()
    .execute()
  return new Set(rows.map((row) => row.role as Role))
}
