import type { z } from 'zod'
import type { CustomerPage, CustomerQuery, CustomerRow } from '#contracts/customers/file'
import type { CustomerValue } from '#contracts/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readPlace, writePlace } from '#platform/keyset'
import { scopeOf } from '#platform/permissions'
import { factsOf } from '../facts/facts-data.ts'
import { viewFacts } from '../facts/view-facts.ts'
import { readContact } from '../identify/contact.ts'
import { customerNumber, readCustomerNumber } from '../identify/customer-number.ts'
import { nameIndex, tailIndex } from '../identify/read-identity.ts'
import { findTraits } from '../traits/trait-data.ts'
import { distinct, openTrait } from '../traits/traits.ts'
import { findIdentities, type CustomerRow as Row } from './customer-data.ts'
import { contactsOf } from './view-customer.ts'
import { listHeads, membersOf, type Sought } from './visible-data.ts'

/** The brand's customers within the reader's reach, whoever was heard of last first. */
export function listCustomers(ctx: Ctx, query: CustomerQuery): Promise<z.infer<typeof CustomerPage>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'customers.read')
    const sought = query.q ? soughtBy(ctx, query.q) : null
    const found = await listHeads(
      tx,
      scope,
      { value: query.value, tag: query.tag, shop: query.shop, sought },
      readPlace(query.cursor),
      query.limit + 1,
    )
    const rows = found.slice(0, query.limit)
    const last = rows.at(-1)
    return {
      rows: await viewRows(tx, ctx, rows),
      next: found.length > rows.length && last ? writePlace({ at: last.updated_at, id: last.id }) : null,
    }
  })
}

const TAIL = /^\d{4}$/
const NUMBERS = /^[\d+\s()-]+$/

/**
 * What somebody typed, as what a file is found by. Whole numbers, addresses and names only within the reach of customers.reveal,
 * because trying them one after the other would unmask a file; the customer's number and the last four digits are shown to everybody.
 */
function soughtBy(ctx: Ctx, typed: string): Sought {
  const nothing: Sought = { number: readCustomerNumber(typed), identities: [], tail: null, name: null }
  if (nothing.number !== null) return nothing
  const digits = typed.replace(/\D/g, '')
  if (TAIL.test(typed.trim())) return { ...nothing, tail: tailIndex(ctx, digits) }
  if (!scopeOf(ctx.actor, 'customers.reveal')) return nothing
  const index = (kind: string, value: string) => ctx.keys.blindIndex(ctx.actor.brandId, kind, value)
  if (typed.includes('@') || NUMBERS.test(typed)) {
    const { kind, value } = readContact(typed)
    return { ...nothing, identities: [index(kind, value), index('member_card', typed.trim())] }
  }
  return { ...nothing, name: nameIndex(ctx, typed), identities: [index('member_card', typed.trim())] }
}

/** As lists show them: masked, what may harm loud. */
export async function viewRows(tx: Tx, ctx: Ctx, rows: readonly Row[]): Promise<CustomerRow[]> {
  const headOf = await membersOf(
    tx,
    rows.map((r) => r.id),
  )
  const members = [...headOf.keys()]
  if (!members.length) return []
  const [identities, traits, facts] = await Promise.all([
    findIdentities(tx, members, 20 * rows.length),
    findTraits(tx, members, true, 20 * rows.length),
    factsOf(tx, members),
  ])
  return rows.map((row) => {
    const own = <T extends { customer_id: string }>(all: readonly T[]) =>
      all.filter((one) => headOf.get(one.customer_id) === row.id)
    return {
      id: row.id,
      number: customerNumber(row.number),
      name: row.name_masked,
      contact: contactsOf(own(identities)),
      value: row.value as CustomerValue,
      tags: row.tags,
      taboos: distinct(own(traits)).map((t) => openTrait(ctx, t)),
      facts: viewFacts(own(facts)),
      updatedAt: row.updated_at.toISOString(),
    }
  })
}
