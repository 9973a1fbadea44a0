import type { Tx } from '#platform/db/database'

/** The first active person of each role, if the transaction's brand is one of the demo. */
export function readDemoPeople(tx: Tx) {
  return tx
    .selectFrom('people.staff as s')
    .innerJoin('people.staff_grant as g', (j) =>
      j.onRef('g.brand_id', '=', 's.brand_id').onRef('g.staff_id', '=', 's.id'),
    )
    .innerJoin('platform.brand as b', 'b.id', 's.brand_id')
    .distinctOn('g.role')
    .select(['b.name as brand', 's.name', 'g.role', 's.login'])
    .where('b.demo', '=', true)
    .where('s.state', '=', 'active')
    .where('s.totp_last', 'is', null)
    .orderBy('g.role')
    .orderBy('s.id')
    .execute()
}
