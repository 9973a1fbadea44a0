import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { PeopleStaff } from '#platform/db/schema.gen'
import type { Scope } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { violatedUnique } from '../postgres-error.ts'

/** Somebody works for the shops that a grant names, or whose region it names; people of the whole brand are seen with the whole brand only. */
export function worksIn(scope: Scope | null): RawBuilder<boolean> {
  if (!scope) return sql<boolean>`false`
  if (scope.shops === 'all') return sql<boolean>`true`
  const own = scope.own ? sql<boolean>`s.id = ${scope.staffId}::uuid` : sql<boolean>`false`
  return sql<boolean>`(${own} or exists (
    select from people.staff_grant g
    left join people.shop p on p.brand_id = g.brand_id and p.region_id = g.region_id
    where g.brand_id = s.brand_id and g.staff_id = s.id and coalesce(g.shop_id, p.id) = any(${scope.shops}::uuid[])))`
}

export function readStaffList(tx: Tx, visible: RawBuilder<boolean>, at: Date) {
  return people(tx, at).where(visible).orderBy('s.name').orderBy('s.id').limit(5000).execute()
}

export function readStaff(tx: Tx, id: string, visible: RawBuilder<boolean>, at: Date) {
  return people(tx, at).where('s.id', '=', id).where(visible).executeTakeFirst()
}
/** The name of somebody who can sign in; undefined for anybody else. */
export async function findActiveName(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('people.staff')
    .select('name')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.name
}

export function readPhones(tx: Tx, ids: string[]) {
  return tx.selectFrom('people.staff').select(['id', 'phone_enc']).where('id', 'in', ids).execute()
}

export type StoredStaff = NonNullable<Awaited<ReturnType<typeof readStaff>>>

function people(tx: Tx, at: Date) {
  return tx.selectFrom('people.staff as s').select([
    's.id',
    's.name',
    's.login',
    's.phone_enc',
    's.state',
    's.duty',
    's.away',
    's.totp_last',
    's.seen_at',
    's.capacity',
    sql<boolean>`exists (select from people.absence a where a.brand_id = s.brand_id and a.staff_id = s.id
        and a.from_at <= ${at} and a.to_at > ${at})`.as('absent'),
    sql<{ role: string; region_id: string | null; shop_id: string | null }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'region_id', g.region_id, 'shop_id', g.shop_id) order by g.id), '[]')
        from people.staff_grant g where g.brand_id = s.brand_id and g.staff_id = s.id)`.as('grants'),
  ])
}

/** Errors: people.loginTaken. */
export async function insertStaff(tx: Tx, row: Insertable<PeopleStaff>): Promise<void> {
  await tx.insertInto('people.staff').values(row).execute().catch(refuseDouble)
}

/** Errors: people.loginTaken. */
export async function updateStaff(tx: Tx, id: string, set: Updateable<PeopleStaff>): Promise<void> {
  if (!Object.keys(set).length) return
  await tx.updateTable('people.staff').set(set).where('id', '=', id).execute().catch(refuseDouble)
}

/** Locked people come back as what they were: active once a password was chosen, invited before. */
export async function unlockStaff(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('people.staff')
    .set({ state: sql`case when password_hash is null then 'invited' else 'active' end` })
    .where('id', '=', id)
    .where('state', '=', 'locked')
    .execute()
}

/** How many people can still administer the whole brand; nobody else changes that until the transaction ends. */
export async function countAdmins(tx: Tx, brandId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('huiyin.admins'), hashtext(${brandId}))`.execute(tx)
  const row = await tx
    .selectFrom('people.staff as s')
    .innerJoin('people.staff_grant as g', (j) =>
      j.onRef('g.brand_id', '=', 's.brand_id').onRef('g.staff_id', '=', 's.id'),
    )
    .select((e) => e.fn.count<number>('s.id').distinct().as('n'))
    .where('s.state', '=', 'active')
    .where('g.role', '=', 'admin')
    .where('g.region_id', 'is', null)
    .where('g.shop_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

function refuseDouble(error: unknown): never {
  throw violatedUnique(error) ? peopleErrors.loginTaken({}, 'login') : error
}
