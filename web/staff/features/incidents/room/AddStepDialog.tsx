import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import styles from './forms.module.css'
import { PostPick } from './PostPick.tsx'

/** A step that the plan does not know. */
export function AddStepDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const zone = useZone()
  const [title, setTitle] = useState('')
  const [post, setPost] = useState(room.posts[0]?.post ?? '')
  const [due, setDue] = useState('')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const titled = title.trim().length >= 2
  const send = () =>
    deed.mutate(
      deeds.addStep({ title: title.trim(), post, ...(due ? { dueAt: instantIn(zone, due) } : {}) }),
      {
        onError: problem,
        onSuccess: () => {
          done(t('step.didAdd'))
          close()
        },
      },
    )
  return (
    <Modal
      open
      title={t('step.add')}
      okText={t(titled ? 'step.addDo' : 'first.step')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !titled || !post }}
      width={480}
    >
      <div className={styles.form}>
        <Field label={t('step.title')}>
          <Input
            autoFocus
            value={title}
            maxLength={200}
            placeholder={t('step.titleHint')}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <PostPick room={room} post={post} choose={setPost} />
        <Field label={t('step.due')}>
          <Input
            type="datetime-local"
            min={fieldIn(zone, Date.now())}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}
