import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RoundStop, TroubleKind } from '#contracts/orders/delivery'
import styles from './round.module.css'
import type { TapIt } from './tap-it.ts'

const DELAYS = [5, 10, 20, 30, 60] as const

/** What is the matter and how much later it will be: customers who were promised less hear the new time. */
export function TroubleDialog({ stop, tap, close }: { stop: RoundStop; tap: TapIt; close: () => void }) {
  const { t } = useTranslation('orders-delivery')
  const field = useId()
  const [kind, setKind] = useState<TroubleKind>('traffic')
  const [delayMin, setDelay] = useState<number>(10)
  const [note, setNote] = useState('')
  // Nobody is absent from a door that was not reached yet.
  const kinds = TroubleKind.options.filter((k) => k !== 'absent' || stop.state === 'picked_up')
  return (
    <Modal
      open
      title={t('trouble.title')}
      okText={t('trouble.send')}
      cancelText={t('trouble.cancel')}
      okButtonProps={{ size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => tap({ what: 'trouble', kind, delayMin, note: note.trim() })}
      onCancel={close}
    >
      <div className={styles.form}>
        <Radio.Group
          aria-label={t('trouble.title')}
          className={styles.choices ?? ''}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          optionType="button"
          size="large"
          options={kinds.map((value) => ({ value, label: t(`trouble.kind.${value}`) }))}
        />
        <p id="delay">{t('trouble.delay')}</p>
        <Radio.Group
          aria-labelledby="delay"
          className={styles.choices ?? ''}
          value={delayMin}
          onChange={(event) => setDelay(event.target.value)}
          optionType="button"
          size="large"
          options={DELAYS.map((value) => ({ value, label: t('trouble.minutes', { count: value }) }))}
        />
        <label htmlFor={field}>
          {t('trouble.note')}
          <Input
            id={field}
            value={note}
            maxLength={200}
            placeholder={t('trouble.noteHint')}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  )
}
