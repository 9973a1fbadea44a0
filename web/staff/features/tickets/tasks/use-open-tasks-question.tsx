import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../app/api.ts'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import styles from './OpenTasks.module.css'

type Open = { id: string; title: string; owner: string; dueAt: string }

/**
 * Asks before a solution goes out over open tasks. Shape: give it what was refused and what to do all the same; true when it
 * asked, false when the refusal is about something else.
 */
export function useOpenTasksQuestion(): (refusal: unknown, goOn: () => void) => boolean {
  const { modal } = App.useApp()
  const { t, i18n } = useTranslation('tasks')
  const zone = useZone()
  return (refusal, goOn) => {
    if (!(refusal instanceof ApiProblem) || refusal.code !== 'tasks.open') return false
    const tasks = (refusal.data?.tasks ?? []) as Open[]
    modal.confirm({
      title: t('open.title', { count: tasks.length }),
      okText: t('open.ok'),
      cancelText: t('open.look'),
      width: 460,
      content: (
        <>
          <p className={styles.hint}>{t('open.hint')}</p>
          <ul className={styles.open}>
            {tasks.map((task) => (
              <li key={task.id}>
                {task.title}
                <small>
                  {t('open.line', {
                    owner: task.owner || t('ownerless'),
                    at: formatInstant(task.dueAt, 'full', i18n.language, zone),
                  })}
                </small>
              </li>
            ))}
          </ul>
        </>
      ),
      onOk: goOn,
    })
    return true
  }
}
