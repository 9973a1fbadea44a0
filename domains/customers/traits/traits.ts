import { v7 as uuidv7 } from 'uuid'
import type { Taboo, TraitKind } from '#contracts/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { foldText } from '#platform/fold-text'
import { insertTrait, loudTraits, type TraitRow } from './trait-data.ts'

/** These may harm: always loud, whoever writes them down. */
export const HARMFUL: readonly TraitKind[] = ['allergy', 'taboo', 'skin']

export type GivenTrait = {
  kind: TraitKind
  value: string
  loud?: boolean | undefined
  /** Where it was learnt: `staff`, `order`, `ticket`, `rider`, `visit`, `import`. */
  source: string
  sourceId?: string | undefined
}

/** Writes down a taboo or a preference; the same again changes nothing. Shape: true when it is new. */
export function rememberTrait(tx: Tx, ctx: Ctx, customerId: string, given: GivenTrait): Promise<boolean> {
  const { actor } = ctx
  const value = given.value.trim()
  return insertTrait(tx, {
    brand_id: actor.brandId,
    id: uuidv7(),
    customer_id: customerId,
    kind: given.kind,
    value_enc: ctx.keys.seal(actor.brandId, value)!,
    value_index: ctx.keys.blindIndex(actor.brandId, 'trait', foldText(value).replace(/\s+/g, '')),
    loud: given.loud || HARMFUL.includes(given.kind),
    source: given.source,
    source_id: given.sourceId ?? '',
    by_id: actor.kind === 'staff' ? actor.staffId : null,
    by_name: actor.kind === 'staff' ? actor.name : '',
    since: ctx.now(),
  })
}

/** What must not go into this customer's dish or onto this skin, for every screen on which the customer is: before anything is made. */
export async function tabooLines(tx: Tx, ctx: Ctx, customerId: string): Promise<Taboo[]> {
  return distinct(await loudTraits(tx, customerId)).map((row) => openTrait(ctx, row))
}

export function openTrait(ctx: Ctx, row: TraitRow): Taboo {
  return { kind: row.kind as TraitKind, value: ctx.keys.open(ctx.actor.brandId, row.value_enc) }
}

/** Files of one family may know the same. */
export function distinct(rows: readonly TraitRow[]): TraitRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.kind} ${row.value_index.toString('hex')}`
    return seen.has(key) ? false : seen.add(key)
  })
}
