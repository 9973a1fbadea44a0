import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '#contracts/incidents'
import type { Seal } from '#contracts/incidents/seal'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { Field } from '../Field.tsx'
import { useDeed } from '../incident-queries.ts'
import styles from '../room/forms.module.css'
import { sealDeeds } from './seal-queries.ts'

const SHORTEST = 4

/** Puts it back on sale, with the reason in the record. */
export function LiftSealDialog({ room, seal, close }: { room: Room; seal: Seal; close: () => void }) {
  const { t } = useTranslation('incidents')
  const [why, setWhy] = useState('')
  const deed = useDeed(room.id)
  const problem = useProblem()
  const done = useDone()
  const open = seal.of - seal.acknowledged
  return (
    <Modal
      open
      title={t('seal.liftTitle', { what: seal.what })}
      okText={t('seal.lift')}
      onOk={() =>
        deed.mutate(sealDeeds.lift(seal.id, why.trim()), {
          onError: problem,
          onSuccess: () => {
            done(t('seal.lifted'))
            close()
          },
        })
      }
      onCancel={close}
      confirmLoading={deed.isPending}
      okButtonProps={{ disabled: why.trim().length < SHORTEST }}
      width={480}
    >
      <div className={styles.form}>
        {open ? <p className={styles.note}>{t('seal.liftOpen', { count: open })}</p> : null}
        <Field label={t('seal.liftWhy')}>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            value={why}
            placeholder={t('seal.liftHint')}
            onChange={(event) => setWhy(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}
