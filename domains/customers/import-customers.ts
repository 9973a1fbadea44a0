import { v7 as uuidv7 } from 'uuid'
import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { maskName, readContact } from './contact.ts'
import { claimIdentities, type NewIdentity, setCustomerValues } from './customer-data.ts'

export type ImportedCustomer = { contact: string; name: string; value?: CustomerValue | undefined }

/**
 * Takes customers of a file into the brand's own: a number or address that somebody has already changes nothing of that file.
 * Shape: same order and length as `people`; true where a new customer was made.
 */
export async function importCustomers(tx: Tx, ctx: Ctx, people: ImportedCustomer[]): Promise<boolean[]> {
  const { brandId } = ctx.actor
  const rows = new Map<string, NewIdentity>()
  const owners = people.map((person, n) => {
    const identity = readContact(person.contact)
    const index = ctx.keys.blindIndex(brandId, identity.kind, identity.value).toString('hex')
    if (rows.has(index)) return null
    rows.set(index, {
      customer_id: uuidv7(),
      identity_id: uuidv7(),
      kind: identity.kind,
      value_index: index,
      value_enc: ctx.keys.seal(brandId, identity.value)!.toString('hex'),
      masked: identity.masked,
      name_enc: ctx.keys.seal(brandId, person.name)?.toString('hex') ?? null,
      name_masked: maskName(person.name),
    })
    return { n, index }
  })
  const sorted = [...rows.values()].sort((a, b) => (a.value_index < b.value_index ? -1 : 1))
  const found = sorted.length ? await claimIdentities(tx, brandId, ctx.now(), sorted) : new Map()
  const made = owners.map(
    (owner) => owner !== null && found.get(owner.index)?.customer_id === rows.get(owner.index)!.customer_id,
  )
  const worth = owners.flatMap((owner, n) => {
    const value = people[n]!.value
    return owner && made[n] && value ? [{ id: rows.get(owner.index)!.customer_id, value }] : []
  })
  await setCustomerValues(tx, worth)
  return made
}
