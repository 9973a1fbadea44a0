import type { z } from 'zod'
import type { ChangePage } from '#contracts/customers/file'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { customerErrors } from '../errors.ts'
import { familyOf } from '../file/family-data.ts'
import { findVisible } from '../file/visible-data.ts'
import { findChanges } from './change-data.ts'
import { viewChange } from './view-change.ts'

const SHOWN = 30

/** What was changed in a file, newest first. Errors: customers.notFound out of reach. */
export function listChanges(
  ctx: Ctx,
  id: string,
  cursor: string | undefined,
): Promise<z.infer<typeof ChangePage>> {
  return ctx.transaction(async (tx) => {
    const head = await findVisible(tx, scopeOf(ctx.actor, 'customers.read'), id)
    if (!head) throw customerErrors.notFound()
    const found = await findChanges(tx, await familyOf(tx, head.id), cursor ?? null, SHOWN + 1)
    const rows = found.slice(0, SHOWN)
    return {
      changes: rows.map((row) => viewChange(ctx, row)),
      next: found.length > rows.length ? rows.at(-1)!.id : null,
    }
  })
}
