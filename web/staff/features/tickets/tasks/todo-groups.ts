import type { Todo } from '#contracts/tickets/tasks'
import { dayIn } from '../../../ui/time.ts'

export type TodoGroup = { key: 'late' | 'today' | 'later'; todos: Todo[] }

/** What is late, what is due today in the brand's zone, and what comes later; empty groups are left out. */
export function groupTodos(todos: readonly Todo[], now: number, zone: string): TodoGroup[] {
  const today = dayIn(zone, now)
  const keyOf = (todo: Todo): TodoGroup['key'] => {
    if (Date.parse(todo.dueAt) <= now) return 'late'
    return dayIn(zone, todo.dueAt) === today ? 'today' : 'later'
  }
  const order: TodoGroup['key'][] = ['late', 'today', 'later']
  return order
    .map((key) => ({ key, todos: todos.filter((todo) => keyOf(todo) === key) }))
    .filter((group) => group.todos.length > 0)
}
