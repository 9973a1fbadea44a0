import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import type { Task } from '#contracts/tickets/tasks'
import { QueryState } from '../../../ui/QueryState.tsx'
import { AskShopDialog } from './AskShopDialog.tsx'
import styles from './PlanPanel.module.css'
import { QuickStep } from './QuickStep.tsx'
import { StuckDialog } from './StuckDialog.tsx'
import { TaskLine } from './TaskLine.tsx'
import { useTasks } from './task-queries.ts'

/** H4, R3: what is done about it, by whom and until when; and what the customer is told when it can't be solved at once. */
export function PlanPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tasks')
  const tasks = useTasks(ticket.id)
  const [dialog, setDialog] = useState<'ask' | 'stuck' | null>(null)
  const plans = ticket.can.includes('plan')
  const close = () => setDialog(null)
  return (
    <section className={styles.panel} aria-label={t('plan.title')}>
      <header>
        <h2>{t('plan.title')}</h2>
        {plans ? (
          <div className={styles.buttons}>
            <Button onClick={() => setDialog('ask')}>{t('plan.ask')}</Button>
            <Button onClick={() => setDialog('stuck')}>{t('plan.stuck')}</Button>
          </div>
        ) : null}
      </header>
      <QueryState query={tasks}>{(list) => <Steps tasks={list} plans={plans} />}</QueryState>
      {plans ? <QuickStep ticket={ticket} /> : null}
      {dialog === 'ask' ? <AskShopDialog ticket={ticket} close={close} /> : null}
      {dialog === 'stuck' ? <StuckDialog ticket={ticket} close={close} /> : null}
    </section>
  )
}

function Steps({ tasks, plans }: { tasks: Task[]; plans: boolean }) {
  const { t } = useTranslation('tasks')
  const open = tasks
    .filter((task) => task.state === 'open')
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  const over = tasks.filter((task) => task.state !== 'open').toReversed()
  if (tasks.length === 0)
    return (
      <p className={styles.none}>
        {t('plan.none')}
        {plans ? <small>{t('plan.noneHint')}</small> : null}
      </p>
    )
  return (
    <>
      <ul className={styles.list}>
        {open.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
      {over.length > 0 ? (
        <details className={styles.over} open={open.length === 0}>
          <summary>{t('plan.done', { count: over.length })}</summary>
          <ul className={styles.list}>
            {over.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
