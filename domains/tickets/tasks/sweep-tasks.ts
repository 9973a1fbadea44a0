import type { Services } from '#platform/context'
import { sweep } from '../clocks/sweep-clocks.ts'
import type { Desk } from '../handling/desk.ts'
import { holders } from '../routing/pick-person.ts'
import { ringTask } from './give-task.ts'
import { OWED_AFTER, tasksOf } from './task-data.ts'

/** Tasks whose reminder or deadline has come, over all brands (R3). */
export function sweepTasks(services: Services): Promise<number> {
  return sweep(services, 'tasks_due', async (desk) => {
    // A merged ticket's opinions, statements and decisions stay with it and are still owed.
    const over = desk.ticket.status === 'closed' || desk.ticket.status === 'set_aside'
    for (const task of await tasksOf(desk.tx, desk.ticket.id)) {
      if (!task.next_at || task.next_at > desk.now) continue
      if (over && !OWED_AFTER.includes(task.kind)) {
        task.next_at = null
        desk.tasks.changed.push(task)
      } else ringTask(desk, task, (level) => next(desk, level))
    }
  })
}

/** The present holders of the next role up the chain. */
function next(desk: Desk, level: number): string[] {
  const chain = desk.playbook.playbook.responsibility[desk.ticket.rule_index]?.chain ?? []
  const role = chain[Math.min(level, chain.length - 1)]
  if (!role) return []
  const all = holders({ roster: desk.roster, shopId: desk.ticket.shop_id }, role)
  const here = all.filter((p) => p.onDuty)
  return (here.length ? here : all).slice(0, 3).map((p) => p.id)
}
