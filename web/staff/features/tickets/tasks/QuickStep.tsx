import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { PlusIcon } from '../../../ui/icons.tsx'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { DuePicker } from './DuePicker.tsx'
import { OwnerSelect, ownerOf } from './OwnerSelect.tsx'
import styles from './PlanPanel.module.css'
import { deeds, useTaskDeed } from './task-queries.ts'

/** A step in one line: what, who, until when; details only when they are wanted. Enter adds it and the field is ready for the next. */
export function QuickStep({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('tasks')
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState<Date | null>(null)
  const [more, setMore] = useState(false)
  const [details, setDetails] = useState('')
  const [resources, setResources] = useState('')
  const deed = useTaskDeed(ticket.id)
  const problem = useProblem()
  const done = useDone()
  const ready = title.trim().length >= 2 && due !== null && !deed.isPending
  const add = () => {
    if (!ready || !due) return
    const step = { title, details, resources, dueAt: due.toISOString(), ...ownerOf(owner) }
    deed.mutate(deeds.give(ticket.id, step), {
      onError: problem,
      onSuccess: (task) => {
        done(task.owner ? t('plan.added', { name: task.owner.name }) : t('plan.addedNobody'))
        setTitle('')
        setDetails('')
        setResources('')
        setMore(false)
      },
    })
  }
  return (
    <form
      className={styles.quick}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Input
        value={title}
        maxLength={120}
        aria-label={t('plan.add')}
        placeholder={t('plan.step')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <OwnerSelect ticketId={ticket.id} value={owner} choose={setOwner} nobody={t('plan.who')} />
      {more ? (
        <>
          <Input.TextArea
            className={styles.wide ?? ''}
            rows={2}
            maxLength={2000}
            value={details}
            aria-label={t('plan.details')}
            placeholder={t('plan.details')}
            onChange={(event) => setDetails(event.target.value)}
          />
          <Input
            className={styles.wide ?? ''}
            maxLength={500}
            value={resources}
            aria-label={t('plan.resources')}
            placeholder={t('plan.resources')}
            onChange={(event) => setResources(event.target.value)}
          />
        </>
      ) : null}
      <div className={styles.end}>
        <DuePicker label={t('preset.label')} value={due} choose={setDue} />
        {more ? null : (
          <button type="button" className={styles.more} onClick={() => setMore(true)}>
            {t('plan.more')}
          </button>
        )}
        <Button htmlType="submit" disabled={!ready} loading={deed.isPending} icon={<PlusIcon size={16} />}>
          {t('plan.add')}
        </Button>
      </div>
    </form>
  )
}
