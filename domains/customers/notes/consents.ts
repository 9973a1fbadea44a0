import { v7 as uuidv7 } from 'uuid'
import type { GiveConsent } from '#contracts/customers/file'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { familyOf } from '../file/family-data.ts'
import { findConsents, insertConsent } from './note-data.ts'

/** C3: the customer agrees to a purpose, in the words that were shown. A consent that stands already for the same words is not doubled. */
export async function giveConsent(tx: Tx, ctx: Ctx, customerId: string, given: GiveConsent): Promise<void> {
  const { actor } = ctx
  const standing = (await findConsents(tx, await familyOf(tx, customerId))).some(
    (c) =>
      c.purpose === given.purpose &&
      c.text_version === given.textVersion &&
      c.channel === given.channel &&
      c.withdrawn_at === null,
  )
  if (standing) return
  await insertConsent(tx, {
    brand_id: actor.brandId,
    id: uuidv7(),
    customer_id: customerId,
    purpose: given.purpose,
    text_version: given.textVersion,
    text: given.text,
    channel: given.channel,
    given_at: ctx.now(),
    by_kind: actor.kind,
    by_id: actor.kind === 'staff' ? actor.staffId : null,
    by_name: actor.kind === 'staff' ? actor.name : '',
    withdrawn_at: null,
    withdrawn_by: '',
  })
}
