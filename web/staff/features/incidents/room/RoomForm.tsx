import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useZone } from '../../../app/session.ts'
import { fieldIn, instantIn } from '../../../ui/time.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import styles from './forms.module.css'

/** What the room is called, what has happened in a few sentences, since when the house has known of it, who leads and who alone speaks outside. */
export function RoomForm({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const [title, setTitle] = useState(room.title)
  const [summary, setSummary] = useState(room.summary)
  const zone = useZone()
  const before = fieldIn(zone, room.foundAt)
  const [found, setFound] = useState(before)
  const [leaderId, setLeader] = useState(room.leader?.id)
  const [spokespersonId, setSpokesperson] = useState(room.spokesperson?.id)
  const people = [...new Map(room.members.map((m) => [m.staffId, m.name]))].map(([value, label]) => ({
    value,
    label,
  }))
  const send = () =>
    deed.mutate(
      deeds.save({
        ...(title.trim() === room.title ? {} : { title: title.trim() }),
        ...(summary.trim() === room.summary ? {} : { summary: summary.trim() }),
        ...(found && found !== before ? { foundAt: instantIn(zone, found) } : {}),
        ...(leaderId && leaderId !== room.leader?.id ? { leaderId } : {}),
        ...(spokespersonId && spokespersonId !== room.spokesperson?.id ? { spokespersonId } : {}),
      }),
      {
        onError: problem,
        onSuccess: () => {
          done(t('room.saved'))
          close()
        },
      },
    )
  const titled = title.trim().length >= 2
  return (
    <Modal
      open
      title={t('room.edit')}
      okText={t(titled ? 'common:action.save' : 'first.title')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !titled }}
      width={560}
    >
      <div className={styles.form}>
        <Field label={t('room.title')}>
          <Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label={t('room.summary')}>
          <Input.TextArea
            value={summary}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={2000}
            placeholder={t('room.summaryHint')}
            onChange={(event) => setSummary(event.target.value)}
          />
        </Field>
        <Field label={t('room.found')} hint={t('room.foundHint')}>
          <Input
            type="datetime-local"
            value={found}
            max={fieldIn(zone, room.openedAt)}
            onChange={(event) => setFound(event.target.value)}
          />
        </Field>
        <Field label={t('room.leader')}>
          <Select aria-label={t('room.leader')} value={leaderId} options={people} onChange={setLeader} />
        </Field>
        <Field label={t('room.speaks')}>
          <Select
            aria-label={t('room.speaks')}
            value={spokespersonId}
            options={people}
            onChange={setSpokesperson}
          />
        </Field>
        <p className={styles.hint}>{t('room.speaksHint')}</p>
      </div>
    </Modal>
  )
}
