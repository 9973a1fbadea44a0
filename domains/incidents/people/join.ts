import { staffOf } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { type MemberRow, type PostRow, postsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { callOrder, holds } from './call-order.ts'
import { isOfTeam } from './member-state.ts'
import * as data from './people-data.ts'

/** Of these every shop's own has to answer, so that one of them relieves nobody. */
const SHOPS_OWN: readonly string[] = ['shop_manager', 'shop_staff']

/** Whoever acts comes into the room's team: for the posts whose chain names one of the own roles first, otherwise without a post. */
export async function join(desk: IncidentDesk, posts?: PostRow[]): Promise<void> {
  const { staffId } = staffOf(desk.ctx)
  if (desk.members.some((m) => m.staff_id === staffId && isOfTeam(m))) return
  const all = posts ?? (await postsOf(desk.tx, desk.incident.id))
  const roster = await desk.roster()
  const me = roster.people.find(({ id }) => id === staffId)
  const fits = all.filter((post) => {
    const planned = desk.plan.posts.find((p) => p.key === post.key)
    if (!planned || post.acknowledged_at) return false
    // Not only the one who would be called first: of several with that role it is the one who came.
    const [role] = planned.chain
    if (me && role && holds(me, role, desk.incident.shop_ids)) return true
    return callOrder(planned, roster, desk.incident.shop_ids).groups[0]?.includes(staffId)
  })
  const keys = fits.length ? fits.map((post) => post.key) : ['']
  await data.saveMembers(
    desk.tx,
    keys.map((key) => joinedRow(desk, key, staffId)),
  )
  for (const post of fits) await acknowledge(desk, post, staffId)
  addFact(desk, 'joined', { posts: keys.filter(Boolean) })
  record(desk, 'join', { posts: keys.filter(Boolean) })
}

export function joinedRow(desk: IncidentDesk, post: string, staffId: string): MemberRow {
  const known = desk.members.find((m) => m.post === post && m.staff_id === staffId)
  if (known) return Object.assign(known, { state: 'joined', answered_at: desk.now })
  const row: MemberRow = {
    brand_id: desk.incident.brand_id,
    incident_id: desk.incident.id,
    post,
    staff_id: staffId,
    state: 'joined',
    called_at: null,
    calls: 0,
    answered_at: desk.now,
    added_at: desk.now,
  }
  desk.members.push(row)
  return row
}

/** The post has somebody: nobody else of it is called, and whoever was is told no longer to answer. Its first person leads, or speaks, when it is that post and nobody was named. */
export async function acknowledge(desk: IncidentDesk, post: PostRow, staffId: string): Promise<void> {
  post.acknowledged_at ??= desk.now
  post.next_call_at = null
  if (post.key === desk.plan.leader) desk.incident.leader_id ??= staffId
  if (post.key === desk.plan.spokesperson) desk.incident.spokesperson_id ??= staffId
  await data.savePost(desk.tx, post)
  const [first = ''] = desk.plan.posts.find((p) => p.key === post.key)?.chain ?? []
  const relieved = desk.members.filter((m) => m.post === post.key && m.state === 'called')
  if (SHOPS_OWN.includes(first)) return
  for (const member of relieved) member.state = 'relieved'
  await data.saveMembers(desk.tx, relieved)
}
