import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#contracts/tickets/tasks'
import { useZone } from '../../../app/session.ts'
import { MoreIcon } from '../../../ui/icons.tsx'
import { formatInstant } from '../../../ui/time.ts'
import { Photos } from '../Photos.tsx'
import { DueText } from './DueText.tsx'
import { KindIcon } from './KindIcon.tsx'
import styles from './PlanPanel.module.css'
import { CancelDialog, ChangeDialog, FinishDialog } from './TaskDialogs.tsx'

/** One line of the plan: what, who, until when; how it ended; and what may be done with it. */
export function TaskLine({ task }: { task: Task }) {
  const { t, i18n } = useTranslation('tasks')
  const zone = useZone()
  const [dialog, setDialog] = useState<'finish' | 'change' | 'cancel' | null>(null)
  const over = task.state !== 'open'
  const close = () => setDialog(null)
  const menu = (['change', 'cancel'] as const)
    .filter((deed) => task.can.includes(deed))
    .map((deed) => ({ key: deed, label: t(`do.${deed}`) }))
  return (
    <li className={styles.line} data-over={over}>
      <KindIcon kind={task.kind} late={task.overdue} />
      <div>
        <b>{task.title}</b>
        <p className={styles.meta}>
          {task.kind === 'step' ? null : <span>{t(`kind.${task.kind}`)}</span>}
          {task.owner ? <span>{task.owner.name}</span> : <em>{t('ownerless')}</em>}
          {task.teamName ? <span>{task.teamName}</span> : null}
          {task.state === 'open' ? <DueText dueAt={task.dueAt} /> : null}
          {task.state === 'done' && task.doneAt ? (
            <span>
              {t('plan.doneBy', {
                name: task.doneBy,
                at: formatInstant(task.doneAt, 'full', i18n.language, zone),
              })}
            </span>
          ) : null}
        </p>
        {task.resources ? (
          <p className={styles.words}>{t('plan.resourcesOf', { resources: task.resources })}</p>
        ) : null}
        {task.details && !over ? <p className={styles.words}>{task.details}</p> : null}
        {over && (task.result || task.state === 'cancelled') ? (
          <p className={styles.words}>
            {task.state === 'cancelled'
              ? t('plan.cancelledBecause', { reason: task.result || t('sheet.cancelled') })
              : t('plan.result', { result: task.result })}
          </p>
        ) : null}
        <Photos photos={task.photos} />
      </div>
      <div className={styles.tools}>
        {task.can.includes('finish') ? (
          <Button size="small" onClick={() => setDialog('finish')}>
            {t('do.finish')}
          </Button>
        ) : null}
        {menu.length > 0 ? (
          <Dropdown
            menu={{ items: menu, onClick: ({ key }) => setDialog(key as 'change') }}
            trigger={['click']}
            placement="bottomRight"
          >
            <button type="button" className={styles.icon} aria-label={t('do.more')}>
              <MoreIcon />
            </button>
          </Dropdown>
        ) : null}
      </div>
      {dialog === 'finish' ? <FinishDialog task={task} close={close} /> : null}
      {dialog === 'change' ? <ChangeDialog task={task} close={close} /> : null}
      {dialog === 'cancel' ? <CancelDialog task={task} close={close} /> : null}
    </li>
  )
}
