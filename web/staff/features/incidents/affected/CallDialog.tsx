import { Link } from '@tanstack/react-router'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { AffectedRow } from '#contracts/incidents/affected'
import { useCan } from '../../../app/session.ts'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { useDeed } from '../incident-queries.ts'
import forms from '../room/forms.module.css'
import people from '../room/people.module.css'
import { affectedDeeds, useNumbers } from './affected-queries.ts'

type Props = { room: Room; row: AffectedRow; close: () => void }

/** Rings one customer whom no message reaches, and notes what came of it. */
export function CallDialog({ room, row, close }: Props) {
  const { t } = useTranslation('incidents')
  const [reached, setReached] = useState<boolean>()
  const [note, setNote] = useState('')
  const reveals = useCan('customers.reveal')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  return (
    <Modal
      open
      title={t('affected.callTitle', { name: row.customerName || t('affected.nameless') })}
      okText={t('affected.callDo')}
      okButtonProps={{ disabled: reached === undefined }}
      onOk={() =>
        reached !== undefined &&
        deed.mutate(affectedDeeds.called(row.id, { reached, note: note.trim() }), {
          onError: problem,
          onSuccess: () => {
            done(t('affected.callDid'))
            close()
          },
        })
      }
      onCancel={close}
      confirmLoading={deed.isPending}
      width={460}
    >
      <div className={forms.form}>
        {reveals ? (
          <Numbers room={room} customerId={row.customerId} />
        ) : (
          <p className={forms.note}>{t('affected.callOther')}</p>
        )}
        <Radio.Group value={reached} onChange={(event) => setReached(event.target.value)}>
          <Radio value={true}>{t('affected.callReached')}</Radio>
          <Radio value={false}>{t('affected.callMissed')}</Radio>
        </Radio.Group>
        <Field label={t('affected.callNote')}>
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}

/** Hidden until somebody asks for them; the room's number is the reason that is kept. */
function Numbers({ room, customerId }: { room: Room; customerId: string }) {
  const { t } = useTranslation('incidents')
  const numbers = useNumbers(customerId)
  const problem = useProblem()
  if (!numbers.data)
    return (
      <p className={forms.note}>
        {t('affected.callHint')}{' '}
        <Button
          size="small"
          loading={numbers.isPending}
          onClick={() => numbers.mutate(t('affected.callWhy', { number: room.number }), { onError: problem })}
        >
          {t('affected.showNumber')}
        </Button>
      </p>
    )
  return (
    <p className={forms.note}>
      {numbers.data.length ? null : t('affected.noNumber')}{' '}
      {numbers.data.map((number) => (
        <a key={number} className={people.ring} href={`tel:${number}`}>
          {number}
        </a>
      ))}{' '}
      <Link to="/customers/$id" params={{ id: customerId }} target="_blank">
        {t('affected.file')}
      </Link>
    </p>
  )
}
