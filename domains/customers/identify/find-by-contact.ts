import type { ContactKind } from '#contracts/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readContact } from './contact.ts'
import { findIdentity } from './identity-data.ts'

/** A phone number or address to be kept outside of the customer's file: sealed, masked, and findable. */
export type SealedContact = { kind: ContactKind; index: Buffer; sealed: Buffer; masked: string }

export function sealContact(ctx: Ctx, contact: string): SealedContact {
  const { brandId } = ctx.actor
  const { kind, value, masked } = readContact(contact)
  return {
    kind,
    index: ctx.keys.blindIndex(brandId, kind, value),
    sealed: ctx.keys.seal(brandId, value)!,
    masked,
  }
}

/** Whose contact this is; null when nobody is known by it. Unlike identifyCustomers it makes no file. */
export async function customerOfContact(tx: Tx, { kind, index }: SealedContact): Promise<string | null> {
  return (await findIdentity(tx, kind, index))?.customer_id ?? null
}
