import { v7 as uuidv7 } from 'uuid'
import { customerChanged } from '#contracts/customers'
import type { ChangeField, CustomerFile, EditCustomer, GiveConsent } from '#contracts/customers/file'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { endAddress } from '../addresses/address-data.ts'
import { type GivenAddress, openAddress, rememberAddress } from '../addresses/addresses.ts'
import { recordChanges } from '../changes/record-change.ts'
import { customerErrors } from '../errors.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { giveConsent } from '../notes/consents.ts'
import { endConsent, insertNote } from '../notes/note-data.ts'
import { endTrait } from '../traits/trait-data.ts'
import { type GivenTrait, openTrait, rememberTrait } from '../traits/traits.ts'
import type { CustomerRow } from './customer-data.ts'
import { familyOf } from './family-data.ts'
import { viewFile } from './read-file.ts'
import { lockHead, setFields } from './set-fields.ts'
import { findVisible } from './visible-data.ts'

/** One deed of a colleague on one file, its head locked. Errors: customers.notFound out of reach, customers.moved. */
export function atFile(
  ctx: Ctx,
  id: string,
  action: string,
  work: (tx: Tx, head: CustomerRow) => Promise<Record<string, unknown> | undefined>,
): Promise<CustomerFile> {
  return ctx.transaction(async (tx) => {
    if (!(await findVisible(tx, scopeOf(ctx.actor, action), id))) throw customerErrors.notFound()
    const head = (await lockHead(tx, id))!
    const done = await work(tx, head)
    if (done) {
      await publish(tx, ctx, eventRow(customerChanged, { customerId: head.id }))
      await audit(tx, ctx, {
        action,
        subjectKind: 'customer',
        subjectId: head.id,
        subject: customerNumber(head.number),
        data: done,
      })
    }
    return viewFile(tx, ctx, (await findVisible(tx, scopeOf(ctx.actor, action), head.id))!)
  })
}

export function editCustomer(ctx: Ctx, id: string, input: EditCustomer): Promise<CustomerFile> {
  const { reason, birthdayOn, birthdayLunar, ...plain } = input
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const birthday =
      birthdayOn === undefined
        ? undefined
        : birthdayOn && { on: birthdayOn, lunar: birthdayLunar ?? head.birthday_lunar }
    const given = { ...plain, ...(birthday === undefined ? {} : { birthday: birthday || null }) }
    const changed = await setFields(tx, ctx, head, given, { reason, source: 'staff' })
    return changed.length ? { fields: changed, reason } : undefined
  })
}

async function noted(
  tx: Tx,
  ctx: Ctx,
  customerId: string,
  field: ChangeField,
  before: string,
  after: string,
) {
  await recordChanges(tx, ctx, [{ customerId, field, before, after, source: 'staff' }])
}

export function addTrait(ctx: Ctx, id: string, given: Omit<GivenTrait, 'source'>): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    if (!(await rememberTrait(tx, ctx, head.id, { ...given, source: 'staff' }))) return undefined
    await noted(tx, ctx, head.id, 'trait', '', given.value)
    return { trait: given.kind }
  })
}

export function removeTrait(ctx: Ctx, id: string, traitId: string): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const ended = await endTrait(tx, await familyOf(tx, head.id), traitId, ctx.now())
    if (!ended) throw customerErrors.notFound()
    await noted(tx, ctx, head.id, 'trait', openTrait(ctx, ended).value, '')
    return { traitEnded: ended.kind }
  })
}

export function addAddress(ctx: Ctx, id: string, given: GivenAddress): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    await rememberAddress(tx, ctx, head.id, given)
    await noted(tx, ctx, head.id, 'address', '', given.text)
    return { address: 'added' }
  })
}

export function removeAddress(ctx: Ctx, id: string, addressId: string): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const ended = await endAddress(tx, await familyOf(tx, head.id), addressId)
    if (!ended) throw customerErrors.notFound()
    await noted(tx, ctx, head.id, 'address', openAddress(ctx, ended).text, '')
    return { address: 'removed' }
  })
}

/** The address that is taken unless another is said. */
export function chooseAddress(ctx: Ctx, id: string, addressId: string): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const { addresses } = await viewFile(tx, ctx, head)
    if (!addresses.some((a) => a.id === addressId)) throw customerErrors.notFound()
    const changed = await setFields(tx, ctx, head, { addressId }, { source: 'staff' })
    return changed.length ? { fields: changed } : undefined
  })
}

export function addNote(ctx: Ctx, id: string, text: string): Promise<CustomerFile> {
  const staff = staffOf(ctx)
  return atFile(ctx, id, 'customers.note', async (tx, head) => {
    await insertNote(tx, {
      brand_id: head.brand_id,
      id: uuidv7(),
      customer_id: head.id,
      text_enc: ctx.keys.seal(head.brand_id, text)!,
      by_id: staff.staffId,
      by_name: staff.name,
      at: ctx.now(),
    })
    return {}
  })
}

export function addConsent(ctx: Ctx, id: string, given: GiveConsent): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    await giveConsent(tx, ctx, head.id, given)
    await noted(tx, ctx, head.id, 'consent', '', given.purpose)
    return { consent: given.purpose, version: given.textVersion }
  })
}

export function withdrawConsent(ctx: Ctx, id: string, consentId: string): Promise<CustomerFile> {
  const staff = staffOf(ctx)
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const family = await familyOf(tx, head.id)
    const set = { withdrawn_at: ctx.now(), withdrawn_by: staff.name }
    const ended = await endConsent(tx, family, consentId, set)
    if (!ended) throw customerErrors.notFound()
    await noted(tx, ctx, head.id, 'consent', ended.purpose, '')
    return { consentWithdrawn: ended.purpose }
  })
}
