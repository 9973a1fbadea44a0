import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Todo, TodoView } from '#contracts/tickets/tasks'
import { useZone } from '../../../app/session.ts'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Bone, Empty } from '../../../ui/states.tsx'
import { useTicking } from '../../../ui/ticking.ts'
import { MyMeasures, SealLines, useMyMeasures, useSealCount } from '../../incidents/index.ts'
import { TodoRow } from './TodoRow.tsx'
import { TodoSheet } from './TodoSheet.tsx'
import styles from './TodosPage.module.css'
import { useTodoCounts, useTodos } from './task-queries.ts'
import { groupTodos } from './todo-groups.ts'

/** 我的待办: what is late, what is due today, what comes later; one press opens it. */
export function TodosPage() {
  const { t } = useTranslation('tasks')
  const { view = 'mine', overdue = false } = useSearch({ from: '/signed-in/shell/todos' })
  const navigate = useNavigate({ from: '/todos' })
  const reach = useTodoCounts().data?.reach ?? 'own'
  const list = useTodos(view, overdue)
  const [opened, setOpened] = useState<Todo | null>(null)
  const views: TodoView[] = reach === 'own' ? ['mine', 'done'] : ['mine', 'shop', 'given', 'done']
  const show = (next: TodoView) =>
    void navigate({ search: { ...(next === 'mine' ? {} : { view: next }) }, replace: true })
  return (
    <PageFrame title={t('title')} hint={t('hint')} width="narrow">
      <div className={styles.views} role="tablist" aria-label={t('view.label')}>
        {views.map((key) => (
          <button key={key} type="button" role="tab" aria-selected={key === view} onClick={() => show(key)}>
            {t(`view.${key === 'shop' && reach === 'brand' ? 'brand' : key}`)}
          </button>
        ))}
        {view === 'shop' || view === 'given' ? (
          <label className={styles.late}>
            <input
              type="checkbox"
              checked={overdue}
              onChange={(event) =>
                void navigate({
                  search: { view, ...(event.target.checked ? { overdue: true } : {}) },
                  replace: true,
                })
              }
            />
            {t('onlyLate')}
          </label>
        ) : null}
      </div>
      {view === 'mine' ? <SealLines heading /> : null}
      {view === 'mine' ? <MyMeasures /> : null}
      <QueryState query={list} skeleton={<Rows />}>
        {({ pages }) => (
          <Groups
            todos={pages.flatMap((page) => page.todos)}
            view={view}
            overdue={overdue}
            more={list.hasNextPage}
            open={setOpened}
          />
        )}
      </QueryState>
      {list.hasNextPage ? (
        <div className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
      <TodoSheet todo={opened} close={() => setOpened(null)} />
    </PageFrame>
  )
}

type GroupsProps = {
  todos: Todo[]
  view: TodoView
  overdue: boolean
  /** There are further pages, so the last group is longer than it looks. */
  more: boolean
  open: (todo: Todo) => void
}

function Groups({ todos, view, overdue, more, open }: GroupsProps) {
  const { t } = useTranslation('tasks')
  const zone = useZone()
  // Once a minute what was to come may have become late.
  const minute = useTicking((now) => Math.floor(now / 60_000))
  const others = useMyMeasures().length + useSealCount('all')
  // Nobody is told that there is nothing to do below something to do.
  if (todos.length === 0 && view === 'mine' && others) return null
  if (todos.length === 0)
    return (
      <Empty
        title={t(`empty.${overdue ? 'late' : view}`)}
        hint={overdue ? undefined : t(`empty.${view}Hint`, { defaultValue: '' }) || undefined}
      />
    )
  if (view === 'done')
    return (
      <ul className={styles.list}>
        {todos.map((todo) => (
          <li key={todo.id}>
            <TodoRow todo={todo} view={view} open={() => open(todo)} />
          </li>
        ))}
      </ul>
    )
  return groupTodos(todos, minute * 60_000, zone).map((group, at, all) => (
    <section key={group.key} className={styles.group} data-late={group.key === 'late'}>
      <h2>
        {t(`group.${group.key}`)}
        <span>
          {group.todos.length}
          {more && at === all.length - 1 ? '+' : null}
        </span>
      </h2>
      <ul className={styles.list}>
        {group.todos.map((todo) => (
          <li key={todo.id}>
            <TodoRow todo={todo} view={view} open={() => open(todo)} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Rows() {
  return (
    <ul className={styles.list}>
      {[0, 1, 2, 3].map((row) => (
        <li key={row}>
          <div style={{ padding: 18 }}>
            <Bone width="62%" height={18} />
          </div>
        </li>
      ))}
    </ul>
  )
}
