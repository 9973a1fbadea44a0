import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundStop } from '#contracts/orders/delivery'
import styles from './round.module.css'
import type { TapIt } from './tap-it.ts'

/** Back to the counter with a reason; what happens then is decided at the board. */
export function ReturnDialog({ stop, tap, close }: { stop: RoundStop; tap: TapIt; close: () => void }) {
  const { t } = useTranslation('orders-delivery')
  const field = useId()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={t('returnDialog.title', { number: stop.number })}
      okText={t('returnDialog.save')}
      cancelText={t('returnDialog.cancel')}
      okButtonProps={{ size: 'large', disabled: reason.trim().length < 2 }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => tap({ what: 'return', reason: reason.trim() })}
      onCancel={close}
    >
      <label className={styles.form} htmlFor={field}>
        {t('returnDialog.reason')}
        <Input
          id={field}
          value={reason}
          maxLength={200}
          placeholder={t('returnDialog.hint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Modal>
  )
}
