import type { IncidentDesk } from '../desk/change-room.ts'
import { type MemberRow, postsOf } from '../desk/desk-data.ts'
import { addFact } from '../desk/moves.ts'
import { callPost } from './call-people.ts'
import { isThere } from './member-state.ts'

/**
 * Somebody holds these posts no longer: whoever has answered for one takes the lead, or the word, that went with it; one that nobody has answered
 * for is called for on, although somebody who has never answered still stands in its list.
 * Shape: the members are as they are now; those whom the one who is gone had relieved are called again. `again`: whoever has been called and not answered is called once more at once.
 */
export async function handOver(
  desk: IncidentDesk,
  staffId: string,
  keys: readonly string[],
  round: { again: boolean },
): Promise<void> {
  const { incident, plan, members, tx } = desk
  const gone = !members.some((m) => m.staff_id === staffId && isThere(m))
  if (incident.leader_id === staffId && (gone || keys.includes(plan.leader)))
    incident.leader_id = await nextOf(desk, plan.leader, 'leads_now')
  if (incident.spokesperson_id === staffId && (gone || keys.includes(plan.spokesperson)))
    incident.spokesperson_id = await nextOf(desk, plan.spokesperson, 'speaks_now')
  for (const post of await postsOf(tx, incident.id)) {
    const of = members.filter((m) => m.post === post.key)
    if (!keys.includes(post.key) || of.some(isThere)) continue
    const waits = !post.acknowledged_at && of.some((m) => m.state === 'called')
    if (waits && round.again) continue
    post.acknowledged_at = null
    const relieved = of.filter((m) => m.state === 'relieved')
    for (const member of relieved) member.state = 'called'
    await callPost(desk, post, { again: round.again || relieved.length > 0 })
  }
}

/** Who holds the post now, the first to have answered; said in the timeline. */
async function nextOf(desk: IncidentDesk, key: string, fact: string): Promise<string | null> {
  const holders = desk.members.filter((m) => m.post === key && isThere(m))
  const next = holders.toSorted((a, b) => answeredAt(a) - answeredAt(b))[0]?.staff_id
  if (!next) return null
  const { people } = await desk.roster()
  addFact(desk, fact, { name: people.find((p) => p.id === next)?.name ?? '' })
  return next
}

const answeredAt = (m: MemberRow) => m.answered_at?.getTime() ?? 0
