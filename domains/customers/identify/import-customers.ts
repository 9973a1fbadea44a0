import type { PlatformKind, TraitKind } from '#contracts/customers'
import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { addressesOf, rememberAddress } from '../addresses/addresses.ts'
import { normaliseAddress } from '../addresses/read-address.ts'
import { setCustomerValues } from '../file/customer-data.ts'
import { familyOf } from '../file/family-data.ts'
import type { Fields } from '../file/fields.ts'
import { lockHead, setFields } from '../file/set-fields.ts'
import { giveConsent } from '../notes/consents.ts'
import { findConsents } from '../notes/note-data.ts'
import { rememberTrait } from '../traits/traits.ts'
import { identifyCustomers } from './identify-customers.ts'

export type ImportedCustomer = {
  /** Empty when a card or an account of a platform says who it is. */
  contact: string
  name: string
  value?: CustomerValue | undefined
  known?: readonly { kind: PlatformKind; value: string }[] | undefined
  birthday?: { on: string; lunar: boolean } | undefined
  tags?: readonly string[] | undefined
  address?: string | undefined
  traits?: readonly { kind: TraitKind; value: string }[] | undefined
  /** What the table says somebody has agreed to, with the words that the brand showed or a note where they come from. */
  consent?: { purpose: string; text: string } | undefined
}

/**
 * Takes customers of a file into the brand's own: a number or address that somebody has already changes no name and no worth of that file.
 * What the file did not know (card, address, taboo, tag, birthday, consent) is added, so that bringing the same table again changes nothing.
 * Shape: same order and length as `people`; true where a new customer was made.
 */
export async function importCustomers(tx: Tx, ctx: Ctx, people: ImportedCustomer[]): Promise<boolean[]> {
  const found = await identifyCustomers(
    tx,
    ctx,
    people.map(({ contact, name, known }) => ({
      ...(contact ? { contact } : {}),
      name,
      proof: 'staff' as const,
      ...(known?.length ? { known } : {}),
    })),
  )
  const worth = found.flatMap(({ customerId, fresh }, n) => {
    const value = people[n]!.value
    return fresh && value ? [{ id: customerId!, value }] : []
  })
  await setCustomerValues(tx, worth)
  for (const [n, { customerId }] of found.entries())
    if (customerId && saysMore(people[n]!)) await addMore(tx, ctx, customerId, people[n]!)
  return found.map(({ fresh }) => fresh)
}

const saysMore = (one: ImportedCustomer) =>
  Boolean(one.birthday || one.tags?.length || one.address || one.traits?.length || one.consent)

async function addMore(tx: Tx, ctx: Ctx, customerId: string, more: ImportedCustomer): Promise<void> {
  const head = (await lockHead(tx, customerId))!
  const tags = [...new Set([...head.tags, ...(more.tags ?? [])])].slice(0, 20)
  const fields: Partial<Fields> = {
    ...(tags.length > head.tags.length ? { tags } : {}),
    ...(more.birthday && !head.birthday_on ? { birthday: more.birthday } : {}),
  }
  await setFields(tx, ctx, head, fields, { source: 'import' })
  for (const trait of more.traits ?? []) await rememberTrait(tx, ctx, head.id, { ...trait, source: 'import' })
  if (more.address) {
    const written = normaliseAddress(more.address)
    const known = await addressesOf(tx, ctx, head.id)
    if (!known.some(({ text }) => normaliseAddress(text) === written))
      await rememberAddress(tx, ctx, head.id, { text: more.address })
  }
  if (more.consent) await addConsent(tx, ctx, head.id, more.consent)
}

/** What a customer has taken back no table gives again. */
async function addConsent(
  tx: Tx,
  ctx: Ctx,
  headId: string,
  { purpose, text }: NonNullable<ImportedCustomer['consent']>,
): Promise<void> {
  const all = await findConsents(tx, await familyOf(tx, headId))
  if (all.some((one) => one.purpose === purpose)) return
  await giveConsent(tx, ctx, headId, { purpose, textVersion: 'import', text, channel: 'import' })
}
