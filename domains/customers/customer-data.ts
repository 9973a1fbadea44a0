import { sql } from 'kysely'
import type { CustomerValue } from '#contracts/playbook'
import type { Tx } from '#platform/db/database'

export type NewIdentity = {
  customer_id: string
  identity_id: string
  kind: string
  value_index: string
  value_enc: string
  masked: string
  name_enc: string | null
  name_masked: string
}

/**
 * One customer for each identity, whoever comes first: an identity that exists keeps its customer.
 * Shape: byte columns come as hex; returns value_index (hex) → customer with the sealed name that was on file. Rows must be sorted by value_index, so that
 *        two transactions never wait for each other crosswise.
 */
export async function claimIdentities(tx: Tx, brandId: string, at: Date, rows: NewIdentity[]) {
  const claimed = await sql<{ value_index: string; customer_id: string; name_enc: Buffer | null }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
        customer_id uuid, identity_id uuid, kind text, value_index text, value_enc text, masked text, name_enc text, name_masked text)),
    existing as (select i.value_index, i.customer_id, c.name_enc from customers.identity i join given g
        on i.brand_id = ${brandId}::uuid and i.kind = g.kind and i.value_index = decode(g.value_index, 'hex')
      join customers.customer c on c.brand_id = i.brand_id and c.id = i.customer_id),
    fresh as (select * from given g where not exists (select from existing e where e.value_index = decode(g.value_index, 'hex'))),
    people as (insert into customers.customer (brand_id, id, name_enc, name_masked, created_at)
      select ${brandId}::uuid, customer_id, decode(name_enc, 'hex'), name_masked, ${at} from fresh returning id),
    mine as (insert into customers.identity (brand_id, id, customer_id, kind, value_enc, value_index, masked, created_at)
      select ${brandId}::uuid, identity_id, customer_id, kind, decode(value_enc, 'hex'), decode(value_index, 'hex'), masked, ${at} from fresh
      where (select count(*) from people) >= 0
      on conflict (brand_id, kind, value_index) do update set masked = excluded.masked
      returning value_index, customer_id)
    select encode(value_index, 'hex') as value_index, customer_id, name_enc from existing
    union select encode(value_index, 'hex'), customer_id, null from mine`.execute(tx)
  return new Map(claimed.rows.map((r) => [r.value_index, r]))
}

export async function insertNamed(
  tx: Tx,
  rows: { brand_id: string; id: string; name_enc: Buffer | null; name_masked: string; created_at: Date }[],
) {
  if (rows.length) await tx.insertInto('customers.customer').values(rows).execute()
}

export function findCustomer(tx: Tx, id: string) {
  return tx.selectFrom('customers.customer').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findIdentity(tx: Tx, kind: string, valueIndex: Buffer) {
  return tx
    .selectFrom('customers.identity')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value_index', '=', valueIndex)
    .executeTakeFirst()
}

export function findIdentities(tx: Tx, customerId: string) {
  return tx
    .selectFrom('customers.identity')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .limit(20)
    .execute()
}

/** New, regular or important; a customer nobody spoke about is regular. */
export async function customerValue(tx: Tx, id: string): Promise<CustomerValue> {
  const row = await tx
    .selectFrom('customers.customer')
    .select('value')
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.value ?? 'regular') as CustomerValue
}

/** Whether somebody could phone this customer. */
export async function phoneKnown(tx: Tx, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('customers.identity')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'phone')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The caller has checked the permission and writes the audit entry. */
export async function setCustomerValue(tx: Tx, id: string, value: CustomerValue): Promise<void> {
  await tx.updateTable('customers.customer').set({ value }).where('id', '=', id).execute()
}

export async function setCustomerValues(tx: Tx, rows: { id: string; value: CustomerValue }[]): Promise<void> {
  if (!rows.length) return
  await sql`update customers.customer c set value = x.value
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, value text) where c.id = x.id`.execute(
    tx,
  )
}

/** Of these customers, those that a phone number or an address tells apart from others; a bare name could be anybody. */
export async function identifiedCustomers(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await tx
    .selectFrom('customers.identity')
    .select('customer_id')
    .distinct()
    .where('customer_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((r) => r.customer_id))
}
