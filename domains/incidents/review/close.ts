import { incidentClosed } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { countStates, findAffected } from '../affected/affected-data.ts'
import { viewStep } from '../checklist/view-step.ts'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { stepsOf } from '../desk/desk-data.ts'
import { addFact, record, tell } from '../desk/moves.ts'
import { deleteDrafts } from '../drafts/draft-data.ts'
import { scoreDrill } from '../drill/keep-drill-score.ts'
import { incidentErrors } from '../errors.ts'
import { stopCalls } from '../people/people-data.ts'
import { measuresOf } from '../reading/room-data.ts'
import { roomSeals } from '../seal/room-seals.ts'
import { findReview } from './review-data.ts'
import { stopSteps } from './stop-steps-data.ts'
import { missingFor } from './view-review.ts'

/** The danger is over; what the law and the review want still goes on. Again changes nothing. */
export function contain(ctx: Ctx, id: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    if (desk.incident.status !== 'open') return
    Object.assign(desk.incident, { status: 'contained', contained_at: desk.now })
    addFact(desk, 'contained')
    record(desk, 'contain')
  })
}

/** It breaks out again. */
export function uncontain(ctx: Ctx, id: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    if (desk.incident.status !== 'contained') return
    Object.assign(desk.incident, { status: 'open', contained_at: null })
    addFact(desk, 'uncontained')
    record(desk, 'uncontain')
  })
}

/**
 * Ends the room (E4): afterwards it is only read, but for its measures; a drill gets its score.
 * Errors: incidents.notReady with what is missing.
 */
export function closeIncident(ctx: Ctx, id: string, words: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { incident, tx } = desk
    const missing = await missingIn(desk)
    if (missing.length) throw incidentErrors.notReady({ missing })
    Object.assign(incident, {
      status: 'closed',
      contained_at: incident.contained_at ?? desk.now,
      closed_at: desk.now,
      closed_by_name: staffOf(ctx).name,
      closing_words: words,
    })
    await stopCalls(tx, id)
    await stopSteps(tx, id)
    await deleteDrafts(tx, id)
    if (incident.drill) incident.score = (await scoreDrill(desk)) as never
    addFact(desk, 'closed', {}, words)
    record(desk, 'close')
    tell(desk, incidentClosed, {}, { only: true })
  })
}

async function missingIn({ ctx, tx, incident, plan, members, now }: IncidentDesk) {
  const [rows, review, measures, seals, affected, states] = await Promise.all([
    stepsOf(tx, incident.id),
    findReview(tx, incident.id),
    measuresOf(tx, incident.id),
    plan.seal ? roomSeals(tx, ctx, incident.id, 'all') : [],
    findAffected(tx, incident.id),
    countStates(tx, incident.id),
  ])
  const words = { plan, locale: ctx.locale, now, names: new Map(), members, files: new Map(), shows: true }
  return missingFor(
    rows.map((row) => viewStep(row, words)),
    { finished: Boolean(review?.finished_at), measures: measures.length },
    seals,
    { untold: states.get('found') ?? 0, waits: affected?.state === 'message_asked' },
  )
}
