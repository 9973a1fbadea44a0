import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { recordChanges } from '../changes/record-change.ts'
import { customerErrors } from '../errors.ts'
import { setChosen, standingMerges } from '../merge/merge-data.ts'
import { type CustomerRow, findHead, lockCustomers, updateCustomer } from './customer-data.ts'
import { changesBetween, type Why } from './field-changes.ts'
import {
  changedFields,
  columnsOf,
  type FieldName,
  type Fields,
  openFields,
  readFields,
  sealFields,
} from './fields.ts'

/** The head of the file in which this customer is shown, locked; undefined when there is no such customer. Errors: customers.moved when it was merged in this moment. */
export async function lockHead(tx: Tx, id: string): Promise<CustomerRow | undefined> {
  const head = await findHead(tx, id)
  if (!head) return undefined
  const [locked] = await lockCustomers(tx, [head.id])
  if (locked?.merged_into) throw customerErrors.moved()
  return locked
}

/**
 * Sets fields of a file by somebody's word, with a line of history each. `head` is locked.
 * What is said now is the head's own from here on: un-merging does not take it back.
 * Shape: returns the fields that really changed.
 */
export async function setFields(
  tx: Tx,
  ctx: Ctx,
  head: CustomerRow,
  given: Partial<Fields>,
  why: Why,
): Promise<FieldName[]> {
  const before = readFields(ctx, head)
  const changed = changedFields(before, given)
  const names = Object.keys(changed) as FieldName[]
  if (!names.length) return []
  const now = ctx.now()
  const own = head.own_enc ? sealFields(ctx, { ...openFields(ctx, head.own_enc), ...changed }) : null
  await updateCustomer(tx, head.id, {
    ...columnsOf(ctx, changed),
    own_enc: own,
    updated_at: now,
    ...(names.includes('name') ? { match_due_at: now } : {}),
  })
  if (own) await forgetChosen(tx, ctx, head.id, names)
  await recordChanges(tx, ctx, changesBetween(head.id, before, changed, why))
  return names
}

async function forgetChosen(tx: Tx, ctx: Ctx, headId: string, names: readonly FieldName[]): Promise<void> {
  for (const merge of await standingMerges(tx, [headId])) {
    const chosen = openFields(ctx, merge.chosen_enc)
    if (!names.some((name) => name in chosen)) continue
    for (const name of names) delete chosen[name]
    await setChosen(tx, merge.id, sealFields(ctx, chosen))
  }
}
