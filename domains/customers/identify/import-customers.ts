import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { setCustomerValues } from '../file/customer-data.ts'
import { identifyCustomers } from './identify-customers.ts'

export type ImportedCustomer = { contact: string; name: string; value?: CustomerValue | undefined }

/**
 * Takes customers of a file into the brand's own: a number or address that somebody has already changes nothing of that file.
 * Shape: same order and length as `people`; true where a new customer was made.
 */
export async function importCustomers(tx: Tx, ctx: Ctx, people: ImportedCustomer[]): Promise<boolean[]> {
  const found = await identifyCustomers(
    tx,
    ctx,
    people.map(({ contact, name }) => ({ contact, name, proof: 'staff' })),
  )
  const worth = found.flatMap(({ customerId, fresh }, n) => {
    const value = people[n]!.value
    return fresh && value ? [{ id: customerId!, value }] : []
  })
  await setCustomerValues(tx, worth)
  return found.map(({ fresh }) => fresh)
}
