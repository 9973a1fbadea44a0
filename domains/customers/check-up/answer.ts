import { v7 as uuidv7 } from 'uuid'
import { customerChanged } from '#contracts/customers'
import type { AnswerCheckUp, OwnCheckUp } from '#contracts/customers/check-ups'
import type { Locale } from '#contracts/kit'
import { findBrandName } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, contextFor } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { sentence } from '#platform/locale'
import { findAddresses } from '../addresses/address-data.ts'
import { rememberAddress } from '../addresses/addresses.ts'
import { proposeChange, recordChanges } from '../changes/record-change.ts'
import { customerErrors } from '../errors.ts'
import { type CustomerRow, findIdentities, updateCustomer } from '../file/customer-data.ts'
import { familyOf } from '../file/family-data.ts'
import { lockHead, setFields } from '../file/set-fields.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { insertConsent } from '../notes/note-data.ts'
import { type CheckUpRow, checkUpByToken, lockCheckUp, updateCheckUp } from './check-up-data.ts'

type AtCheckUp = { tx: Tx; ctx: Ctx; row: CheckUpRow; head: CustomerRow }

/** Errors: customers.checkUpUnknown, also when its month is over; whether it ever existed is not told. */
async function atCheckUp<T>(
  outer: Ctx,
  token: string,
  locale: Locale,
  work: (at: AtCheckUp) => Promise<T>,
): Promise<T> {
  const found = await checkUpByToken(outer.db.open, hashSecret(token))
  if (!found) throw customerErrors.checkUpUnknown()
  const actor = { kind: 'customer', brandId: found.brand_id } as const
  const ctx = contextFor(outer, actor, { locale, requestId: outer.requestId })
  return ctx.transaction(async (tx) => {
    const row = await lockCheckUp(tx, found.check_up_id)
    const head = row && (await lockHead(tx, row.customer_id))
    if (!row || !head || row.expires_at <= ctx.now()) throw customerErrors.checkUpUnknown()
    return work({ tx, ctx, row, head })
  })
}

/** What the file holds, masked: whoever finds the link learns nothing with it. */
export function readCheckUp(outer: Ctx, token: string, locale: Locale): Promise<OwnCheckUp> {
  return atCheckUp(outer, token, locale, viewCheckUp)
}

async function viewCheckUp({ tx, row, head }: AtCheckUp): Promise<OwnCheckUp> {
  const family = await familyOf(tx, head.id)
  const [identities, addresses, brand] = await Promise.all([
    findIdentities(tx, family),
    findAddresses(tx, family),
    findBrandName(tx),
  ])
  const address = addresses.find((a) => a.id === head.address_id) ?? addresses[0]
  return {
    brand,
    name: head.name_masked,
    phones: [...new Set(identities.filter((i) => i.kind === 'phone').map((i) => i.masked))].slice(0, 3),
    address: address ? `${address.area}****` : '',
    birthday: head.birthday_on?.slice(-5) ?? '',
    state: row.answered_at ? (row.state as 'confirmed') : 'open',
  }
}

/**
 * The customer's answer (C2): nothing has changed; or new values, which stand as confirmed by the customer, except a new number, which an agent checks
 * because anybody could type one; or not to be asked again (C3). Once: sent again it changes nothing.
 */
export function answerCheckUp(
  outer: Ctx,
  token: string,
  input: AnswerCheckUp,
  locale: Locale,
): Promise<OwnCheckUp> {
  return atCheckUp(outer, token, locale, async (at) => {
    const { tx, ctx, row, head } = at
    if (row.answered_at) return viewCheckUp(at)
    const changed = input.answer === 'changed' ? await takeChanges(at, input) : []
    const state =
      input.answer === 'declined'
        ? 'declined'
        : changed.length
          ? ('changed' as const)
          : ('confirmed' as const)
    if (state === 'declined') await refuse(at)
    else await updateCustomer(tx, head.id, { checked_at: ctx.now() })
    if (state === 'confirmed')
      await recordChanges(tx, ctx, [
        {
          customerId: head.id,
          field: 'checked',
          before: '',
          after: 'same',
          source: 'customer',
          sourceId: row.id,
        },
      ])
    const answered = { ...row, state, answered_at: ctx.now() }
    await updateCheckUp(tx, row.id, { state, answered_at: answered.answered_at })
    await publish(tx, ctx, eventRow(customerChanged, { customerId: head.id }))
    await audit(tx, ctx, {
      action: 'customers.checkUpAnswered',
      subjectKind: 'customer',
      subjectId: head.id,
      subject: customerNumber(head.number),
      data: { answer: state, fields: changed },
    })
    return viewCheckUp({ ...at, row: answered, head: (await lockHead(tx, head.id))! })
  })
}

async function takeChanges(
  { tx, ctx, row, head }: AtCheckUp,
  { name, phone, address }: Extract<AnswerCheckUp, { answer: 'changed' }>,
): Promise<string[]> {
  const from = { source: 'customer', sourceId: row.id } as const
  const changed: string[] = name ? await setFields(tx, ctx, head, { name }, from) : []
  if (address) {
    const addressId = await rememberAddress(tx, ctx, head.id, { text: address })
    await updateCustomer(tx, head.id, { address_id: addressId })
    await recordChanges(tx, ctx, [
      { customerId: head.id, field: 'address', before: '', after: address, ...from },
    ])
    changed.push('address')
  }
  if (phone) {
    const field = phone.includes('@') ? 'email' : 'phone'
    await proposeChange(tx, ctx, { customerId: head.id, field, after: phone, ...from })
    changed.push(field)
  }
  return changed
}

async function refuse({ tx, ctx, row, head }: AtCheckUp): Promise<void> {
  await insertConsent(tx, {
    brand_id: row.brand_id,
    id: uuidv7(),
    customer_id: head.id,
    purpose: 'check_up',
    text_version: '1',
    text: sentence(ctx.locale, 'check-up', 'decline'),
    channel: row.way || 'page',
    given_at: ctx.now(),
    by_kind: 'customer',
    by_id: null,
    by_name: '',
    withdrawn_at: ctx.now(),
    withdrawn_by: '',
  })
}
