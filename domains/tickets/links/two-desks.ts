import type { Ctx } from '#platform/context'
import type { Scope } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { linkErrors } from './errors.ts'

type Reach = { id: string; scope: Scope | null }

/**
 * Two tickets on one desk for the length of one deed. Both are locked in the order of their ids, so that two people who do the same
 * crosswise follow one another and never wait for each other.
 * Errors: tickets.notFound when the first is out of reach, links.otherUnknown when the second is.
 */
export function atTwoDesks<T>(
  ctx: Ctx,
  one: Reach,
  other: Reach,
  work: (one: Desk, other: Desk) => Promise<T>,
): Promise<T> {
  return ctx.transaction(async (tx) => {
    const desks = new Map<string, Desk | null>()
    for (const { id, scope } of [one, other].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      desks.set(id, await openDesk(ctx, tx, id, scope))
    const [first, second] = [desks.get(one.id), desks.get(other.id)]
    if (!first) throw ticketErrors.notFound()
    if (!second) throw linkErrors.otherUnknown()
    const result = await work(first, second)
    await saveDesk(first)
    await saveDesk(second)
    return result
  })
}
