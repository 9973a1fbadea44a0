import type { OpenIncident } from '#contracts/incidents'
import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { incidentErrors } from '../errors.ts'
import { titleOfWarning } from './title-of-warning.ts'

/**
 * What a new room is called: as its opener says, after what an early warning's tickets share, else as its first ticket.
 * Shape:  `title_of_ticket`: these are a customer's words. `counted`: the tickets on which the degree stands.
 * Errors: incidents.titleMissing.
 */
export async function chooseTitle(
  ctx: Ctx,
  tx: Tx,
  of: {
    input: Pick<OpenIncident, 'title' | 'source'>
    playbook: Playbook
    plan: EmergencyPlan
    tickets: readonly TicketOfIncident[]
    counted: readonly TicketOfIncident[]
    said: ReadonlyMap<string, string>
  },
): Promise<{ title: string; title_of_ticket: boolean }> {
  const { input, plan, tickets, counted } = of
  const own = (title: string) => ({ title, title_of_ticket: false })
  if (input.title) return own(input.title)
  if (input.source === 'alarm')
    return own(
      counted.length
        ? await titleOfWarning(ctx, tx, { ...of, tickets: counted })
        : say(plan.name, ctx.locale),
    )
  const title = tickets[0]?.title
  if (!title) throw incidentErrors.titleMissing({}, 'title')
  return { title, title_of_ticket: true }
}
