import type { PlanOffer } from '#contracts/incidents'
import { planFor, playbookInForce, say } from '#domains/playbook'
import { ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { isWanted } from '../checklist/make-steps.ts'
import { incidentErrors } from '../errors.ts'
import { firstGrade } from './first-grade.ts'
import { saidIn } from './said-in.ts'

/** The plans of the playbook in force; with a ticket, which of them is for it, and the one that is most likely first. Errors: incidents.ticketUnknown out of reach. */
export function offerPlans(ctx: Ctx, ticketId: string | undefined): Promise<PlanOffer[]> {
  return ctx.transaction(async (tx) => {
    const [{ playbook }, [ticket]] = await Promise.all([
      playbookInForce(tx),
      ticketsOfIncident(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId ? [ticketId] : []),
    ])
    if (ticketId && !ticket) throw incidentErrors.ticketUnknown({ id: ticketId }, 'ticketId')
    const said = ticket ? await saidIn(tx, [ticket]) : new Map<string, string>()
    const fitting = ticket && planFor(playbook, ticket)
    const likely = fitting ?? (ticket && planFor(playbook, { ...ticket, kind: 'emergency' }))
    const first = playbook.emergencies.filter((plan) => plan === likely)
    const others = playbook.emergencies.filter((plan) => plan !== likely)
    return [...first, ...others].map((plan) => {
      const grade = firstGrade(plan, ticket ? [ticket] : [], said)
      return {
        key: plan.key,
        kind: plan.kind,
        name: say(plan.name, ctx.locale),
        summary: say(plan.summary, ctx.locale),
        steps: plan.steps.filter((step) => isWanted(step, grade.key)).length,
        fits: plan === fitting,
      }
    })
  })
}
