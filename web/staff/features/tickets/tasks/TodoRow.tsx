import { useTranslation } from 'react-i18next'
import type { Todo, TodoView } from '#contracts/tickets/tasks'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { DueText } from './DueText.tsx'
import { KindIcon } from './KindIcon.tsx'
import styles from './TodoRow.module.css'

type Props = { todo: Todo; view: TodoView; open: () => void }

/** One thing to do, as large as a thumb: what, on which ticket and where, and until when. */
export function TodoRow({ todo, view, open }: Props) {
  const { t, i18n } = useTranslation('tasks')
  const zone = useZone()
  const { ticket } = todo
  const whose =
    view === 'mine'
      ? todo.createdBy && t('from', { name: todo.createdBy })
      : todo.owner && t('owner', { name: todo.owner.name })
  return (
    <button type="button" className={styles.row} onClick={open}>
      <KindIcon kind={todo.kind} late={todo.overdue} />
      <b>{todo.title}</b>
      <span className={styles.about}>
        {[t(`kind.${todo.kind}`), ticket.shop?.name, ticket.title, ticket.number].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.side}>
        {todo.state === 'done' && todo.doneAt ? (
          t('due.doneAt', { at: formatInstant(todo.doneAt, 'full', i18n.language, zone) })
        ) : (
          <DueText dueAt={todo.dueAt} />
        )}
        {view !== 'done' ? <span>{whose || (todo.owner ? null : <em>{t('ownerless')}</em>)}</span> : null}
      </span>
    </button>
  )
}
