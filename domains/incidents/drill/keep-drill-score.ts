import type { IncidentDesk } from '../desk/change-room.ts'
import { postsOf, stepsOf } from '../desk/desk-data.ts'
import { measuresOf, statementsOf } from '../reading/room-data.ts'
import { findReview } from '../review/review-data.ts'
import { roomSeals } from '../seal/room-seals.ts'
import { scoreOf } from './drill-score.ts'
import { callsOf } from './drill-score-data.ts'

/** The score of the drill that is being closed, as it is kept. */
export async function scoreDrill({ ctx, tx, incident, plan, now }: IncidentDesk): Promise<unknown> {
  const { id } = incident
  const [posts, calls, steps, statements, seals, review, measures] = await Promise.all([
    postsOf(tx, id),
    callsOf(tx, id),
    stepsOf(tx, id),
    statementsOf(tx, id),
    plan.seal ? roomSeals(tx, ctx, id, 'all') : [],
    findReview(tx, id),
    measuresOf(tx, id),
  ])
  const after = (at: Date | null | undefined) =>
    at ? (at.getTime() - incident.opened_at.getTime()) / 1000 : null
  const dueSteps = steps.filter((s) => s.due_at && s.state !== 'left_out' && s.state !== 'set_aside')
  return scoreOf({
    callEverySec: plan.callEverySec,
    posts: posts.map((post) => ({
      calledSec: after(calls.find((c) => c.post === post.key)?.at),
      answeredSec: after(post.acknowledged_at),
    })),
    steps: dueSteps.map((s) => ({ law: s.law, inTime: (s.done_at ?? now) <= s.due_at! })),
    seal: seals.length
      ? { acknowledged: sum(seals.map((s) => s.acknowledged)), of: sum(seals.map((s) => s.of)) }
      : null,
    statements: plan.statements.length
      ? { approved: statements.filter((s) => s.state === 'approved' || s.state === 'released').length }
      : null,
    review: { finished: Boolean(review?.finished_at), measures: measures.length },
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
