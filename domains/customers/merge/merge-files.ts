import { v7 as uuidv7 } from 'uuid'
import { customersMerged } from '#contracts/customers'
import type { MergeFiles } from '#contracts/customers/merge'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { recordChanges } from '../changes/record-change.ts'
import { customerErrors } from '../errors.ts'
import { type CustomerRow, lockCustomers, updateCustomer } from '../file/customer-data.ts'
import { changesBetween } from '../file/field-changes.ts'
import { columnsOf, type Fields, openFields, readFields, sealFields } from '../file/fields.ts'
import { findVisible } from '../file/visible-data.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { settleMatches } from '../match/match-data.ts'
import { insertMerge, moveFamily, takeTurn } from './merge-data.ts'
import { chosenFields } from './merge-fields.ts'

/**
 * Shows two files in one, the other's family included (C1). No row of any room moves: the other keeps its identities, tickets and notes,
 * and only points to its head; so un-merging gives back both as they are then, with what came later.
 * Errors: customers.notFound, customers.sameFile.
 */
export function mergeFiles(
  ctx: Ctx,
  id: string,
  otherId: string,
  input: MergeFiles,
): Promise<{ mergeId: string }> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx, ctx.actor.brandId)
    const { head, other } = await lockPair(tx, ctx, id, otherId)
    const [mine, theirs] = [readFields(ctx, head), readFields(ctx, other)]
    const chosen = chosenFields(mine, theirs, input.fields)
    const mergeId = uuidv7()
    await insertMerge(tx, {
      brand_id: head.brand_id,
      id: mergeId,
      head_id: head.id,
      other_id: other.id,
      chosen_enc: sealFields(ctx, chosen),
      snapshot_enc: ctx.keys.seal(head.brand_id, JSON.stringify({ head: mine, other: theirs }))!,
      reason: input.reason,
      by_id: staffOf(ctx).staffId,
      by_name: staffOf(ctx).name,
      at: ctx.now(),
      undone_at: null,
      undone_by: '',
      undone_reason: '',
    })
    await moveFamily(tx, other.id, head.id)
    await showChosen(tx, ctx, head, mine, chosen, input.reason, mergeId)
    await settleMatches(tx, head.id, { at: ctx.now(), by: staffOf(ctx).name })
    await publish(tx, ctx, eventRow(customersMerged, { headId: head.id, otherId: other.id }))
    await audit(tx, ctx, {
      action: 'customers.merge',
      subjectKind: 'customer',
      subjectId: head.id,
      subject: customerNumber(head.number),
      data: { other: customerNumber(other.number), fields: Object.keys(chosen), reason: input.reason },
    })
    return { mergeId }
  })
}

async function lockPair(
  tx: Tx,
  ctx: Ctx,
  id: string,
  otherId: string,
): Promise<{ head: CustomerRow; other: CustomerRow }> {
  const scope = scopeOf(ctx.actor, 'customers.merge')
  const one = await findVisible(tx, scope, id)
  const two = await findVisible(tx, scope, otherId)
  if (!one || !two) throw customerErrors.notFound()
  if (one.id === two.id) throw customerErrors.sameFile()
  const locked = await lockCustomers(tx, [one.id, two.id])
  const rowOf = (wanted: string) => locked.find((row) => row.id === wanted)!
  return { head: rowOf(one.id), other: rowOf(two.id) }
}

/** The head's own fields are kept beside, so that un-merging knows them. */
async function showChosen(
  tx: Tx,
  ctx: Ctx,
  head: CustomerRow,
  mine: Fields,
  chosen: Partial<Fields>,
  reason: string,
  mergeId: string,
): Promise<void> {
  const own = head.own_enc ? openFields(ctx, head.own_enc) : mine
  await updateCustomer(tx, head.id, {
    ...columnsOf(ctx, chosen),
    own_enc: sealFields(ctx, own),
    updated_at: ctx.now(),
  })
  await recordChanges(
    tx,
    ctx,
    changesBetween(head.id, mine, chosen, { reason, source: 'merge', sourceId: mergeId }),
  )
}
