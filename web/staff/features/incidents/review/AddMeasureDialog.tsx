import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { dayIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useColleagues, useDeed } from '../incident-queries.ts'
import styles from '../room/forms.module.css'

const DAYS = 14
const DAY_MS = 86_400_000

/** Something that will be done so that it does not happen again: by one person, until one day. */
export function AddMeasureDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const zone = useZone()
  const colleagues = useColleagues()
  const [text, setText] = useState('')
  const [cause, setCause] = useState('')
  const [target, setTarget] = useState('')
  const [ownerId, setOwner] = useState<string>()
  const [dueOn, setDueOn] = useState(() => dayIn(zone, Date.now() + DAYS * DAY_MS))
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const members = room.members.map(({ staffId, name }) => [staffId, name] as const)
  const people = new Map([...members, ...(colleagues.data ?? []).map(({ id, name }) => [id, name] as const)])
  const missing = text.trim().length < 4 ? 'first.measure' : ownerId ? !dueOn && 'first.day' : 'first.person'
  const send = () =>
    ownerId &&
    deed.mutate(deeds.addMeasure({ text: text.trim(), cause, target, ownerId, dueOn }), {
      onError: problem,
      onSuccess: () => {
        done(t('measure.did'))
        close()
      },
    })
  return (
    <Modal
      open
      title={t('measure.add')}
      okText={t(missing || 'measure.addDo')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: Boolean(missing) }}
      width={500}
    >
      <div className={styles.form}>
        <Field label={t('measure.text')}>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            value={text}
            placeholder={t('measure.textHint')}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Field label={t('measure.cause')}>
          <Input
            maxLength={300}
            value={cause}
            placeholder={t('measure.causeHint')}
            onChange={(event) => setCause(event.target.value)}
          />
        </Field>
        <Field label={t('measure.target')}>
          <Input
            maxLength={300}
            value={target}
            placeholder={t('measure.targetHint')}
            onChange={(event) => setTarget(event.target.value)}
          />
        </Field>
        <div className={styles.two}>
          <Field label={t('measure.owner')}>
            <Select
              aria-label={t('measure.owner')}
              value={ownerId}
              onChange={setOwner}
              showSearch={{ optionFilterProp: 'label' }}
              options={[...people].map(([value, label]) => ({ value, label }))}
            />
          </Field>
          <Field label={t('measure.dueOn')}>
            <Input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          </Field>
        </div>
      </div>
    </Modal>
  )
}
