import { sendCheckUps } from '#domains/customers'
import type { Services } from '#platform/context'
import { findOwnConversation } from './own-conversation-data.ts'
import { writeToCustomer } from './write-to-customer.ts'

/** Whether the file is still right is asked where the customer talks with the brand, otherwise by SMS (C2). */
export function sweepCheckUps(services: Services): Promise<number> {
  return sendCheckUps(services, async (tx, ctx, { identities, phone, text, number, title, link }) => {
    const sent = await writeToCustomer(tx, ctx, {
      conversationId: await findOwnConversation(tx, ctx, identities),
      phone,
      text,
      about: { number, title, progress: link },
    })
    return sent?.way ?? null
  })
}
