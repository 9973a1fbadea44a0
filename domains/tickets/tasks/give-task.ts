import { tasksChanged } from '#contracts/tickets'
import { PLACE_OF, type TaskKind } from '#contracts/tickets/tasks'
import { type Desk, newId } from '../handling/desk.ts'
import { addFact, notify, record, tell } from '../handling/desk-moves.ts'
import type { TaskRow } from './task-data.ts'

/** Reminded when this share of the time is gone. */
const REMIND_AT = 0.7
const LATE_AGAIN_MS = 4 * 3_600_000
const MOST_LEVELS = 4

export type NewTask = {
  /** Given by the sender, so that sending twice gives one; absent: made here. */
  id?: string
  kind: TaskKind
  title: string
  details?: string
  resources?: string
  aboutId?: string
  owner: { id: string; name: string } | null
  team?: string
  dueAt: Date
  /** Absent: when a share of the time is gone. */
  remindAt?: Date
  position?: number
}

/** Gives somebody something to do on this ticket (R3): in their list, with a notice, a reminder and an escalation; they may read the ticket from now on. */
export function giveTask(desk: Desk, task: NewTask): TaskRow {
  const { ticket, now, ctx } = desk
  const row: TaskRow = {
    brand_id: ticket.brand_id,
    id: task.id ?? newId(),
    ticket_id: ticket.id,
    kind: task.kind,
    title: task.title,
    details: task.details ?? '',
    resources: task.resources ?? '',
    about_id: task.aboutId ?? null,
    team: task.team ?? '',
    shop_id: ticket.shop_id,
    owner_id: task.owner?.id ?? null,
    state: 'open',
    due_at: task.dueAt,
    next_at: firstRing(now, task),
    level: 0,
    reminded_at: null,
    position: task.position ?? 0,
    result: '',
    photos: [],
    created_by: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    created_at: now,
    done_by: null,
    done_at: null,
  }
  desk.tasks.added.push(row)
  ticket.open_tasks += 1
  if (task.owner) partake(desk, task.owner.id)
  addFact(desk, 'task_given', {
    taskId: row.id,
    task: task.kind,
    title: task.title,
    to: task.owner?.name ?? '',
    team: task.team,
    dueAt: task.dueAt.toISOString(),
  })
  record(desk, 'tickets.giveTask', { task: row.id, kind: task.kind, to: row.owner_id })
  notify(desk, [row.owner_id], task.kind === 'approval' ? 'approval_asked' : 'task_given', placeOf(row))
  tell(desk, tasksChanged, [row.owner_id])
  return row
}

/** Done: out of the list; whoever gave it is told. Finishing twice changes nothing. */
export function finishTask(
  desk: Desk,
  task: TaskRow,
  done: { result: string; photos?: string[] } = { result: '' },
): void {
  if (task.state !== 'open') return
  const { actor } = desk.ctx
  Object.assign(task, {
    state: 'done',
    result: done.result,
    photos: done.photos ?? [],
    next_at: null,
    done_by: actor.kind === 'staff' ? actor.staffId : null,
    done_at: desk.now,
  })
  leave(desk, task, 'task_done', done.result)
  notify(desk, [task.created_by], 'task_done', placeOf(task))
}

export function cancelTask(desk: Desk, task: TaskRow, reason: string): void {
  if (task.state !== 'open') return
  const { actor } = desk.ctx
  Object.assign(task, {
    state: 'cancelled',
    result: reason,
    next_at: null,
    done_by: actor.kind === 'staff' ? actor.staffId : null,
    done_at: desk.now,
  })
  leave(desk, task, 'task_cancelled', reason)
}

function leave(desk: Desk, task: TaskRow, fact: string, words: string): void {
  desk.tasks.changed.push(task)
  desk.ticket.open_tasks = Math.max(0, desk.ticket.open_tasks - 1)
  addFact(desk, fact, { taskId: task.id, task: task.kind, title: task.title }, words)
  record(desk, `tickets.${fact === 'task_done' ? 'finishTask' : 'cancelTask'}`, { task: task.id })
  tell(desk, tasksChanged, [task.owner_id, task.created_by])
}

/** The same task for somebody else: handed on, stood in for, or escalated. */
export function moveTask(
  desk: Desk,
  task: TaskRow,
  owner: { id: string; name: string },
  data: Record<string, unknown> = {},
): void {
  const from = task.owner_id
  task.owner_id = owner.id
  // A legal one is reminded of by its own day, whoever has it.
  if (task.due_at > desk.now && task.kind !== 'legal')
    Object.assign(task, { next_at: remindAt(desk.now, task.due_at), reminded_at: null })
  desk.tasks.changed.push(task)
  partake(desk, owner.id)
  addFact(desk, 'task_moved', {
    taskId: task.id,
    task: task.kind,
    title: task.title,
    to: owner.name,
    ...data,
  })
  record(desk, 'tickets.moveTask', { task: task.id, from, to: owner.id })
  notify(desk, [owner.id], 'task_given', placeOf(task))
  tell(desk, tasksChanged, [from, owner.id])
}

/** Another deadline: reminder and escalation begin again. */
export function dateTask(desk: Desk, task: TaskRow, dueAt: Date, remind?: Date): void {
  const next_at = firstRing(desk.now, { dueAt, ...(remind ? { remindAt: remind } : {}) })
  Object.assign(task, { due_at: dueAt, next_at, reminded_at: null, level: 0 })
  desk.tasks.changed.push(task)
  tell(desk, tasksChanged, [task.owner_id])
}

/** Lets somebody read and annotate the ticket who could not otherwise. */
export function partake(desk: Desk, staffId: string): void {
  if (!desk.ticket.participants.includes(staffId))
    desk.ticket.participants = [...desk.ticket.participants, staffId]
}

function placeOf({ kind }: TaskRow): string {
  return PLACE_OF[kind as TaskKind]
}

/** A reminder whose day has passed already is left out. */
function firstRing(now: Date, task: Pick<NewTask, 'dueAt' | 'remindAt'>): Date {
  if (!task.remindAt) return remindAt(now, task.dueAt)
  return task.remindAt > now ? task.remindAt : task.dueAt
}

export function remindAt(now: Date, dueAt: Date): Date {
  return new Date(now.getTime() + Math.max(0, dueAt.getTime() - now.getTime()) * REMIND_AT)
}

/**
 * What a task does when its instant has come: it reminds its owner, then tells at the deadline and every four hours after it one
 * person more up the chain of the ticket, at most four times; it stays in everybody's sight until it is done.
 */
export function ringTask(desk: Desk, task: TaskRow, above: (level: number) => string[]): void {
  if (task.state !== 'open' || !task.next_at || task.next_at > desk.now) return
  desk.tasks.changed.push(task)
  if (task.due_at > desk.now) {
    task.reminded_at = desk.now
    task.next_at = task.due_at
    notify(desk, [task.owner_id], 'task_reminded', placeOf(task))
    tell(desk, tasksChanged, [task.owner_id])
    return
  }
  const told = [task.owner_id, task.created_by, ...above(task.level)]
  task.level += 1
  task.next_at = task.level < MOST_LEVELS ? new Date(desk.now.getTime() + LATE_AGAIN_MS) : null
  notify(desk, told, 'task_late', placeOf(task))
  tell(desk, tasksChanged, told)
  addFact(desk, 'task_late', { taskId: task.id, task: task.kind, title: task.title, level: task.level })
}
