import type { IncidentDesk } from '../desk/change-room.ts'
import { type PostRow, postsOf } from '../desk/desk-data.ts'
import { callOrder } from './call-order.ts'
import { callPost } from './call-people.ts'
import { savePost } from './people-data.ts'

/**
 * These shops come into the room, and their people with them: called as the plan says.
 * Shape: a room of the whole brand stays one, with these shops named; shops that it has already change nothing.
 */
export async function involveShops(desk: IncidentDesk, shopIds: readonly string[]): Promise<void> {
  const { incident } = desk
  const before = incident.shop_ids
  incident.shop_ids = [...new Set([...before, ...shopIds])]
  incident.whole_brand ||= before.length === 0
  if (incident.shop_ids.length > before.length) await callNewcomers(desk, before)
}

/**
 * Calls those whom the plan names and who were out of reach while the room had only the shops of `before`.
 * Shape: a post that somebody of its chain, or whom the leader has chosen, holds already calls nobody; one for which only executives were left calls
 *        at once; where somebody of the chain is being called, the others follow in their order.
 */
export async function callNewcomers(desk: IncidentDesk, before: readonly string[]): Promise<void> {
  const roster = await desk.roster()
  const order = (post: PostRow, shopIds: readonly string[]) => {
    const planned = desk.plan.posts.find((p) => p.key === post.key)
    const { groups, last } = planned ? callOrder(planned, roster, shopIds) : { groups: [], last: 0 }
    return { chain: groups.slice(0, last).flat(), inTheEnd: groups.slice(last).flat() }
  }
  for (const post of await postsOf(desk.tx, desk.incident.id)) {
    const { chain, inTheEnd } = order(post, desk.incident.shop_ids)
    const known = new Set(order(post, before).chain)
    if (chain.every((id) => known.has(id))) continue
    if (post.acknowledged_at && !isStoodInFor(desk, post, inTheEnd)) continue
    const waits = !post.acknowledged_at && isCalled(desk, post, chain)
    Object.assign(post, { acknowledged_at: null, exhausted: false, reached: 0 })
    if (waits) await savePost(desk.tx, post)
    else await callPost(desk, Object.assign(post, { level: 0 }), { again: false })
  }
}

function isCalled({ members }: IncidentDesk, { key }: PostRow, chain: readonly string[]): boolean {
  return members.some((m) => m.post === key && m.state === 'called' && chain.includes(m.staff_id))
}

/** Nobody of the chain could be called, and somebody of those who are called in the end has answered. */
function isStoodInFor({ members }: IncidentDesk, post: PostRow, inTheEnd: readonly string[]): boolean {
  const holders = members.filter((m) => m.post === post.key && ['acknowledged', 'joined'].includes(m.state))
  return holders.length > 0 && holders.every((m) => inTheEnd.includes(m.staff_id))
}
