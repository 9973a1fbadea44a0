import type { z } from 'zod'
import type { deliveryFailed } from '#contracts/channels/connect'
import { messageAdded } from '#contracts/tickets'
import { sendBySms } from '#domains/channels'
import { maskNumbersIn, revealedCustomer } from '#domains/customers'
import { type Ctx, systemContext } from '#platform/context'
import { OWN_TICKET } from '../followup/progress-door.ts'
import { openDesk, saveDesk } from './desk.ts'
import { addFact, record, tell, touch } from './desk-moves.ts'

/** What another channel could not deliver goes to the customer's phone once, when the brand has an SMS channel for that; the timeline says so. */
export async function standInBySms(ctx: Ctx, body: z.infer<typeof deliveryFailed.body>): Promise<void> {
  const { ticketId, outboundId, kind } = body
  if (!ticketId || kind === 'sms') return
  const system = systemContext(ctx, ctx.actor.brandId)
  await system.transaction(async (tx) => {
    const desk = await openDesk(system, tx, ticketId, OWN_TICKET)
    if (!desk?.ticket.customer_id) return
    const { phone } = await revealedCustomer(tx, system, desk.ticket.customer_id)
    const [number] = phone.split(' ')
    if (!number || !(await sendBySms(tx, system, outboundId, number))) return
    addFact(desk, 'sent_by_sms', { outboundId, to: maskNumbersIn(number) })
    record(desk, 'tickets.sentBySms', { message: outboundId })
    touch(desk)
    tell(desk, messageAdded)
    await saveDesk(desk)
  })
}
