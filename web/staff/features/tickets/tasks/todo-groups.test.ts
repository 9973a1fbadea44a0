import { expect, test } from 'vitest'
import type { Todo } from '#contracts/tickets/tasks'
import { groupTodos } from './todo-groups.ts'

const todo = (id: string, dueAt: string) => ({ id, dueAt }) as Todo
const NOW = Date.parse('2026-03-02T12:00:00+08:00')

test('late, today and later, by the day of the brand’s zone; empty groups are left out', () => {
  const groups = groupTodos(
    [
      todo('late', '2026-03-02T03:59:00Z'),
      todo('tonight', '2026-03-02T15:59:00Z'),
      todo('past midnight', '2026-03-02T16:01:00Z'),
    ],
    NOW,
    'Asia/Shanghai',
  )
  expect(groups.map((g) => [g.key, g.todos.map((t) => t.id)])).toEqual([
    ['late', ['late']],
    ['today', ['tonight']],
    ['later', ['past midnight']],
  ])
  expect(groupTodos([], NOW, 'Asia/Shanghai')).toEqual([])
})
