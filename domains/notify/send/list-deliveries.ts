import type { z } from 'zod'
import type { DeliveryList, DeliveryQuery, NoticeDelivery } from '#contracts/notify'
import { findStaffNames } from '#domains/people'
import { ticketNumbers } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { notifyErrors } from '../errors.ts'
import * as data from './delivery-data.ts'

const MOST = 50

/** What was told lately, the newest first. */
export function listDeliveries(
  ctx: Ctx,
  { state, after }: z.infer<typeof DeliveryQuery>,
): Promise<z.infer<typeof DeliveryList>> {
  return ctx.transaction(async (tx) => {
    const rows = await data.listDeliveries(tx, state, after, MOST)
    const names = await findStaffNames(
      tx,
      rows.flatMap((r) => r.staff_id ?? []),
    )
    const numbers = await ticketNumbers(
      tx,
      rows.flatMap((r) => r.ticket_id ?? []),
    )
    return {
      deliveries: rows.map((r) => ({
        id: r.id,
        at: (r.sent_at ?? r.created_at).toISOString(),
        means: r.means as NoticeDelivery['means'],
        to: r.robot ?? names.get(r.staff_id ?? '') ?? '',
        kind: r.kind,
        ticket: r.ticket_id ? { id: r.ticket_id, number: numbers.get(r.ticket_id) ?? '' } : null,
        state: r.state as NoticeDelivery['state'],
        tries: r.tries,
        fault: r.problem,
        data: r.problem_data as Record<string, unknown>,
        gathered: r.gathered,
      })),
      next: rows.length === MOST ? rows.at(-1)!.id : null,
    }
  })
}

/** Errors: notify.notFound when it was not given up. */
export function retryDelivery(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    if (!(await data.sendAgain(tx, id, ctx.now()))) throw notifyErrors.notFound()
  })
}
