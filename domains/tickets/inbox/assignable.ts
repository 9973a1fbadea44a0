import type { z } from 'zod'
import type { Assignable } from '#contracts/people'
import { loadRoster } from '#domains/people'
import type { Ctx } from '#platform/context'
import { openLoads } from '../handling/desk-data.ts'
import { canHandle } from '../routing/assign-ticket.ts'

/** Who could hold a ticket of this shop, present people with the fewest open tickets first. */
export function listAssignable(ctx: Ctx, shopId: string | null): Promise<z.infer<typeof Assignable>[]> {
  return ctx.transaction(async (tx) => {
    const roster = await loadRoster(tx, ctx.now())
    const people = roster.people.filter((p) => canHandle(p, shopId))
    const loads = await openLoads(
      tx,
      people.map((p) => p.id),
    )
    return people
      .map((p) => ({
        id: p.id,
        name: p.name,
        roles: [...new Set(p.roles.map((r) => r.role))],
        onDuty: p.onDuty,
        openTickets: loads.get(p.id) ?? 0,
        capacity: p.capacity,
      }))
      .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.openTickets - b.openTickets)
  })
}
