import { type Services, systemContext } from '#platform/context'
import { findSameMatter } from './find-matter.ts'
import { mattersDue, takeDue } from './matter-data.ts'

const AT_ONCE = 50

/** Compares the tickets that have come in since the last time, each twice. One that can't be compared is left alone and holds up no other; without a database all wait. */
export async function sweepMatters(services: Services): Promise<number> {
  const due = await mattersDue(services, AT_ONCE)
  for (const { brand_id, ticket_id } of due) {
    const ctx = systemContext(services, brand_id)
    try {
      await findSameMatter(ctx, ticket_id)
    } catch (error) {
      services.log.error({ err: error, ticket: ticket_id }, 'could not be compared with others')
      await ctx.transaction((tx) => takeDue(tx, ticket_id, services.now()))
    }
  }
  return due.length
}
