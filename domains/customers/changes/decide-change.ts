import type { ChangeField, CustomerFile } from '#contracts/customers/file'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { rememberAddress } from '../addresses/addresses.ts'
import { customerErrors } from '../errors.ts'
import type { CustomerRow } from '../file/customer-data.ts'
import { atFile } from '../file/edit-file.ts'
import { familyOf } from '../file/family-data.ts'
import { setFields } from '../file/set-fields.ts'
import { addContact } from '../identify/add-contact.ts'
import { decideChange as keepDecision, lockProposed } from './change-data.ts'

/**
 * An agent confirms what somebody has proposed, and it becomes part of the file; or says that it is wrong.
 * Errors: customers.notFound, customers.decided, customers.identityTaken when the number is another customer's (the two are proposed as one).
 */
export function decideProposal(
  ctx: Ctx,
  id: string,
  changeId: string,
  decision: 'confirm' | 'reject',
): Promise<CustomerFile> {
  return atFile(ctx, id, 'customers.edit', async (tx, head) => {
    const proposal = await lockProposed(tx, await familyOf(tx, head.id), changeId)
    if (!proposal) throw customerErrors.notFound()
    if (proposal.state !== 'proposed') throw customerErrors.decided()
    const after = ctx.keys.open(head.brand_id, proposal.after_enc)
    const field = proposal.field as ChangeField
    const before = decision === 'confirm' ? await take(tx, ctx, head, field, after) : ''
    await keepDecision(tx, changeId, {
      state: decision === 'confirm' ? 'confirmed' : 'rejected',
      decided_at: ctx.now(),
      decided_by: staffOf(ctx).name,
      before_enc: ctx.keys.seal(head.brand_id, before),
    })
    return { proposal: field, decision }
  })
}

/** Shape: returns what the field was before. */
async function take(tx: Tx, ctx: Ctx, head: CustomerRow, field: ChangeField, after: string): Promise<string> {
  if (field === 'address') {
    await rememberAddress(tx, ctx, head.id, { text: after })
    return ''
  }
  if (field === 'name') {
    await setFields(tx, ctx, head, { name: after }, { source: 'staff' })
    return ctx.keys.open(head.brand_id, head.name_enc)
  }
  if (!(await addContact(tx, ctx, head.id, after))) throw customerErrors.identityTaken()
  return ''
}
