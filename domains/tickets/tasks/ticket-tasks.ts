import type { z } from 'zod'
import { ENDED, type TicketStatus } from '#contracts/tickets'
import type { ChangeTask, CreateTask, Task, TaskOwners } from '#contracts/tickets/tasks'
import { loadRoster } from '#domains/people'
import { playbookVersion, say } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { record, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { holders } from '../routing/pick-person.ts'
import { atTask } from './at-task.ts'
import { chooseDoer, namedDoer } from './choose-doer.ts'
import { taskErrors } from './errors.ts'
import { cancelTask, dateTask, giveTask, moveTask } from './give-task.ts'
import { canHoldTask } from './pick-doer.ts'
import { type TaskRow, taskLoads, tasksOf } from './task-data.ts'
import { viewTasks } from './view-task.ts'

/** Everything somebody owes or owed on this ticket, in the order it was given. Errors: tickets.notFound out of reach. */
export function listTasks(ctx: Ctx, ticketId: string): Promise<Task[]> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const { playbook } = await playbookVersion(tx, ticket.playbook_version_id)
    return viewTasks(tx, ctx, await tasksOf(tx, ticketId), () => ({ ...ticket, playbook }))
  })
}

/** Who may be given something on this ticket, and how much each has to do already. Errors: tickets.notFound out of reach. */
export function listOwners(ctx: Ctx, ticketId: string): Promise<TaskOwners> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.plan'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const [roster, { playbook }] = await Promise.all([
      loadRoster(tx, ctx.now()),
      playbookVersion(tx, ticket.playbook_version_id),
    ])
    const shopId = ticket.shop_id
    const people = roster.people.filter((p) => canHoldTask(p, shopId))
    const loads = await taskLoads(
      tx,
      people.map((p) => p.id),
    )
    const present = (roles: Parameters<typeof holders>[1][]) =>
      new Set(roles.flatMap((role) => holders({ roster, shopId }, role).filter((p) => p.onDuty))).size
    return {
      people: people
        .map((p) => ({
          id: p.id,
          name: p.name,
          roles: [...new Set(p.roles.map((r) => r.role))],
          onDuty: p.onDuty,
          openTasks: loads.get(p.id) ?? 0,
        }))
        .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.openTasks - b.openTasks),
      teams: playbook.teams.map((t) => ({
        key: t.key,
        name: say(t.name, ctx.locale),
        present: present(t.roles),
      })),
    }
  })
}

/** A step of the plan, or a question to the shop (R3). Errors: those of `chooseDoer`, tasks.dueInPast, tasks.ticketEnded, investigation.ownCase. */
export function createTask(ctx: Ctx, ticketId: string, input: CreateTask): Promise<Task> {
  return atDesk(ctx, ticketId, 'tickets.plan', async (desk) => {
    refuseOwnCase(desk)
    refuseEnded(desk)
    const task = await giveNew(desk, input)
    touch(desk)
    return viewOne(desk, task)
  })
}

export async function giveNew(
  desk: Desk,
  input: CreateTask & { id?: string | undefined },
  position = 0,
): Promise<TaskRow> {
  refusePast(desk, input.dueAt)
  const { owner, team } = await chooseDoer(desk, input)
  return giveTask(desk, {
    ...(input.id ? { id: input.id } : {}),
    kind: input.kind,
    title: input.title,
    details: input.details,
    resources: input.resources,
    owner,
    team,
    dueAt: new Date(input.dueAt),
    position,
  })
}

/** Another owner, another deadline, other words. Errors: tasks.notFound, tasks.notOpen, tasks.doneElsewhere, tasks.ownerUnknown, tasks.ownerAbsent, tasks.dueInPast, investigation.ownCase. */
export function changeTask(ctx: Ctx, id: string, input: z.infer<typeof ChangeTask>): Promise<Task> {
  return atTask(ctx, id, 'tickets.plan', async (desk, task) => {
    refuseOwnCase(desk)
    refuseForeign(task)
    changeRow(desk, task, input)
    return viewOne(desk, task)
  })
}

/** The change itself, also when a whole plan is saved. Errors: tasks.legalDate, besides those of changeTask. */
export function changeRow(desk: Desk, task: TaskRow, input: z.infer<typeof ChangeTask>): void {
  const { ownerId, dueAt, ...words } = input
  const due = dueAt ?? task.due_at.toISOString()
  if (dueAt && dueAt !== task.due_at.toISOString()) {
    if (task.kind === 'legal') throw taskErrors.legalDate({}, 'dueAt')
    refusePast(desk, dueAt)
    dateTask(desk, task, new Date(dueAt))
  }
  if (ownerId && ownerId !== task.owner_id) {
    // The next contact is the assignee's, whoever that is.
    if (task.kind === 'contact') throw taskErrors.ownerUnknown({}, 'ownerId')
    moveTask(desk, task, namedDoer(desk, ownerId, due))
  }
  Object.assign(task, words)
  desk.tasks.changed.push(task)
  record(desk, 'tickets.changeTask', { task: task.id, ...input })
}

/** Not needed any more, with the reason. Errors: tasks.notFound, tasks.notOpen, tasks.doneElsewhere, investigation.ownCase. */
export function cancelOne(ctx: Ctx, id: string, reason: string): Promise<Task> {
  return atTask(ctx, id, 'tickets.plan', async (desk, task) => {
    refuseOwnCase(desk)
    refuseForeign(task)
    cancelTask(desk, task, reason)
    return viewOne(desk, task)
  })
}

const OWN: readonly string[] = ['step', 'question', 'contact', 'facts', 'legal', 'call_back']

/** Statements, opinions, decisions, approvals and revisits are changed where they were asked for. */
function refuseForeign(task: TaskRow): void {
  if (!OWN.includes(task.kind)) throw taskErrors.doneElsewhere()
}

function refusePast(desk: Desk, dueAt: string): void {
  if (Date.parse(dueAt) <= desk.now.getTime()) throw taskErrors.dueInPast({}, 'dueAt')
}

export function refuseEnded(desk: Desk): void {
  if (ENDED.includes(desk.ticket.status as TicketStatus)) throw taskErrors.ticketEnded()
}

export async function viewOne(desk: Desk, task: TaskRow): Promise<Task> {
  const { playbook } = desk.playbook
  const [view] = await viewTasks(desk.tx, desk.ctx, [task], () => ({ ...desk.ticket, playbook }))
  return view!
}
