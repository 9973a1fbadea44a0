import type { z } from 'zod'
import type { CustomerMatch, MatchPage, MatchQuery, MatchReason } from '#contracts/customers/merge'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { headOf } from '../file/family-data.ts'
import { maskedCustomer } from '../file/view-customer.ts'
import { countMatches, type MatchRow, openMatches } from './match-data.ts'

const COUNTED = 99

/** Pairs of files that probably are one person's, the surest first, with the reasons. */
export function listMatches(ctx: Ctx, query: MatchQuery): Promise<z.infer<typeof MatchPage>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'customers.merge')
    const customer = query.customer ? await headOf(tx, query.customer) : null
    const found = await openMatches(tx, { scope, customer }, readAfter(query.cursor), query.limit + 1)
    const rows = found.slice(0, query.limit)
    const sides = new Map(
      await Promise.all(
        [...new Set(rows.flatMap((r) => [r.one_head, r.other_head]))].map(
          async (id) => [id, await maskedCustomer(tx, ctx, id)] as const,
        ),
      ),
    )
    const last = rows.at(-1)
    return {
      matches: distinctPairs(rows).flatMap((row): CustomerMatch[] => {
        const [one, other] = [sides.get(row.one_head), sides.get(row.other_head)]
        if (!one || !other) return []
        return [
          {
            id: row.id,
            probability: row.probability,
            reasons: row.reasons as MatchReason[],
            foundAt: row.found_at.toISOString(),
            one,
            other,
          },
        ]
      }),
      next: found.length > rows.length && last ? `${last.probability} ${last.id}` : null,
      open: await countMatches(tx, COUNTED),
    }
  })
}

/** Two families may be joined by several pairs: the surest stands for them. */
function distinctPairs(rows: readonly MatchRow[]): MatchRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = [row.one_head, row.other_head].sort().join(' ')
    return seen.has(key) ? false : seen.add(key)
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readAfter(cursor: string | undefined): { probability: number; id: string } | null {
  const [probability = '', id = ''] = (cursor ?? '').split(' ')
  return UUID.test(id) && Number.isFinite(Number(probability))
    ? { probability: Number(probability), id }
    : null
}
