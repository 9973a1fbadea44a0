import type { Room } from '#contracts/incidents'
import type { Locale } from '#contracts/kit'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { say } from '#domains/playbook'
import type { RoomParts } from '../reading/room-data.ts'

export function viewPosts(plan: EmergencyPlan, { posts }: RoomParts, locale: Locale): Room['posts'] {
  return posts.flatMap((row) => {
    const planned = plan.posts.find((p) => p.key === row.key)
    if (!planned) return []
    return [
      {
        post: row.key,
        name: say(planned.name, locale),
        duty: say(planned.duty, locale),
        exhausted: row.exhausted,
        acknowledged: row.acknowledged_at !== null,
        nextCallAt: row.next_call_at?.toISOString() ?? null,
      },
    ]
  })
}

export function viewMembers(
  plan: EmergencyPlan,
  { members, here }: RoomParts,
  names: ReadonlyMap<string, string>,
  locale: Locale,
): Room['members'] {
  const present = new Set(here)
  return members.map((row) => {
    const planned = plan.posts.find((p) => p.key === row.post)
    return {
      staffId: row.staff_id,
      name: names.get(row.staff_id) ?? '',
      post: row.post,
      postName: planned ? say(planned.name, locale) : '',
      state: row.state as Room['members'][number]['state'],
      calledAt: row.called_at?.toISOString() ?? null,
      calls: row.calls,
      answeredAt: row.answered_at?.toISOString() ?? null,
      here: present.has(row.staff_id),
    }
  })
}
