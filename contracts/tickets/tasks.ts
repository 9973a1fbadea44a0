import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Cursor, Id, Instant } from '../kit.ts'
import { Key, Kind, Priority } from '../playbook.ts'
import { ShopRef, Who } from '../tickets.ts'

/**
 * R3: what somebody owes. `step` of the handling plan, `question` of an agent to the shop, `statement` of the person complained about,
 * `opinion` and `decision` of a joint assessment, `approval` of a compensation, `revisit` by phone, `contact` promised to the customer,
 * `facts` still missing to close.
 */
export const TaskKind = z.enum([
  'step',
  'question',
  'statement',
  'opinion',
  'decision',
  'approval',
  'revisit',
  'contact',
  'facts',
])
export type TaskKind = z.infer<typeof TaskKind>
export const TaskState = z.enum(['open', 'done', 'cancelled'])

export const Task = z.object({
  id: Id,
  ticketId: Id,
  kind: TaskKind,
  title: z.string(),
  details: z.string(),
  resources: z.string(),
  /** The row this task is about: an opinion, an approval, a revisit. */
  aboutId: Id.nullable(),
  teamName: z.string(),
  owner: Who.nullable(),
  state: TaskState,
  dueAt: Instant,
  overdue: z.boolean(),
  result: z.string(),
  photos: z.array(AttachmentView),
  createdBy: z.string(),
  createdAt: Instant,
  doneBy: z.string(),
  doneAt: Instant.nullable(),
  can: z.array(z.enum(['finish', 'change', 'cancel'])),
})
export type Task = z.infer<typeof Task>

/** One line of 我的待办: the task with the ticket it belongs to. */
export const Todo = Task.extend({
  ticket: z.object({
    id: Id,
    number: z.string(),
    title: z.string(),
    kind: Kind,
    priority: Priority,
    shop: ShopRef.nullable(),
  }),
})
export type Todo = z.infer<typeof Todo>
export const TodoView = z.enum(['mine', 'shop', 'given', 'done'])
export type TodoView = z.infer<typeof TodoView>
export const TodoQuery = z.strictObject({
  view: TodoView.default('mine'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export const TodoPage = z.object({ todos: z.array(Todo), next: Cursor.nullable() })
/** Counts stop at 1000. */
export const TodoCounts = z.object({ open: z.int(), overdue: z.int() })

/** A step of the plan or a question to the shop. Either a person or a team; a team's task goes to whoever of it is present with the least to do. */
export const CreateTask = z.strictObject({
  kind: z.enum(['step', 'question']).default('step'),
  title: z.string().trim().min(2).max(120),
  details: z.string().trim().max(2000).default(''),
  resources: z.string().trim().max(500).default(''),
  ownerId: Id.optional(),
  team: Key.optional(),
  dueAt: Instant,
})
export type CreateTask = z.infer<typeof CreateTask>
export const ChangeTask = z.strictObject({
  title: z.string().trim().min(2).max(120).optional(),
  details: z.string().trim().max(2000).optional(),
  resources: z.string().trim().max(500).optional(),
  ownerId: Id.optional(),
  dueAt: Instant.optional(),
})
export const FinishTask = z.strictObject({
  result: z.string().trim().max(2000).default(''),
  photos: z.array(Id).max(6).default([]),
})
export const CancelTask = z.strictObject({ reason: z.string().trim().min(2).max(200) })

/** H4: the whole plan at once, and what the customer is told when it can't be solved now. */
export const SavePlan = z.strictObject({
  steps: z
    .array(CreateTask.omit({ kind: true }))
    .min(1)
    .max(12),
  /** When the solution comes, and when the customer hears from us next; the next contact becomes a task of the assignee. */
  expectedAt: Instant.optional(),
  nextContactAt: Instant.optional(),
  /** Sent to the customer with these times; absent: nothing is sent. */
  message: z.string().trim().min(1).max(2000).optional(),
})
export type SavePlan = z.infer<typeof SavePlan>
