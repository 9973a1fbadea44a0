import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#contracts/tickets/tasks'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { usePhotos } from '../composer/use-photos.ts'
import { DuePicker } from './DuePicker.tsx'
import fields from './Fields.module.css'
import { OwnerSelect } from './OwnerSelect.tsx'
import { PhotoStrip } from './PhotoStrip.tsx'
import { deeds, type TaskDeed, useTaskDeed } from './task-queries.ts'

type Props = { task: Task; close: () => void }

/** Sends one deed, says that it worked and closes; a refusal stays with its sentence. */
function useDeed({ task, close }: Props, did: string) {
  const deed = useTaskDeed(task.ticketId)
  const problem = useProblem()
  const done = useDone()
  const run = (what: TaskDeed) =>
    deed.mutate(what, {
      onError: problem,
      onSuccess: () => {
        done(did)
        close()
      },
    })
  return { run, busy: deed.isPending }
}

const ASKS: Record<string, 'answer' | 'contact' | 'legal'> = {
  question: 'answer',
  contact: 'contact',
  legal: 'legal',
}

/** Done, with a word and photos on what came of it. */
export function FinishDialog(props: Props) {
  const { task, close } = props
  const { t } = useTranslation('tasks')
  const [words, setWords] = useState('')
  const photos = usePhotos()
  const { run, busy } = useDeed(props, t('sheet.finished'))
  const said = words.trim() !== ''
  const asks = t(`sheet.${ASKS[task.kind] ?? 'result'}`)
  const ready = task.kind === 'step' || said || (task.kind === 'question' && photos.ids.length > 0)
  return (
    <Modal
      open
      title={task.title}
      okText={t('do.finish')}
      onOk={() => run(deeds.finish(task.id, { result: words, photos: photos.ids }))}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready || photos.busy }}
      width={480}
    >
      <div className={fields.form}>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={2000}
          value={words}
          aria-label={asks}
          placeholder={asks}
          onChange={(event) => setWords(event.target.value)}
        />
        <PhotoStrip photos={photos} />
      </div>
    </Modal>
  )
}

/** Another deadline or another person. */
export function ChangeDialog(props: Props) {
  const { task, close } = props
  const { t } = useTranslation('tasks')
  const [title, setTitle] = useState(task.title)
  const [owner, setOwner] = useState(task.owner?.id ?? '')
  const [due, setDue] = useState<Date | null>(null)
  const { run, busy } = useDeed(props, t('change.done'))
  const change = {
    ...(title.trim() !== task.title ? { title } : {}),
    ...(owner && owner !== task.owner?.id ? { ownerId: owner } : {}),
    ...(due ? { dueAt: due.toISOString() } : {}),
  }
  return (
    <Modal
      open
      title={t('change.title')}
      okText={t('change.ok')}
      onOk={() => run(deeds.change(task.id, change))}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: Object.keys(change).length === 0 || title.trim().length < 2 }}
      width={480}
    >
      <div className={fields.form}>
        <Input
          value={title}
          maxLength={120}
          aria-label={t('plan.step')}
          onChange={(event) => setTitle(event.target.value)}
        />
        {task.kind === 'contact' ? null : (
          <OwnerSelect
            ticketId={task.ticketId}
            value={owner}
            choose={setOwner}
            nobody={t('plan.who')}
            peopleOnly
          />
        )}
        <DuePicker label={t('preset.label')} value={due ?? new Date(task.dueAt)} choose={setDue} />
      </div>
    </Modal>
  )
}

/** Not needed any more, and why. */
export function CancelDialog(props: Props) {
  const { t } = useTranslation('tasks')
  const [reason, setReason] = useState('')
  const { run, busy } = useDeed(props, t('cancel.done'))
  return (
    <Modal
      open
      title={t('cancel.title')}
      okText={t('cancel.ok')}
      onOk={() => run(deeds.cancel(props.task.id, { reason }))}
      onCancel={props.close}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim().length < 2, danger: true }}
      width={480}
    >
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={200}
        value={reason}
        aria-label={t('cancel.placeholder')}
        placeholder={t('cancel.placeholder')}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  )
}
