import { sql } from 'kysely'
import type { CustomerQuery } from '#contracts/customers/file'
import type { Tx } from '#platform/db/database'
import type { Place } from '#platform/keyset'
import type { Scope } from '#platform/permissions'
import type { CustomerRow } from './customer-data.ts'

/** A file belongs to the shops where somebody of its family has bought, or has a ticket; `head` names the column with the head's id. */
export function seenBy(scope: Scope | null, head: string) {
  if (!scope) return sql<boolean>`false`
  if (scope.shops === 'all') return sql<boolean>`true`
  return sql<boolean>`exists (select from customers.customer m join customers.facts f on f.brand_id = m.brand_id and f.customer_id = m.id
    where m.brand_id = platform.brand() and m.head_id = ${sql.ref(head)} and f.shops && ${scope.shops}::uuid[])`
}

/** The head of the file in which this customer is shown, within the reader's reach; locked on wish. */
export async function findVisible(tx: Tx, scope: Scope | null, id: string): Promise<CustomerRow | undefined> {
  return tx
    .selectFrom('customers.customer as c')
    .innerJoin('customers.customer as h', (j) =>
      j.onRef('h.brand_id', '=', 'c.brand_id').onRef('h.id', '=', 'c.head_id'),
    )
    .selectAll('h')
    .where('c.id', '=', id)
    .where(seenBy(scope, 'h.id'))
    .executeTakeFirst()
}

/** What somebody typed, as keyed hashes; all empty finds nothing. */
export type Sought = { number: number | null; identities: Buffer[]; tail: Buffer | null; name: Buffer | null }
export type Wanted = Pick<CustomerQuery, 'value' | 'tag' | 'shop'> & { sought: Sought | null }

/** Heads within the reader's reach, whatever happened last first. */
export function listHeads(
  tx: Tx,
  scope: Scope | null,
  { value, tag, shop, sought }: Wanted,
  after: Place | null,
  limit: number,
): Promise<CustomerRow[]> {
  let query = tx
    .selectFrom('customers.customer as c')
    .selectAll()
    .where('c.merged_into', 'is', null)
    .where(seenBy(scope, 'c.id'))
  if (value) query = query.where('c.value', '=', value)
  if (tag) query = query.where(sql<boolean>`c.tags @> array[${tag}]::text[] and c.tags <> '{}'`)
  if (shop) query = query.where(seenBy({ shops: [shop], own: false, staffId: null }, 'c.id'))
  if (sought) query = query.where(soughtIn(sought))
  if (after) query = query.where(sql<boolean>`(c.updated_at, c.id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('c.updated_at', 'desc').orderBy('c.id', 'desc').limit(limit).execute()
}

function soughtIn({ number, identities, tail, name }: Sought) {
  const ways = [
    ...(number === null ? [] : [sql`select head_id from customers.customer where number = ${number}`]),
    ...(name ? [sql`select head_id from customers.customer where name_index = ${name}`] : []),
    ...(identities.length
      ? [
          sql`select m.head_id from customers.identity i join customers.customer m on m.brand_id = i.brand_id and m.id = i.customer_id
            where i.brand_id = platform.brand() and i.kind in ('phone', 'email', 'member_card') and i.value_index = any(${identities}::bytea[])`,
        ]
      : []),
    ...(tail
      ? [
          sql`select m.head_id from customers.identity i join customers.customer m on m.brand_id = i.brand_id and m.id = i.customer_id
            where i.brand_id = platform.brand() and i.tail_index = ${tail}`,
        ]
      : []),
  ]
  if (!ways.length) return sql<boolean>`false`
  return sql<boolean>`c.id in (${sql.join(ways, sql` union `)})`
}

/** Of these heads: their families, head by member. */
export async function membersOf(tx: Tx, heads: readonly string[]): Promise<Map<string, string>> {
  if (!heads.length) return new Map()
  const rows = await tx
    .selectFrom('customers.customer')
    .select(['id', 'head_id'])
    .where('head_id', 'in', [...heads])
    .execute()
  return new Map(rows.map((r) => [r.id, r.head_id as string]))
}
