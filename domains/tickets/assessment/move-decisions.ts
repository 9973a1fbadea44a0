import type { Desk } from '../handling/desk.ts'
import { cancelTask, moveTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import * as data from './assessment-data.ts'

/**
 * Takes open assessments out of the hands of a person who turns out to be the one complained about: whoever holds the ticket decides
 * instead, and an opinion asked of that person is no longer owed.
 */
export async function moveDecisions(desk: Desk, staffId: string): Promise<void> {
  const rows = (await data.assessmentsOf(desk.tx, desk.ticket.id)).filter((row) => row.state === 'open')
  if (!rows.length) return
  const opinions = await data.opinionsOf(
    desk.tx,
    rows.map((row) => row.id),
  )
  const heir = desk.roster.people.find((p) => p.id === desk.ticket.assignee_id)
  for (const task of await tasksOf(desk.tx, desk.ticket.id)) {
    if (task.state !== 'open' || task.owner_id !== staffId) continue
    if (opinions.some((o) => o.id === task.about_id)) cancelTask(desk, task, '')
    const row = rows.find((r) => r.id === task.about_id)
    if (!row || !heir) continue
    moveTask(desk, task, heir, { ownCase: true })
    await data.updateAssessment(desk.tx, row.id, { accountable_id: heir.id })
  }
}
