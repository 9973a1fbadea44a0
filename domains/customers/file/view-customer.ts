import type { Taboo } from '#contracts/customers'
import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { may } from '#platform/permissions'
import { customerNumber } from '../identify/customer-number.ts'
import { tabooLines } from '../traits/traits.ts'
import { findHead, findIdentities, type IdentityRow } from './customer-data.ts'
import { familyOf } from './family-data.ts'

const REACHED_BY = ['phone', 'email']
export type MaskedCustomer = {
  id: string
  number: string
  name: string
  contact: string
  value: CustomerValue
  taboos: Taboo[]
  open: boolean
}

/** The file as everybody sees it who meets the customer: name and numbers masked, taboos not (G1). */
export async function maskedCustomer(tx: Tx, ctx: Ctx, id: string): Promise<MaskedCustomer | null> {
  const [head, family] = await Promise.all([findHead(tx, id), familyOf(tx, id)])
  if (!head) return null
  const [identities, taboos] = await Promise.all([findIdentities(tx, family), tabooLines(tx, ctx, id)])
  return {
    id: head.id,
    number: customerNumber(head.number),
    name: head.name_masked,
    contact: contactsOf(identities),
    value: head.value as CustomerValue,
    taboos,
    open: may(ctx.actor, 'customers.read'),
  }
}

export function contactsOf(identities: readonly Pick<IdentityRow, 'kind' | 'masked'>[]): string {
  return identities
    .filter((i) => REACHED_BY.includes(i.kind))
    .map((i) => i.masked)
    .join(' · ')
}

const PROOFS = ['typed', 'staff', 'channel', 'order', 'code']

/** The clear data of the whole file, several numbers with spaces between, the best proven first; the caller has checked the permission, asked the reason and writes the audit entry. */
export async function revealedCustomer(
  tx: Tx,
  ctx: Ctx,
  id: string,
): Promise<{ name: string; phone: string; email: string }> {
  const [head, family] = await Promise.all([findHead(tx, id), familyOf(tx, id)])
  const identities = await findIdentities(tx, family)
  const open = (sealed: Buffer | null) => ctx.keys.open(ctx.actor.brandId, sealed)
  const of = (kind: string) =>
    identities
      .filter((i) => i.kind === kind)
      .sort((a, b) => PROOFS.indexOf(b.proof) - PROOFS.indexOf(a.proof))
      .map((i) => open(i.value_enc))
      .join(' ')
  return { name: open(head?.name_enc ?? null), phone: of('phone'), email: of('email') }
}
