import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { Ticket } from '#contracts/tickets'
import {
  CancelTask,
  ChangeTask,
  CreateTask,
  FinishTask,
  SaveLateReason,
  SavePlan,
  Task,
  TaskOwners,
  TodoCounts,
  TodoPage,
  TodoQuery,
} from '#contracts/tickets/tasks'
import type { App } from '#platform/module'
import { readTicket } from '../inbox/read-ticket.ts'
import { EVERYTHING } from './at-task.ts'
import { finishOwn } from './finish-own.ts'
import { explainDelay } from './late-reason.ts'
import { readTodoCounts, readTodos } from './list-todos.ts'
import { savePlan } from './save-plan.ts'
import { cancelOne, changeTask, createTask, listOwners, listTasks } from './ticket-tasks.ts'

export function taskRoutes(app: App): void {
  const params = IdParam
  const plan = { can: 'tickets.plan' }
  const doing = { can: 'tickets.doTasks' }
  app.get(
    '/tickets/:id/tasks',
    { config: { can: 'tickets.read' }, schema: { params, response: { 200: z.array(Task) } } },
    (req) => listTasks(req.ctx, req.params.id),
  )
  app.post(
    '/tickets/:id/tasks',
    { config: plan, schema: { params, body: CreateTask, response: { 201: Task } } },
    async (req, reply) => reply.code(201).send(await createTask(req.ctx, req.params.id, req.body)),
  )
  app.get(
    '/tickets/:id/task-owners',
    { config: plan, schema: { params, response: { 200: TaskOwners } } },
    (req) => listOwners(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/plan',
    { config: plan, schema: { params, body: SavePlan, response: { 200: z.array(Task) } } },
    (req) => savePlan(req.ctx, req.params.id, req.body),
  )
  app.put(
    '/tickets/:id/late-reason',
    {
      config: { can: 'tickets.reply' },
      schema: { params, body: SaveLateReason, response: { 200: Ticket } },
    },
    async (req) => {
      await explainDelay(req.ctx, req.params.id, req.body.reason)
      return readTicket(req.ctx, req.params.id, EVERYTHING)
    },
  )
  app.patch(
    '/tasks/:id',
    { config: plan, schema: { params, body: ChangeTask, response: { 200: Task } } },
    (req) => changeTask(req.ctx, req.params.id, req.body),
  )
  app.put(
    '/tasks/:id/result',
    { config: doing, schema: { params, body: FinishTask, response: { 200: Task } } },
    (req) => finishOwn(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/tasks/:id',
    { config: plan, schema: { params, body: CancelTask, response: { 200: Task } } },
    (req) => cancelOne(req.ctx, req.params.id, req.body.reason),
  )
  app.get(
    '/todos',
    { config: doing, schema: { querystring: TodoQuery, response: { 200: TodoPage } } },
    (req) => readTodos(req.ctx, req.query),
  )
  app.get('/todos/counts', { config: doing, schema: { response: { 200: TodoCounts } } }, (req) =>
    readTodoCounts(req.ctx),
  )
}
