import type { Desk } from '../handling/desk.ts'
import { investigationErrors } from './errors.ts'

/**
 * Whoever is complained about has a right of reply and decides nothing on the own case: every deed that decides calls this first.
 * Errors: investigation.ownCase.
 */
export function refuseOwnCase(desk: Pick<Desk, 'ctx' | 'ticket'>): void {
  if (isOwnCase(desk)) throw investigationErrors.ownCase()
}

export function isOwnCase({ ctx, ticket }: Pick<Desk, 'ctx' | 'ticket'>): boolean {
  return ctx.actor.kind === 'staff' && ticket.accused_id === ctx.actor.staffId
}
