import { ticketChanged } from '#contracts/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { record, tell } from '../handling/desk-moves.ts'
import { linkErrors } from '../links/errors.ts'
import { atTwoDesks } from '../links/two-desks.ts'
import { decideMatter } from './matter-data.ts'

/** 不是同一件事: two that the system holds for one matter are two; never proposed again. Errors: links.notProposed. */
export function refuseMatter(ctx: Ctx, id: string, otherId: string): Promise<void> {
  const scope = scopeOf(ctx.actor, 'tickets.merge')
  return atTwoDesks(ctx, { id, scope }, { id: otherId, scope }, async (one, other) => {
    const to = { state: 'rejected', at: one.now, by: staffOf(ctx).staffId }
    if (!(await decideMatter(one.tx, [id, otherId], ['proposed'], to))) throw linkErrors.notProposed()
    record(one, 'tickets.refuseMatter', { other: `HY-${other.ticket.number}` })
    tell(one, ticketChanged)
    tell(other, ticketChanged)
  })
}
