import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Todo } from '#contracts/tickets/tasks'
import { useSealCount } from '../../incidents/index.ts'
import { TodoRow } from './TodoRow.tsx'
import styles from './TodosPage.module.css'
import { useTodos } from './task-queries.ts'

const TodoSheet = lazy(() => import('./TodoSheet.tsx').then((file) => ({ default: file.TodoSheet })))
const SHOWN = 4

/** The first of what I owe, for the page of the day; the rest is one press away. */
export function MyTodos() {
  const { t } = useTranslation('tasks')
  const list = useTodos('mine', false, SHOWN)
  const [opened, setOpened] = useState<Todo | null>(null)
  const todos = list.data?.pages[0]?.todos
  const seals = useSealCount('all')
  // What waits to be sealed stands above in red: nobody is told that there is nothing to do.
  if (!todos || (todos.length === 0 && seals)) return null
  return (
    <section className={styles.mine}>
      <h2>
        {t('home.title')}
        <Link to="/todos">{t('home.all')}</Link>
      </h2>
      {todos.length === 0 ? (
        <p className={styles.calm}>{t('home.none')}</p>
      ) : (
        <ul className={styles.list}>
          {todos.map((todo) => (
            <li key={todo.id}>
              <TodoRow todo={todo} view="mine" open={() => setOpened(todo)} />
            </li>
          ))}
        </ul>
      )}
      {opened ? (
        <Suspense>
          <TodoSheet todo={opened} close={() => setOpened(null)} />
        </Suspense>
      ) : null}
    </section>
  )
}
