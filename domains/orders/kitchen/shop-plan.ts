import { dutyOf } from '#domains/people'
import type { Tx } from '#platform/db/database'
import { stationsOf } from '../menu/menu-data.ts'
import { type BoardTask, kitchenTasks } from './board-data.ts'
import { type Planned, type PlanTask, planTasks } from './plan-tasks.ts'

export type ShopStation = {
  id: string
  key: string
  name: string
  capacity: number
  people: { id: string; name: string; onDuty: boolean }[]
}
export type ShopPlan = { stations: ShopStation[]; tasks: BoardTask[]; planned: Map<string, Planned> }

/** A shop's kitchen as it is, and as it should go on from this instant. */
export async function planShop(tx: Tx, shopId: string, now: Date): Promise<ShopPlan> {
  const [stations, tasks] = await Promise.all([shopStations(tx, shopId, now), kitchenTasks(tx, shopId)])
  return {
    stations,
    tasks,
    planned: new Map(planTasks(tasks.flatMap(openTask), stations, now).map((p) => [p.id, p])),
  }
}

export async function shopStations(tx: Tx, shopId: string, now: Date): Promise<ShopStation[]> {
  const rows = await stationsOf(tx, shopId)
  const duty = await dutyOf(tx, [...new Set(rows.flatMap((row) => row.staff_ids))], now)
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    capacity: row.capacity,
    people: row.staff_ids.flatMap((id) => {
      const person = duty.get(id)
      return person ? [{ id, ...person }] : []
    }),
  }))
}

function openTask(row: BoardTask): PlanTask[] {
  const { state } = row
  if (state !== 'waiting' && state !== 'making') return []
  return [
    {
      id: row.id,
      stationId: row.station_id,
      state,
      quantity: row.quantity,
      makeS: row.make_s,
      startBy: row.start_by,
      dueAt: row.due_at,
      startedAt: row.started_at,
      staffId: row.staff_id,
      fixed: row.fixed,
    },
  ]
}

/** The dish will be ready with less time left than it should have: to be announced before it is late. */
export function isSlow(task: Pick<BoardTask, 'due_at' | 'margin_s'>, expectedAt: Date): boolean {
  return expectedAt.getTime() > task.due_at.getTime() - task.margin_s * 1000
}
