import type { Role } from '#contracts/people'
import { sentence } from '#platform/locale'
import type { Desk } from '../handling/desk.ts'
import { giveTask } from '../tasks/give-task.ts'
import { type ApprovalRow, approvalLoads, type CompensationRow, saveApprovals } from './compensation-data.ts'
import { compensationErrors } from './errors.ts'
import { giftOf, sayGift } from './money-words.ts'
import { approverFor, situationOf } from './situation.ts'

const MINUTE_MS = 60_000

/** Asks whoever has to decide the first step that is still to do; the step becomes a task of that person. Errors: compensation.nobodyApproves. */
export async function askNext(desk: Desk, row: CompensationRow, approvals: ApprovalRow[]): Promise<void> {
  const step = approvals.find((a) => a.state === 'todo')
  if (!step) return
  const given = situationOf(desk)
  const approver = approverFor(
    given,
    { role: step.role as Role },
    {
      proposerId: row.proposed_by,
      loads: await approvalLoads(desk.tx),
      rather: approvals.flatMap((a) => a.decided_by ?? []),
    },
  )
  if (!approver) throw compensationErrors.nobodyApproves()
  Object.assign(step, {
    state: 'asked',
    approver_id: approver.person.id,
    for_id: approver.standsInFor?.id ?? null,
    asked_at: desk.now,
    due_at: answerDueAt(desk),
  })
  await saveApprovals(desk.tx, [step])
  giveTask(desk, {
    kind: 'approval',
    title: sentence(approver.person.locale, 'server', 'task.approval', {
      gift: sayGift(giftOf(row), approver.person.locale),
    }),
    aboutId: step.id,
    owner: approver.person,
    dueAt: answerDueAt(desk),
  })
}

/** By when an approver has answered, before it is passed on. */
export function answerDueAt({ now, playbook }: Desk): Date {
  return new Date(now.getTime() + playbook.playbook.compensation.approveWithinMin * MINUTE_MS)
}
