import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FINISHED_HERE, type Todo } from '#contracts/tickets/tasks'
import { useZone } from '../../../app/session.ts'
import { formatInstant } from '../../../ui/time.ts'
import { PHONE, useMedia } from '../../../ui/use-media.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { ApprovalTodo } from '../compensation/ApprovalTodo.tsx'
import { usePhotos } from '../composer/use-photos.ts'
import { Photos } from '../Photos.tsx'
import { DueText } from './DueText.tsx'
import { KindIcon } from './KindIcon.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import styles from './TodoSheet.module.css'
import { deeds, useTaskDeed } from './task-queries.ts'

type Props = { todo: Todo | null; close: () => void }

/** One thing to do, from below on a phone and from the side on a desk: what it is, the answer, photos, and the button that finishes it. */
export function TodoSheet({ todo, close }: Props) {
  const { t } = useTranslation('tasks')
  const phone = useMedia(PHONE)
  return (
    <Drawer
      open={todo !== null}
      onClose={close}
      title={todo ? t(`kind.${todo.kind}`) : ''}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? 'min(86dvh, 640px)' : 440}
      destroyOnHidden
    >
      {todo ? <Sheet key={todo.id} todo={todo} close={close} /> : null}
    </Drawer>
  )
}

function Sheet({ todo, close }: { todo: Todo; close: () => void }) {
  const { t } = useTranslation('tasks')
  const { ticket } = todo
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <KindIcon kind={todo.kind} late={todo.overdue} />
        <div>
          <h3>{todo.title}</h3>
          <p>
            {todo.createdBy ? `${t('from', { name: todo.createdBy })} · ` : null}
            {todo.owner ? t('owner', { name: todo.owner.name }) : t('ownerless')}
            {todo.state === 'open' ? ' · ' : null}
            {todo.state === 'open' ? <DueText dueAt={todo.dueAt} /> : null}
          </p>
        </div>
      </header>
      {todo.details ? <p className={styles.text}>{todo.details}</p> : null}
      <dl className={styles.facts}>
        {todo.resources ? (
          <>
            <dt>{t('sheet.resources')}</dt>
            <dd>{todo.resources}</dd>
          </>
        ) : null}
        <dt>{t('sheet.ticket')}</dt>
        <dd>
          {todo.opens ? (
            <Link to="/tickets/$id" params={{ id: ticket.id }} search={{ tab: todo.place }}>
              {ticket.title}
            </Link>
          ) : (
            ticket.title
          )}
          <small>{[ticket.number, ticket.shop?.name].filter(Boolean).join(' · ')}</small>
        </dd>
      </dl>
      {todo.state === 'open' ? <Doing todo={todo} close={close} /> : <Outcome todo={todo} />}
    </article>
  )
}

function Doing({ todo, close }: { todo: Todo; close: () => void }) {
  const { t } = useTranslation('tasks')
  const navigate = useNavigate()
  const open = () =>
    todo.kind === 'revisit' && todo.aboutId
      ? void navigate({ to: '/revisits', search: { open: todo.aboutId } })
      : void navigate({ to: '/tickets/$id', params: { id: todo.ticket.id }, search: { tab: todo.place } })
  if (todo.kind === 'approval') return <ApprovalTodo todo={todo} close={close} />
  if (FINISHED_HERE.includes(todo.kind) && todo.can.includes('finish'))
    return <Answer todo={todo} close={close} />
  return (
    <>
      <p>{t('sheet.elsewhere')}</p>
      <div className={styles.foot}>
        <Button onClick={close}>{t('sheet.close')}</Button>
        {todo.opens ? (
          <Button type="primary" onClick={open}>
            {t(`sheet.openFor.${todo.kind}`, { defaultValue: t('sheet.open') })}
          </Button>
        ) : null}
      </div>
    </>
  )
}

const ASKS: Record<string, 'answer' | 'contact' | 'legal'> = {
  question: 'answer',
  contact: 'contact',
  legal: 'legal',
}

function Answer({ todo, close }: { todo: Todo; close: () => void }) {
  const { t } = useTranslation('tasks')
  const [words, setWords] = useState('')
  const photos = usePhotos()
  const deed = useTaskDeed(todo.ticketId)
  const problem = useProblem()
  const done = useDone()
  const said = words.trim() !== ''
  const ready =
    !photos.busy &&
    (todo.kind === 'question'
      ? said || photos.ids.length > 0
      : todo.kind === 'contact' || todo.kind === 'legal'
        ? said
        : true)
  const finish = () =>
    deed.mutate(deeds.finish(todo.id, { result: words, photos: photos.ids }), {
      onError: problem,
      onSuccess: () => {
        done(
          todo.kind === 'question' && todo.createdBy
            ? t('sheet.answered', { name: todo.createdBy })
            : t('sheet.finished'),
        )
        close()
      },
    })
  const asks = t(`sheet.${ASKS[todo.kind] ?? 'result'}`)
  return (
    <>
      <div className={styles.field}>
        <span aria-hidden>{asks}</span>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={words}
          aria-label={asks}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <PhotoStrip photos={photos} />
      <div className={styles.foot}>
        <Button onClick={close}>{t('sheet.close')}</Button>
        <Button type="primary" disabled={!ready} loading={deed.isPending} onClick={finish}>
          {t(todo.kind === 'question' ? 'sheet.sendAnswer' : 'sheet.finish')}
        </Button>
      </div>
    </>
  )
}

function Outcome({ todo }: { todo: Todo }) {
  const { t, i18n } = useTranslation('tasks')
  const zone = useZone()
  return (
    <>
      {todo.result ? <p className={styles.text}>{todo.result}</p> : null}
      <Photos photos={todo.photos} />
      <p className={styles.head}>
        {todo.state === 'cancelled'
          ? t('sheet.cancelled')
          : todo.doneAt
            ? t('plan.doneBy', {
                name: todo.doneBy,
                at: formatInstant(todo.doneAt, 'full', i18n.language, zone),
              })
            : null}
      </p>
    </>
  )
}
