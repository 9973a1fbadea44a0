import { type Selectable, sql } from 'kysely'
import type { CustomerValue } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type CustomerRow = Selectable<DB['customers.customer']>
export type IdentityRow = Selectable<DB['customers.identity']>
const MOST_IDENTITIES = 40

/** The head of the file in which this customer is shown. */
export function findHead(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  return tx
    .selectFrom('customers.customer as c')
    .innerJoin('customers.customer as h', (j) =>
      j.onRef('h.brand_id', '=', 'c.brand_id').onRef('h.id', '=', 'c.head_id'),
    )
    .selectAll('h')
    .where('c.id', '=', id)
    .executeTakeFirst()
}

/** Locked against other changes of these files, in the order of their ids, without holding up arrivals. */
export function lockCustomers(tx: Tx, ids: readonly string[]): Promise<CustomerRow[]> {
  return tx
    .selectFrom('customers.customer')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** Of everybody in the file. */
export function findIdentities(
  tx: Tx,
  family: readonly string[],
  most = MOST_IDENTITIES,
): Promise<IdentityRow[]> {
  return tx
    .selectFrom('customers.identity')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** New, regular or important; a customer nobody spoke about is regular. */
export async function customerValue(tx: Tx, id: string): Promise<CustomerValue> {
  const row = await findHead(tx, id)
  return (row?.value ?? 'regular') as CustomerValue
}

/** Whether somebody could phone this customer. */
export async function phoneKnown(tx: Tx, customerId: string): Promise<boolean> {
  const row =
    await sql`select from customers.customer c join customers.identity i on i.brand_id = c.brand_id and i.customer_id = c.id
    where c.head_id = (select head_id from customers.customer where id = ${customerId}::uuid) and i.kind = 'phone' limit 1`.execute(
      tx,
    )
  return row.rows.length > 0
}

export async function setCustomerValues(tx: Tx, rows: { id: string; value: CustomerValue }[]): Promise<void> {
  if (!rows.length) return
  await sql`update customers.customer c set value = x.value
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, value text) where c.id = x.id`.execute(
    tx,
  )
}

/**
 * Of these customers, those that a phone number, an address or a platform's own id tells apart from others; a bare name could be anybody.
 * Shape: the head of the file by customer, so that two of one family are the same.
 */
export async function identifiedCustomers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await sql<{
    id: string
    head_id: string
  }>`select c.id, c.head_id from customers.customer c where c.id = any(${[...ids]}::uuid[])
    and exists (select from customers.customer f join customers.identity i on i.brand_id = f.brand_id and i.customer_id = f.id
      where f.brand_id = c.brand_id and f.head_id = c.head_id)`.execute(tx)
  return new Map(rows.rows.map((r) => [r.id, r.head_id]))
}

export type CustomerSet = Partial<
  Pick<
    CustomerRow,
    | 'name_enc'
    | 'name_masked'
    | 'name_index'
    | 'birthday_on'
    | 'birthday_lunar'
    | 'value'
    | 'tags'
    | 'language'
    | 'address_id'
    | 'own_enc'
    | 'checked_at'
    | 'updated_at'
    | 'match_due_at'
  >
>

export async function updateCustomer(tx: Tx, id: string, set: CustomerSet): Promise<void> {
  await tx.updateTable('customers.customer').set(set).where('id', '=', id).execute()
}

export function findRows(tx: Tx, ids: readonly string[]): Promise<CustomerRow[]> {
  return tx
    .selectFrom('customers.customer')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}
