import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { findCustomer, findIdentities } from './customer-data.ts'

/** The file as everybody sees it: name and numbers masked (G1). */
export async function maskedCustomer(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; contact: string; value: CustomerValue } | null> {
  const [customer, identities] = await Promise.all([findCustomer(tx, id), findIdentities(tx, id)])
  if (!customer) return null
  return {
    id,
    name: customer.name_masked,
    contact: identities.map((i) => i.masked).join(' · '),
    value: customer.value as CustomerValue,
  }
}

/** The clear data; the caller has checked the permission, asked the reason and writes the audit entry. */
export async function revealedCustomer(
  tx: Tx,
  ctx: Ctx,
  id: string,
): Promise<{ name: string; phone: string; email: string }> {
  const [customer, identities] = await Promise.all([findCustomer(tx, id), findIdentities(tx, id)])
  const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
  const of = (kind: string) =>
    identities
      .filter((i) => i.kind === kind)
      .map((i) => open(i.value_enc))
      .join(' ')
  return { name: open(customer?.name_enc ?? null), phone: of('phone'), email: of('email') }
}
