import { z } from 'zod'
import { AttachmentView } from '../channels.ts'
import { Cursor, Id, Instant } from '../kit.ts'
import { Role } from '../people.ts'
import { Key, Kind, Priority } from '../playbook.ts'
import { ShopRef, Who } from '../tickets.ts'

/**
 * R3: what somebody owes. `step` of the handling plan, `question` of an agent to the shop, `statement` of the person complained about,
 * `opinion` and `decision` of a joint assessment, `approval` of a compensation, `revisit` by phone, `contact` promised to the customer,
 * `facts` still missing to close, `legal`: an authority waits until a day that the law sets, `call_back` for a call that nobody took.
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
  'legal',
  'call_back',
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

/** The tab of the ticket's page where a task of this kind is done or looked after. */
export const WorkPlace = z.enum(['case', 'plan', 'after'])
export type WorkPlace = z.infer<typeof WorkPlace>
export const PLACE_OF: Record<TaskKind, WorkPlace> = {
  step: 'plan',
  question: 'plan',
  contact: 'plan',
  facts: 'case',
  approval: 'plan',
  statement: 'case',
  opinion: 'case',
  decision: 'case',
  revisit: 'after',
  call_back: 'plan',
  legal: 'plan',
}
/** Finished by an answer in the list; all others where they belong, because finishing them means saying more than a sentence. */
export const FINISHED_HERE: readonly TaskKind[] = [
  'step',
  'question',
  'contact',
  'facts',
  'legal',
  'call_back',
]

/** One line of 我的待办: the task with the ticket it belongs to, and where on it the work is done. */
export const Todo = Task.extend({
  place: WorkPlace,
  /** Whether this reader may open the ticket itself; finance and others see only their line. */
  opens: z.boolean(),
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
  /** Only those whose deadline has passed. */
  overdue: z.union([z.boolean(), z.stringbool()]).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export type TodoQuery = z.infer<typeof TodoQuery>
export const TodoPage = z.object({ todos: z.array(Todo), next: Cursor.nullable() })
/** Mine, counted to 1000; `reach` says whose the reader may look after besides: nobody's, the shops', the whole brand's. */
export const TodoCounts = z.object({
  open: z.int(),
  overdue: z.int(),
  reach: z.enum(['own', 'shop', 'brand']),
})
export type TodoCounts = z.infer<typeof TodoCounts>

/** Who may be given a task of one ticket: people who are present with the least to do first, and the playbook's teams. */
export const TaskOwners = z.object({
  people: z.array(
    z.object({
      id: Id,
      name: z.string(),
      roles: z.array(Role),
      onDuty: z.boolean(),
      openTasks: z.int(),
    }),
  ),
  /** `present` people of the team are on duty for the ticket's shop. */
  teams: z.array(z.object({ key: Key, name: z.string(), present: z.int() })),
})
export type TaskOwners = z.infer<typeof TaskOwners>

/**
 * A step of the plan or a question to the shop. Either a person or a team; a team's task goes to whoever of it is present for
 * the shop with the least to do. With neither, a step is the assignee's and a question goes to the shop.
 */
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

/** H4: what the customer is told when it can't be solved at once. The next contact becomes a task of the assignee. */
export const CustomerPromise = z.strictObject({
  expectedAt: Instant,
  nextContactAt: Instant,
  message: z.string().trim().min(1).max(2000),
})
/**
 * H4: several steps at once. A step with the `id` of an open one changes it; an unknown `id` is the new one's own, so that sending twice
 * adds nothing. Steps that are not named stay as they are.
 */
export const SavePlan = z.strictObject({
  steps: z.array(CreateTask.omit({ kind: true }).extend({ id: Id.optional() })).max(12),
  promise: CustomerPromise.optional(),
})
export type SavePlan = z.infer<typeof SavePlan>

export const SaveLateReason = z.strictObject({ reason: z.string().trim().min(2).max(200) })
