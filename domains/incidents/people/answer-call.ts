import { type Ctx, staffOf } from '#platform/context'
import { atIncident } from '../desk/change-room.ts'
import { postsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { forgetUnreachable } from '../drafts/forget-drafts.ts'
import { incidentErrors } from '../errors.ts'
import { handOver } from './hand-over.ts'
import { acknowledge } from './join.ts'
import { saveMembers } from './people-data.ts'

/** Whose tap crosses that of another, who has taken the post, comes all the same. */
const WAITED_FOR = ['called', 'relieved']

/**
 * 收到, with one tap for every post one is called for (E4); whoever declines makes the next of the chain be called at once, and leads or speaks no longer.
 * Errors: incidents.noCall when nobody calls.
 */
export function answerCall(ctx: Ctx, id: string, answer: 'acknowledged' | 'declined'): Promise<void> {
  return atIncident(ctx, id, 'incidents.read', async (desk) => {
    const { staffId } = staffOf(ctx)
    const mine = desk.members.filter((m) => m.staff_id === staffId && WAITED_FOR.includes(m.state))
    if (!mine.length) throw incidentErrors.noCall()
    for (const member of mine) Object.assign(member, { state: answer, answered_at: desk.now })
    await saveMembers(desk.tx, mine)
    const keys = mine.map((m) => m.post)
    addFact(desk, answer, { posts: keys })
    record(desk, answer === 'declined' ? 'decline' : 'acknowledge', { posts: keys })
    if (answer === 'declined') {
      await handOver(desk, staffId, keys, { again: false })
      return forgetUnreachable(desk)
    }
    const posts = (await postsOf(desk.tx, id)).filter((post) => keys.includes(post.key))
    for (const post of posts) await acknowledge(desk, post, staffId)
  })
}
