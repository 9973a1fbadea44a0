import type { ChangePlan } from '#contracts/incidents'
import type { EmergencyPlan, PlanStep } from '#contracts/playbook/emergency'
import { playbookInForce } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { type StepRow, stepsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { countedTickets } from '../linked/counted-tickets.ts'
import { gradeByTickets } from '../opening/first-grade.ts'
import { callPost } from '../people/call-people.ts'
import { isWanted, makeStep } from './make-steps.ts'
import { GRADING, mergePlans } from './merge-plans.ts'
import { placePosts, replacePlan, stopPosts, usedOfPlan } from './plan-data.ts'
import { dueBy, recount } from './regrade.ts'
import { untick } from './reopen-step.ts'
import { saveSteps } from './step-data.ts'
import { opened } from './step-due.ts'

/**
 * Another plan for a room that was opened by the wrong one (E1).
 * Shape:  what was done, kept, written and said stays, and so do the people. Open steps that only the old plan wants are set aside; those of the new one
 *         begin, what the law wants from the finding, the others from now; its posts are called. The degree is what the room's tickets say, as at an
 *         opening, and is asked for again.
 * Errors: incidents.planUnknown, incidents.planSame.
 */
export function changePlan(ctx: Ctx, id: string, { plan: key, why }: ChangePlan): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { incident, tx, plan: before } = desk
    const { playbook, versionId } = await playbookInForce(tx)
    const next = playbook.emergencies.find((one) => one.key === key)
    if (!next) throw incidentErrors.planUnknown({ plan: key }, 'plan')
    if (key === incident.plan_key) throw incidentErrors.planSame({}, 'plan')
    const rows = await stepsOf(tx, id)
    const tickets = await countedTickets(tx, id)
    const by = { playbook, plan: next, source: incident.source, tickets }
    const { grade: first } = await gradeByTickets(tx, by)
    const used = { ...(await usedOfPlan(tx, id)), steps: new Set(rows.map((row) => row.key)) }
    const { plan, steps } = mergePlans(before, next, used)
    const kept = { brand_id: incident.brand_id, incident_id: id, until: desk.now, plan: before }
    await replacePlan(tx, { ...kept, by_name: staffOf(ctx).name }, plan)
    Object.assign(incident, {
      kind: next.kind,
      plan_key: next.key,
      plan,
      playbook_version_id: versionId,
      grade: first.key,
      graded_at: null,
    })
    desk.plan = plan
    const counted = await changeSteps(desk, rows, steps, before)
    const told = { planFrom: before.key, planTo: next.key }
    addFact(desk, 'plan_changed', { ...told, ...counted }, why)
    if (first.why) addFact(desk, 'graded_first', { to: first.key, ...first.why })
    record(desk, 'changePlan', { from: before.key, to: next.key, ...counted })
    await changePosts(desk, next)
  })
}

async function changeSteps(
  desk: IncidentDesk,
  rows: readonly StepRow[],
  steps: readonly PlanStep[],
  before: EmergencyPlan,
): Promise<{ begun: number; setAside: number }> {
  const { incident, now } = desk
  const by = await dueBy(desk)
  const wanted = steps.filter((step) => isWanted(step, incident.grade))
  const known = new Set(rows.map((row) => row.key))
  const fresh = wanted
    .filter((step) => !known.has(step.key))
    .map((step) => makeStep(step, steps.indexOf(step), incident, by, now))
  const carried: StepRow[] = []
  let setAside = 0
  for (const [n, row] of rows.entries()) {
    const step = wanted.find((one) => one.key === row.key)
    if (step) {
      const { position, phase, post, law } = makeStep(step, steps.indexOf(step), incident, by, now)
      Object.assign(row, { position, phase, post, law })
      const again = row.key === GRADING && ['done', 'left_out'].includes(row.state)
      if (again || row.state === 'set_aside') Object.assign(row, opened(row, incident, now))
      // The degree that somebody gave was one of another plan.
      if (again) Object.assign(row, untick(desk))
      carried.push(row)
      continue
    }
    row.position = steps.length + n
    if (row.state !== 'open' || !before.steps.some((one) => one.key === row.key)) continue
    const { staffId, name } = staffOf(desk.ctx)
    Object.assign(row, {
      state: 'set_aside',
      next_at: null,
      done_at: now,
      done_by: staffId,
      done_by_name: name,
    })
    setAside += 1
  }
  recount(desk, carried, by)
  await saveSteps(desk.tx, [...rows, ...fresh])
  return { begun: fresh.length, setAside }
}

/** Whoever is there stays; a post of the new plan that nobody has taken is called for, one that it does not have is not any more. */
async function changePosts(desk: IncidentDesk, next: EmergencyPlan): Promise<void> {
  const { incident, plan, tx } = desk
  const of = { brand_id: incident.brand_id, incident_id: incident.id }
  const keys = plan.posts.map((post) => post.key)
  const placed = await placePosts(tx, of, keys)
  const wanted = next.posts.map((post) => post.key)
  await stopPosts(tx, incident.id, wanted)
  for (const post of placed)
    if (wanted.includes(post.key) && !post.acknowledged_at && !post.next_call_at) await callPost(desk, post)
}
