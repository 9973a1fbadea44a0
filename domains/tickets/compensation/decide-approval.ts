import { ticketChanged } from '#contracts/tickets'
import type { ApprovalView, DecideApproval } from '#contracts/tickets/compensation'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { atDesk, type Desk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { cancelTask, finishTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { askNext } from './ask-approver.ts'
import * as data from './compensation-data.ts'
import { compensationErrors } from './errors.ts'
import { issue } from './issue.ts'
import { toldOf } from './money-words.ts'
import { viewCompensations } from './read-compensation.ts'

const ACTION = 'tickets.doTasks'

/** One approval for whoever is asked, or may read its ticket. Errors: compensation.notFound out of reach. */
export function readApproval(ctx: Ctx, id: string): Promise<ApprovalView> {
  return ctx.transaction(async (tx) => {
    const { approval, ticketId } = await reachable(tx, ctx, id)
    const ticket = await findTicket(tx, scopeOf(ctx.actor, ACTION), ticketId)
    const row = await data.findCompensation(tx, approval.compensation_id)
    if (!ticket || !row) throw compensationErrors.notFound()
    const [view] = await viewCompensations(tx, ctx, ticket, [row])
    const step = view!.steps.find((s) => s.id === id)!
    return {
      approval: step,
      compensation: view!,
      mayDecide: view!.can.includes('decide') && approval.state === 'asked',
    }
  })
}

/**
 * Says yes or no to one step (H5). The last yes issues it in the same transaction; a no ends it and gives the budget back.
 * Shape:  deciding the same way twice changes nothing.
 * Errors: compensation.notFound, notYours (somebody else is asked), ownProposal, alreadyDecided, noteMissing (a no needs a reason),
 *         investigation.ownCase.
 */
export async function decideApproval(ctx: Ctx, id: string, input: DecideApproval): Promise<ApprovalView> {
  const { ticketId } = await ctx.transaction((tx) => reachable(tx, ctx, id))
  await atDesk(ctx, ticketId, ACTION, (desk) => decide(desk, id, input), { partakes: true })
  return readApproval(ctx, id)
}

async function reachable(
  tx: Tx,
  ctx: Ctx,
  id: string,
): Promise<{ approval: data.ApprovalRow; ticketId: string }> {
  const approval = await data.findApproval(tx, id)
  const row = approval && (await data.findCompensation(tx, approval.compensation_id))
  const ticket = row && (await findTicket(tx, scopeOf(ctx.actor, ACTION), row.ticket_id))
  if (!ticket) throw compensationErrors.notFound()
  return { approval, ticketId: ticket.id }
}

async function decide(desk: Desk, id: string, { decision, note }: DecideApproval): Promise<void> {
  const { tx, now } = desk
  const self = staffOf(desk.ctx).staffId
  const approval = await data.findApproval(tx, id)
  const row = approval && (await data.findCompensation(tx, approval.compensation_id))
  if (!approval || !row) throw compensationErrors.notFound()
  const state = decision === 'approve' ? 'approved' : 'rejected'
  if (approval.state === state && approval.decided_by === self) return
  refuseOwnCase(desk)
  if (row.proposed_by === self) throw compensationErrors.ownProposal()
  if (approval.state !== 'asked' || row.state !== 'waiting') throw compensationErrors.alreadyDecided()
  if (approval.approver_id !== self) throw compensationErrors.notYours()
  if (decision === 'reject' && note.length < 2) throw compensationErrors.noteMissing({}, 'note')

  const steps = await data.approvalsOf(tx, [row.id])
  const step = steps.find((s) => s.id === id)!
  Object.assign(step, { state, decided_by: self, decided_at: now, due_at: null, note })
  await endTask(desk, id, 'done', note)
  const told = toldOf(row)
  addFact(desk, `compensation_${state}`, { ...told, role: step.role }, note)
  record(desk, decision === 'approve' ? 'tickets.approveCompensation' : 'tickets.rejectCompensation', {
    id: row.id,
    step: step.step,
    note,
    for: step.for_id,
    ...told,
  })
  notify(desk, [row.proposed_by], 'approval_decided', 'plan')
  tell(desk, ticketChanged, [row.proposed_by])
  touch(desk)
  if (decision === 'reject') return end(desk, row, steps, 'rejected')
  await data.saveApprovals(tx, [step])
  if (steps.some((s) => s.state === 'todo')) await askNext(desk, row, steps)
  else await issue(desk, row)
}

/** Takes back what still waits. Errors: compensation.notFound, notWaiting, investigation.ownCase. Cancelling twice changes nothing. */
export function cancelCompensation(ctx: Ctx, ticketId: string, id: string): Promise<void> {
  return atDesk(ctx, ticketId, 'tickets.compensate', async (desk) => {
    const row = await data.findCompensation(desk.tx, id)
    if (!row || row.ticket_id !== ticketId) throw compensationErrors.notFound()
    if (row.state === 'cancelled') return
    refuseOwnCase(desk)
    if (row.state !== 'waiting') throw compensationErrors.notWaiting()
    const steps = await data.approvalsOf(desk.tx, [id])
    const asked = steps.find((s) => s.state === 'asked')
    if (asked) await endTask(desk, asked.id, 'cancelled', '')
    await end(desk, row, steps, 'cancelled')
    const told = toldOf(row)
    addFact(desk, 'compensation_cancelled', told)
    record(desk, 'tickets.cancelCompensation', { id, ...told })
    notify(desk, [row.proposed_by, asked?.approver_id ?? null], 'approval_decided', 'plan')
    tell(desk, ticketChanged, [row.proposed_by])
    touch(desk)
  })
}

/** Nothing is given: what is left of the chain is not asked any more, the month gets its money back. */
async function end(
  desk: Desk,
  row: data.CompensationRow,
  steps: data.ApprovalRow[],
  state: 'rejected' | 'cancelled',
): Promise<void> {
  for (const step of steps)
    if (step.state === 'todo' || step.state === 'asked')
      Object.assign(step, { state: 'skipped', due_at: null })
  await data.saveApprovals(desk.tx, steps)
  await data.updateCompensation(desk.tx, row.id, { state, decided_at: desk.now })
  await data.giveBack(desk.tx, row.id)
}

async function endTask(
  desk: Desk,
  approvalId: string,
  how: 'done' | 'cancelled',
  note: string,
): Promise<void> {
  const tasks = await tasksOf(desk.tx, desk.ticket.id)
  const task = tasks.find((t) => t.about_id === approvalId && t.state === 'open')
  if (!task) return
  if (how === 'done') finishTask(desk, task, { result: note })
  else cancelTask(desk, task, note)
}
