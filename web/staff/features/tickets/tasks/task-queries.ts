import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  CancelTask,
  ChangeTask,
  CreateTask,
  FinishTask,
  SavePlan,
  Task,
  TodoPage,
  TodoView,
} from '#contracts/tickets/tasks'
import { api } from '../../../app/api.ts'
import { useCan } from '../../../app/session.ts'
import { ticketQuery } from '../ticket-queries.ts'

const on = (id: string) => ({ params: { path: { id } } })

/** Everything owed on one ticket; under its key, so that a live change fetches it again. */
export function useTasks(ticketId: string) {
  return useQuery({
    queryKey: ['tickets', 'one', ticketId, 'tasks'],
    queryFn: ({ signal }): Promise<Task[]> => api.get('/api/tickets/{id}/tasks', { ...on(ticketId), signal }),
  })
}

export function useTaskOwners(ticketId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['tickets', 'one', ticketId, 'task-owners'],
    queryFn: ({ signal }) => api.get('/api/tickets/{id}/task-owners', { ...on(ticketId), signal }),
    enabled: wanted,
    staleTime: 30_000,
  })
}

const PAGE_ROWS = 40

export function useTodos(view: TodoView, overdue: boolean, rows = PAGE_ROWS) {
  return useInfiniteQuery({
    queryKey: ['tickets', 'todos', 'list', { view, overdue, rows }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof TodoPage>> =>
      api.get('/api/todos', {
        params: { query: { view, cursor: pageParam, limit: rows, ...(overdue ? { overdue: true } : {}) } },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 120_000,
  })
}

export function useTodoCounts() {
  const can = useCan('tickets.doTasks')
  return useQuery({
    queryKey: ['tickets', 'todos', 'counts'],
    queryFn: ({ signal }) => api.get('/api/todos/counts', { signal }),
    enabled: can,
    staleTime: 30_000,
    refetchInterval: 120_000,
  })
}

/** One deed on tasks; whatever shows them, the ticket among it, is fetched again. */
export type TaskDeed<T = Task> = () => Promise<T>
export function useTaskDeed<T = Task>(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (deed: TaskDeed<T>) => deed(),
    onSettled: () => {
      for (const queryKey of [
        ['tickets', 'one', ticketId],
        ['tickets', 'todos'],
        ['tickets', 'list'],
        ['tickets', 'counts'],
        ['home'],
      ])
        void client.invalidateQueries({ queryKey })
    },
  })
}

export const deeds = {
  give:
    (ticketId: string, body: z.input<typeof CreateTask>): TaskDeed =>
    () =>
      api.post('/api/tickets/{id}/tasks', { ...on(ticketId), body }),
  change:
    (id: string, body: z.input<typeof ChangeTask>): TaskDeed =>
    () =>
      api.patch('/api/tasks/{id}', { ...on(id), body }),
  finish:
    (id: string, body: z.input<typeof FinishTask>): TaskDeed =>
    () =>
      api.put('/api/tasks/{id}/result', { ...on(id), body }),
  cancel:
    (id: string, body: z.input<typeof CancelTask>): TaskDeed =>
    () =>
      api.delete('/api/tasks/{id}', { ...on(id), body }),
  plan:
    (ticketId: string, body: z.input<typeof SavePlan>): TaskDeed<Task[]> =>
    () =>
      api.put('/api/tickets/{id}/plan', { ...on(ticketId), body }),
}

/** Why the ticket is late; answers with the fresh ticket. */
export function useExplainDelay(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      api.put('/api/tickets/{id}/late-reason', { ...on(ticketId), body: { reason } }),
    onSuccess: (ticket) => {
      client.setQueryData(ticketQuery(ticketId).queryKey, ticket)
      for (const queryKey of [['tickets', 'one', ticketId, 'entries'], ['tickets', 'list'], ['home']])
        void client.invalidateQueries({ queryKey })
    },
  })
}
