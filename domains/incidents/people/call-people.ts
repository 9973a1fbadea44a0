import { v7 as uuidv7 } from 'uuid'
import { incidentCalled } from '#contracts/incidents'
import type { IncidentDesk } from '../desk/change-room.ts'
import type { MemberRow, PostRow } from '../desk/desk-data.ts'
import { addFact, tell } from '../desk/moves.ts'
import { callOrder } from './call-order.ts'
import { acknowledge, joinedRow } from './join.ts'
import { isThere } from './member-state.ts'
import * as data from './people-data.ts'

const LONGEST_WAIT_MS = 15 * 60_000

/**
 * One round of a post (E4): whoever has not answered is called again, and the next of the chain too; from its end executives and
 * administrators, then everybody again, ever more slowly but never silent.
 * Shape: without `again` only the next one: somebody has just declined. Whoever is in the room already stands in without a call.
 */
export async function callPost(desk: IncidentDesk, post: PostRow, round = { again: true }): Promise<void> {
  const { incident, now, plan } = desk
  const planned = plan.posts.find((p) => p.key === post.key)
  if (!planned || post.acknowledged_at) return
  const { groups, last } = callOrder(planned, await desk.roster(), incident.shop_ids)
  const known = new Map(
    desk.members.filter((m) => m.post === post.key && m.state !== 'relieved').map((m) => [m.staff_id, m]),
  )
  // Somebody who has been added or has declined meanwhile makes the group of an earlier round shorter, never this one empty.
  const place = groups.findIndex((group, n) => n >= post.reached && group.some((id) => !known.has(id)))
  const fresh = place < 0 ? [] : groups[place]!.filter((id) => !known.has(id))
  const standIn = fresh.find((id) => desk.members.some((m) => m.staff_id === id && isThere(m)))
  if (standIn) return standInFor(desk, post, standIn)
  const waiting = [...known.values()].filter((m) => m.state === 'called').map((m) => m.staff_id)
  const again = round.again ? waiting : []
  post.reached = place < 0 ? groups.length : place + 1
  const exhausted = post.reached >= last && post.level > 0
  if (exhausted && !post.exhausted) addFact(desk, 'exhausted', { post: post.key })
  post.exhausted = exhausted
  const called = [...fresh, ...again]
  await noteCalled(desk, post, called)
  const step = plan.callEverySec * 1000
  const beyond = Math.max(0, post.level - last)
  post.next_call_at = new Date(
    now.getTime() + Math.max(step, Math.min(step * 2 ** Math.min(beyond, 12), LONGEST_WAIT_MS)),
  )
  post.level += 1
  await data.savePost(desk.tx, post)
}

/** Whoever is next and in the room already takes the post without being called once more. */
async function standInFor(desk: IncidentDesk, post: PostRow, staffId: string): Promise<void> {
  const { people } = await desk.roster()
  await data.saveMembers(desk.tx, [joinedRow(desk, post.key, staffId)])
  addFact(desk, 'stands_in', { post: post.key, name: people.find((p) => p.id === staffId)?.name ?? '' })
  await acknowledge(desk, post, staffId)
}

/** Calls these people now for this post: written down, told by every means. */
async function noteCalled(
  desk: IncidentDesk,
  post: Pick<PostRow, 'key' | 'level'>,
  staffIds: string[],
): Promise<void> {
  const { incident, now } = desk
  if (!staffIds.length) return
  const level = post.level
  const rows = staffIds.map((id) => calledRow(desk, post.key, id))
  await data.saveMembers(desk.tx, rows)
  await data.insertCalls(
    desk.tx,
    staffIds.map((staff_id) => ({
      brand_id: incident.brand_id,
      id: uuidv7(),
      incident_id: incident.id,
      post: post.key,
      staff_id,
      level,
      at: now,
    })),
  )
  const { people } = await desk.roster()
  const names = staffIds.map((id) => people.find((p) => p.id === id)?.name ?? '')
  addFact(desk, level === 0 ? 'called' : 'called_again', { post: post.key, names, level: level + 1 })
  tell(desk, incidentCalled, { post: post.key, called: staffIds, level }, { staffIds, only: true })
}

/** The member as called once more; a new one joins the desk. */
function calledRow(desk: IncidentDesk, post: string, staffId: string): MemberRow {
  const known = desk.members.find((m) => m.post === post && m.staff_id === staffId)
  if (known) return Object.assign(known, { state: 'called', calls: known.calls + 1, called_at: desk.now })
  const row: MemberRow = {
    brand_id: desk.incident.brand_id,
    incident_id: desk.incident.id,
    post,
    staff_id: staffId,
    state: 'called',
    called_at: desk.now,
    calls: 1,
    answered_at: null,
    added_at: desk.now,
  }
  desk.members.push(row)
  return row
}

/** Calls one person whatever the chain says: chosen by whoever leads. Without a post nobody comes after this person. */
export async function callPerson(
  desk: IncidentDesk,
  key: string,
  post: PostRow | undefined,
  staffId: string,
): Promise<void> {
  await noteCalled(desk, post ?? { key, level: 0 }, [staffId])
  if (!post || post.acknowledged_at) return
  post.next_call_at ??= new Date(desk.now.getTime() + desk.plan.callEverySec * 1000)
  await data.savePost(desk.tx, post)
}
