import { z } from 'zod'
import { Instant } from '#contracts/kit'
import { Kind, Priority } from '#contracts/playbook'
import { TicketStatus } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { findByNumber } from './opening-data.ts'

export const ApiTicket = z.object({
  number: z.string(),
  status: TicketStatus,
  kind: Kind,
  priority: Priority,
  openedAt: Instant,
  expectedAt: Instant.nullable(),
})

/** How far a feedback is, for the program that sent it: no personal data, no words. Errors: tickets.notFound. */
export function apiStatus(ctx: Ctx, number: string): Promise<z.infer<typeof ApiTicket>> {
  return ctx.transaction(async (tx) => {
    const row = await findByNumber(tx, Number(number.slice(3)))
    if (!row) throw ticketErrors.notFound()
    return {
      number,
      status: row.status as 'new',
      kind: row.kind as 'praise',
      priority: row.priority as 'P4',
      openedAt: row.opened_at.toISOString(),
      expectedAt: row.due_at?.toISOString() ?? null,
    }
  })
}
