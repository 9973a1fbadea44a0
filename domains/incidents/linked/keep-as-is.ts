import type { KeepAsIs } from '#contracts/incidents/beside'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { proposedIn } from './beside-data.ts'

/** Somebody who leads stays with the plan or the degree although a graver one was proposed; the same is not proposed again. Errors: incidents.nothingProposed, also when another has been proposed since. */
export function keepAsIs(ctx: Ctx, id: string, { what, key }: KeepAsIs): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const proposed = await proposedIn(desk.tx, id, `${what}_proposed`)
    if (proposed?.key !== key || proposed.declined) throw incidentErrors.nothingProposed()
    if (what === 'plan') {
      const { playbook } = await playbookInForce(desk.tx)
      const name = playbook.emergencies.find((plan) => plan.key === key)?.name
      addFact(desk, 'plan_kept', { plan: key, ...(name ? { planName: name } : {}) })
    } else addFact(desk, 'grade_kept', { to: key })
    record(desk, 'keep', { what, proposed: key })
  })
}
