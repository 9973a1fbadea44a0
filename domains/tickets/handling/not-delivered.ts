import type { z } from 'zod'
import type { deliveryFailed } from '#contracts/channels/connect'
import { messageAdded } from '#contracts/tickets'
import { type Ctx, systemContext } from '#platform/context'
import { OWN_TICKET } from '../followup/progress-door.ts'
import { oweAgain } from '../tasks/answer-by.ts'
import { openDesk, saveDesk } from './desk.ts'
import { addFact, notify, tell, touch } from './desk-moves.ts'

/** A message did not reach the customer: it stands in the timeline with the reason, and whoever handles the ticket is told. */
export async function notDelivered(ctx: Ctx, body: z.infer<typeof deliveryFailed.body>): Promise<void> {
  const { ticketId } = body
  if (!ticketId) return
  const system = systemContext(ctx, ctx.actor.brandId)
  await system.transaction(async (tx) => {
    const desk = await openDesk(system, tx, ticketId, OWN_TICKET)
    if (!desk) return
    addFact(desk, 'not_delivered', { outboundId: body.outboundId, problem: body.problem, channel: body.kind })
    notify(desk, [desk.ticket.assignee_id], 'not_delivered')
    await oweAgain(desk, desk.ticket.conversation_id ?? '')
    touch(desk)
    tell(desk, messageAdded)
    await saveDesk(desk)
  })
}
