import { v7 as uuidv7 } from 'uuid'
import type { ChangeField, ChangeOrigin } from '#contracts/customers/file'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type ChangeRow, insertChanges } from './change-data.ts'

export type Recorded = {
  customerId: string
  field: ChangeField
  /** As a person reads it; empty: there was nothing, or nothing is left. */
  before: string
  after: string
  reason?: string | undefined
  source: ChangeOrigin
  sourceId?: string | undefined
}

/** C2: what a field was and became, by whom and why; sealed, because it repeats personal data. */
export async function recordChanges(tx: Tx, ctx: Ctx, changes: readonly Recorded[]): Promise<void> {
  await insertChanges(
    tx,
    changes.map((c) => changeRow(ctx, c, 'applied')),
  )
}

export function changeRow(ctx: Ctx, change: Recorded, state: 'applied' | 'proposed'): ChangeRow {
  const { actor } = ctx
  const seal = (text: string) => ctx.keys.seal(actor.brandId, text)
  return {
    brand_id: actor.brandId,
    id: uuidv7(),
    customer_id: change.customerId,
    field: change.field,
    before_enc: seal(change.before),
    after_enc: seal(change.after),
    by_kind: actor.kind === 'staff' ? 'staff' : actor.kind === 'customer' ? 'customer' : 'system',
    by_id: actor.kind === 'staff' ? actor.staffId : null,
    by_name: actor.kind === 'staff' ? actor.name : '',
    reason: change.reason ?? '',
    source: change.source,
    source_id: change.sourceId ?? '',
    state,
    at: ctx.now(),
    decided_at: null,
    decided_by: '',
  }
}

/**
 * Somebody has learnt something about a customer (a rider a new address, a colleague a new number): kept as a proposal until an agent or the customer confirms it.
 * Shape: `after` as a person writes it (an address, a number, a name); returns the id of the proposal.
 */
export async function proposeChange(
  tx: Tx,
  ctx: Ctx,
  proposal: Omit<Recorded, 'before' | 'field'> & { field: 'name' | 'phone' | 'email' | 'address' },
): Promise<string> {
  const row = changeRow(ctx, { ...proposal, before: '' }, 'proposed')
  await insertChanges(tx, [row])
  return row.id
}
