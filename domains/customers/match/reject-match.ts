import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { customerErrors } from '../errors.ts'
import { findVisible } from '../file/visible-data.ts'
import { customerNumber } from '../identify/customer-number.ts'
import { lockMatch, rejectBetween } from './match-data.ts'

/** These are two people: the pair is not proposed again. Errors: customers.notFound, customers.decided. */
export function rejectMatch(ctx: Ctx, id: string, reason: string): Promise<Record<string, never>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'customers.merge')
    const match = await lockMatch(tx, id)
    const one = match && (await findVisible(tx, scope, match.one_id))
    const other = match && (await findVisible(tx, scope, match.other_id))
    if (!one || !other) throw customerErrors.notFound()
    if (match.state !== 'open') throw customerErrors.decided()
    const set = { decided_at: ctx.now(), decided_by: staffOf(ctx).name, reason }
    await rejectBetween(tx, [one.id, other.id], set)
    await audit(tx, ctx, {
      action: 'customers.rejectMatch',
      subjectKind: 'customer',
      subjectId: one.id,
      subject: customerNumber(one.number),
      data: { other: customerNumber(other.number), reason },
    })
    return {}
  })
}
