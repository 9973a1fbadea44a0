import { Link } from '@tanstack/react-router'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AftercareLine, Reaction, VisitView } from '#contracts/orders/visits'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { dateTime } from '../../ui/use-when.ts'
import { useVisitDeed } from './visit-queries.ts'
import styles from './visits.module.css'

const OPEN: readonly string[] = ['due', 'asked']

/** How the skin took it, day by day: asked, answered, noted after a call. */
export function AftercareList({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('orders-visits')
  const [noting, setNoting] = useState<AftercareLine | null>(null)
  const may = visit.can.includes('noteAftercare')
  return (
    <div className={styles.block}>
      <h3>{t('aftercare.title')}</h3>
      <ul className={styles.aftercare}>
        {visit.aftercare.map((line) => (
          <Line
            key={line.id}
            line={line}
            {...(may && OPEN.includes(line.state) ? { note: () => setNoting(line) } : {})}
          />
        ))}
      </ul>
      {noting ? <Note orderId={visit.orderId} line={noting} close={() => setNoting(null)} /> : null}
    </div>
  )
}

function Line({ line, note }: { line: AftercareLine; note?: () => void }) {
  const { t } = useTranslation('orders-visits')
  return (
    <li data-reaction={line.reaction ?? ''}>
      <span>{t('aftercare.day', { day: line.day })}</span>
      <div>
        <StateWords line={line} />
        {line.text ? <p>{line.text}</p> : null}
        {line.photos ? <small>{t('aftercare.photos', { count: line.photos })}</small> : null}
        {line.ticketId ? (
          <Link to="/tickets/$id" params={{ id: line.ticketId }} className={styles.link}>
            {t('aftercare.ticket')}
          </Link>
        ) : null}
      </div>
      {note ? (
        <Button size="small" onClick={note}>
          {t('deed.noteAftercare')}
        </Button>
      ) : null}
    </li>
  )
}

function StateWords({ line }: { line: AftercareLine }) {
  const { t, i18n } = useTranslation('orders-visits')
  const time = (at: string | null) => (at ? dateTime(at, i18n.language) : '')
  if (line.state === 'due')
    return <p className={styles.quiet}>{t('aftercare.due', { time: time(line.dueAt) })}</p>
  if (line.state === 'skipped') return <p className={styles.quiet}>{t('aftercare.skipped')}</p>
  if (line.state === 'asked')
    return (
      <p className={line.way === 'page' ? styles.warn : styles.quiet}>
        {line.way === 'page' ? t('aftercare.call') : t('aftercare.asked', { time: time(line.askedAt) })}
      </p>
    )
  return (
    <p>
      <b>{line.reaction ? t(`reaction.${line.reaction}`) : t('aftercare.hidden')}</b>
      <small>
        {line.byName
          ? t('aftercare.noted', { name: line.byName })
          : t('aftercare.answered', { time: time(line.answeredAt) })}
      </small>
    </p>
  )
}

const REACTIONS: readonly Reaction[] = ['none', 'mild', 'strong']

function Note({ orderId, line, close }: { orderId: string; line: AftercareLine; close: () => void }) {
  const { t } = useTranslation('orders-visits')
  const [reaction, setReaction] = useState<Reaction | null>(null)
  const [text, setText] = useState('')
  const run = useVisitDeed(orderId)
  const problem = useProblem()
  const done = useDone()
  const save = () =>
    reaction &&
    run.mutate(
      { do: 'noteAftercare', aftercareId: line.id, body: { reaction, text: text.trim() } },
      {
        onError: problem,
        onSuccess: () => {
          done(t('done.noteAftercare'))
          close()
        },
      },
    )
  return (
    <Modal
      open
      title={t('aftercare.noteTitle')}
      okText={t('aftercare.save')}
      okButtonProps={{ disabled: reaction === null, loading: run.isPending }}
      onOk={save}
      onCancel={close}
      width={440}
    >
      <div className={styles.fields}>
        <Radio.Group
          aria-label={t('aftercare.noteTitle')}
          value={reaction}
          onChange={(event) => setReaction(event.target.value)}
          optionType="button"
          options={REACTIONS.map((value) => ({ value, label: t(`reaction.${value}`) }))}
        />
        <Input.TextArea
          rows={2}
          maxLength={1000}
          aria-label={t('aftercare.text')}
          placeholder={t('aftercare.text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </Modal>
  )
}
