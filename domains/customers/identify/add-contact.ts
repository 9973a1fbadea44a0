import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { familyOf } from '../file/family-data.ts'
import { readContact } from './contact.ts'
import { claimIdentities } from './identity-data.ts'
import { sealIdentity } from './read-identity.ts'

/** A number or address that a colleague adds to a file. Shape: false when it is another customer's. */
export async function addContact(tx: Tx, ctx: Ctx, customerId: string, contact: string): Promise<boolean> {
  const identity = sealIdentity(ctx, readContact(contact), 'staff')
  const given = { ...identity, n: 0, rank: 0, decides: false, customer_id: customerId }
  const claimed = await claimIdentities(tx, ctx.actor.brandId, ctx.now(), [], [given])
  const owner = claimed.get(identity.value_index)?.customer_id
  return owner !== undefined && (await familyOf(tx, customerId)).includes(owner)
}
