import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { deeds, useDeed } from '../incident-queries.ts'
import styles from './forms.module.css'

/** A customer's complaint that is made up for this drill and stands nowhere else. */
export function InventTicketDialog({ room, close }: { room: Room; close: () => void }) {
  const { t } = useTranslation('incidents')
  const [title, setTitle] = useState('')
  const [customerName, setName] = useState('')
  const [shopId, setShop] = useState<string>()
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const send = () =>
    deed.mutate(
      deeds.invent({
        title: title.trim(),
        customerName: customerName.trim(),
        ...(shopId ? { shopId } : {}),
      }),
      {
        onError: problem,
        onSuccess: () => {
          done(t('tickets.invented'))
          close()
        },
      },
    )
  const titled = title.trim().length >= 2
  return (
    <Modal
      open
      title={t('tickets.invent')}
      okText={t(titled ? 'tickets.inventDo' : 'first.said')}
      onOk={send}
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: !titled }}
      width={460}
    >
      <div className={styles.form}>
        <Field label={t('tickets.inventTitle')}>
          <Input autoFocus value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label={t('tickets.inventName')}>
          <Input value={customerName} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </Field>
        {room.involved.length ? (
          <Field label={t('tickets.inventShop')}>
            <Select
              aria-label={t('tickets.inventShop')}
              allowClear
              value={shopId}
              onChange={setShop}
              options={room.involved.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
      </div>
    </Modal>
  )
}
