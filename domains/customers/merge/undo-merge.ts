import { customersUnmerged } from '#contracts/customers'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { recordChanges } from '../changes/record-change.ts'
import { customerErrors } from '../errors.ts'
import { type CustomerRow, lockCustomers, updateCustomer } from '../file/customer-data.ts'
import { changesBetween } from '../file/field-changes.ts'
import { changedFields, columnsOf, type Fields, openFields, readFields } from '../file/fields.ts'
import { findVisible } from '../file/visible-data.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { rejectPair } from '../match/match-data.ts'
import { endMerge, findMerge, freeBranch, type MergeRow, standingMerges, takeTurn } from './merge-data.ts'
import { shownFields } from './merge-fields.ts'

/**
 * Takes a merge back: the other file is shown by itself again with everything that was merged into it before, and the head shows
 * its own fields where this merge had chosen others. What somebody has set since stays.
 * Errors: customers.notFound, customers.alreadyUndone.
 */
export function undoMerge(ctx: Ctx, mergeId: string, reason: string): Promise<{ mergeId: string }> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx, ctx.actor.brandId)
    const merge = await findMerge(tx, mergeId)
    const scope = scopeOf(ctx.actor, 'customers.merge')
    if (!merge || !(await findVisible(tx, scope, merge.head_id))) throw customerErrors.notFound()
    const { head, other } = await lockBranch(tx, merge)
    const now = ctx.now()
    const ended = { undone_at: now, undone_by: staffOf(ctx).name, undone_reason: reason }
    if (!(await endMerge(tx, mergeId, ended))) throw customerErrors.alreadyUndone()
    await freeBranch(tx, other.id)
    await showOwn(tx, ctx, head, { reason, mergeId })
    await updateCustomer(tx, other.id, { updated_at: now })
    await rejectPair(tx, ctx, [head.id, other.id], { reason, by: staffOf(ctx).name })
    await publish(tx, ctx, eventRow(customersUnmerged, { headId: head.id, otherId: other.id }))
    await audit(tx, ctx, {
      action: 'customers.unmerge',
      subjectKind: 'customer',
      subjectId: head.id,
      subject: customerNumber(head.number),
      data: { other: customerNumber(other.number), reason },
    })
    return { mergeId }
  })
}

/** Both ends, so that nobody edits them meanwhile. */
async function lockBranch(tx: Tx, merge: MergeRow): Promise<{ head: CustomerRow; other: CustomerRow }> {
  const locked = await lockCustomers(tx, [merge.head_id, merge.other_id])
  const rowOf = (id: string) => locked.find((row) => row.id === id)!
  return { head: rowOf(merge.head_id), other: rowOf(merge.other_id) }
}

async function showOwn(
  tx: Tx,
  ctx: Ctx,
  head: CustomerRow,
  { reason, mergeId }: { reason: string; mergeId: string },
): Promise<void> {
  const before = readFields(ctx, head)
  const own = openFields(ctx, head.own_enc) as Fields
  const left = await standingMerges(tx, [head.id])
  const shown = shownFields(
    own,
    left.map((merge) => openFields(ctx, merge.chosen_enc)),
  )
  const changed = changedFields(before, shown)
  await updateCustomer(tx, head.id, {
    ...columnsOf(ctx, changed),
    own_enc: left.length ? head.own_enc : null,
    updated_at: ctx.now(),
  })
  await recordChanges(
    tx,
    ctx,
    changesBetween(head.id, before, changed, { reason, source: 'merge', sourceId: mergeId }),
  )
}
