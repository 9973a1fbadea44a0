import { sql } from 'kysely'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import type { Tx } from '#platform/db/database'
import { openSteps, type Reader, reached } from './list-data.ts'

/** Open rooms in reach, without drills, each with its version; the newest first. */
export function openRooms(tx: Tx, reader: Reader) {
  return tx
    .selectFrom('incidents.incident as i')
    .select(['i.id', 'i.version'])
    .where('i.closed_at', 'is', null)
    .where('i.drill', '=', false)
    .where(reached(reader))
    .orderBy('i.opened_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(100)
    .execute()
}

/**
 * What of these rooms decides whom they concern: never older than the version that stands in it, since the row is read before all else.
 * Shape: `steps` are the open ones that have a time, the earliest first.
 */
export async function standingRooms(tx: Tx, ids: string[]) {
  const [rooms, steps, members, sealing] = await Promise.all([
    tx
      .selectFrom('incidents.incident')
      .select(['id', 'version', 'number', 'drill', 'title', 'status', 'opened_at'])
      .select(['title_of_ticket', 'leader_id', 'spokesperson_id', 'shop_ids', 'whole_brand', 'plan'])
      .where('id', 'in', ids)
      .execute(),
    openSteps(tx, ids),
    tx
      .selectFrom('incidents.member')
      .select(['incident_id', 'staff_id', 'state', 'post', 'called_at'])
      .where('incident_id', 'in', ids)
      .execute(),
    tx
      .selectFrom('incidents.seal')
      .select('incident_id')
      .distinct()
      .where('incident_id', 'in', ids)
      .where('lifted_at', 'is', null)
      .execute(),
  ])
  return rooms.map(({ plan, ...room }) => {
    const isOf = (row: { incident_id: string }) => row.incident_id === room.id
    const { name, steps: planned } = plan as EmergencyPlan
    return {
      ...room,
      plan: { name },
      steps: steps.filter(isOf).map(({ key, added_title, post, law, due_at }) => {
        const title = planned.find((step) => step.key === key)?.title ?? added_title
        return { title, post, law, dueAt: due_at! }
      }),
      members: members.filter(isOf),
      seals: sealing.some(isOf),
    }
  })
}
export type StandingRoom = Awaited<ReturnType<typeof standingRooms>>[number]

/** Of the seals in force shops that have answered, of those that are asked: all of the rooms `whole`, in `others` only these shops. */
export async function countSealed(
  tx: Tx,
  { whole, others, shops }: { whole: string[]; others: string[]; shops: readonly string[] },
): Promise<{ answered: number; of: number }> {
  return tx
    .selectFrom('incidents.seal_shop as w')
    .innerJoin('incidents.seal as s', (j) =>
      j.onRef('s.brand_id', '=', 'w.brand_id').onRef('s.id', '=', 'w.seal_id'),
    )
    .select([
      sql<number>`(count(*) filter (where w.state <> 'waiting'))::int`.as('answered'),
      sql<number>`count(*)::int`.as('of'),
    ])
    .where('s.lifted_at', 'is', null)
    .where(
      sql<boolean>`(s.incident_id = any(${whole}::uuid[])
        or s.incident_id = any(${others}::uuid[]) and w.shop_id = any(${[...shops]}::uuid[]))`,
    )
    .executeTakeFirstOrThrow()
}
