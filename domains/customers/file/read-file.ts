import type { IdentityKind, IdentityOrigin, TraitKind } from '#contracts/customers'
import type { CustomerFile, FileRevealed, MergedFile } from '#contracts/customers/file'
import type { Locale } from '#contracts/kit'
import type { CustomerValue } from '#contracts/playbook'
import { playbookInForce } from '#domains/playbook'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { findAddresses } from '../addresses/address-data.ts'
import { openAddress } from '../addresses/addresses.ts'
import { findProposed } from '../changes/change-data.ts'
import { viewChange } from '../changes/view-change.ts'
import { customerErrors } from '../errors.ts'
import { factsOf } from '../facts/facts-data.ts'
import { viewFacts } from '../facts/view-facts.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { standingMerges } from '../merge/merge-data.ts'
import { findConsents, findNotes } from '../notes/note-data.ts'
import { findTraits } from '../traits/trait-data.ts'
import { distinct, openTrait } from '../traits/traits.ts'
import { type CustomerRow, findIdentities, findRows } from './customer-data.ts'
import { familyOf } from './family-data.ts'
import { contactsOf } from './view-customer.ts'
import { findVisible } from './visible-data.ts'

/** One customer's whole file, masked. Errors: customers.notFound out of reach. */
export function readFile(ctx: Ctx, id: string): Promise<CustomerFile> {
  return ctx.transaction(async (tx) => {
    const head = await findVisible(tx, scopeOf(ctx.actor, 'customers.read'), id)
    if (!head) throw customerErrors.notFound()
    return viewFile(tx, ctx, head)
  })
}

/** Whether this reader may open the customer's file. */
export async function customerInReach(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  return (await findVisible(tx, scopeOf(ctx.actor, 'customers.read'), id)) !== undefined
}

export async function viewFile(tx: Tx, ctx: Ctx, head: CustomerRow): Promise<CustomerFile> {
  const family = await familyOf(tx, head.id)
  const [identities, addresses, traits, consents, notes, facts, proposed, merged, inForce] =
    await Promise.all([
      findIdentities(tx, family),
      findAddresses(tx, family),
      findTraits(tx, family),
      findConsents(tx, family),
      findNotes(tx, family),
      factsOf(tx, family),
      findProposed(tx, family),
      viewMerged(tx, family),
      playbookInForce(tx),
    ])
  return {
    id: head.id,
    number: customerNumber(head.number),
    name: head.name_masked,
    value: head.value as CustomerValue,
    tags: head.tags,
    language: head.language as Locale | null,
    birthday: head.birthday_on?.slice(-5) ?? null,
    birthdayLunar: head.birthday_lunar,
    createdAt: head.created_at.toISOString(),
    updatedAt: head.updated_at.toISOString(),
    checkedAt: head.checked_at?.toISOString() ?? null,
    identities: identities.map((i) => ({
      id: i.id,
      kind: i.kind as IdentityKind,
      masked: i.masked,
      proof: i.proof as IdentityOrigin,
      since: i.created_at.toISOString(),
    })),
    addresses: addresses.map((a) => ({
      id: a.id,
      area: a.area,
      label: a.label,
      times: a.times,
      lastAt: a.last_at.toISOString(),
    })),
    addressId: head.address_id ?? addresses[0]?.id ?? null,
    traits: distinct(traits).map((t) => ({
      id: t.id,
      ...openTrait(ctx, t),
      kind: t.kind as TraitKind,
      loud: t.loud,
      source: t.source,
      by: t.by_name,
      since: t.since.toISOString(),
    })),
    consents: consents.map((c) => ({
      id: c.id,
      purpose: c.purpose,
      textVersion: c.text_version,
      text: c.text,
      channel: c.channel,
      givenAt: c.given_at.toISOString(),
      by: c.by_name,
      withdrawnAt: c.withdrawn_at?.toISOString() ?? null,
      withdrawnBy: c.withdrawn_by,
    })),
    notes: notes.map((n) => ({
      id: n.id,
      text: ctx.keys.open(n.brand_id, n.text_enc),
      by: n.by_name,
      at: n.at.toISOString(),
    })),
    facts: viewFacts(facts),
    currency: inForce.playbook.compensation.currency,
    merged,
    proposals: proposed.map((p) => viewChange(ctx, p)),
    can: await deedsOf(tx, ctx, head.id),
  }
}

async function viewMerged(tx: Tx, family: readonly string[]): Promise<MergedFile[]> {
  const merges = await standingMerges(tx, family)
  if (!merges.length) return []
  const others = merges.map((m) => m.other_id)
  const [rows, identities] = await Promise.all([findRows(tx, others), findIdentities(tx, others)])
  return merges.flatMap((merge) => {
    const row = rows.find((r) => r.id === merge.other_id)
    if (!row) return []
    return [
      {
        mergeId: merge.id,
        id: row.id,
        number: customerNumber(row.number),
        name: row.name_masked,
        contact: contactsOf(identities.filter((i) => i.customer_id === row.id)),
        reason: merge.reason,
        by: merge.by_name,
        at: merge.at.toISOString(),
      },
    ]
  })
}

const DEEDS = [
  ['edit', 'customers.edit'],
  ['reveal', 'customers.reveal'],
  ['merge', 'customers.merge'],
  ['note', 'customers.note'],
] as const

async function deedsOf(tx: Tx, ctx: Ctx, headId: string): Promise<CustomerFile['can']> {
  const allowed: CustomerFile['can'] = []
  for (const [deed, action] of DEEDS) {
    const scope = scopeOf(ctx.actor, action)
    if (covers(scope, { shopId: null }) || (scope && (await findVisible(tx, scope, headId))))
      allowed.push(deed)
  }
  return allowed
}

/** Everything in the clear, with the reason in the audit trail (G1). Errors: customers.notFound out of reach. */
export function revealFile(ctx: Ctx, id: string, reason: string): Promise<FileRevealed> {
  return ctx.transaction(async (tx) => {
    const head = await findVisible(tx, scopeOf(ctx.actor, 'customers.reveal'), id)
    if (!head) throw customerErrors.notFound()
    await audit(tx, ctx, {
      action: 'customers.reveal',
      subjectKind: 'customer',
      subjectId: head.id,
      subject: customerNumber(head.number),
      data: { reason },
    })
    const family = await familyOf(tx, head.id)
    const [identities, addresses] = await Promise.all([findIdentities(tx, family), findAddresses(tx, family)])
    const open = (sealed: Buffer | null) => ctx.keys.open(head.brand_id, sealed)
    return {
      name: open(head.name_enc),
      birthday: head.birthday_on,
      identities: identities.map((i) => ({
        id: i.id,
        kind: i.kind as IdentityKind,
        value: open(i.value_enc),
      })),
      addresses: addresses.map((row) => ({ id: row.id, text: openAddress(ctx, row).text })),
    }
  })
}
