import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './events.module.css'

type Props = {
  title: string
  hint: string
  ok: string
  busy: boolean
  onOk: (reason: string) => void
  onClose: () => void
  /** Takes the place of the form once it is done. */
  children?: ReactNode
}

/** Asks for the reason that the audit trail keeps. */
export function ReasonDialog({ title, hint, ok, busy, onOk, onClose, children }: Props) {
  const { t } = useTranslation('events')
  const [reason, setReason] = useState('')
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={460}>
      {children ?? (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault()
            onOk(reason.trim())
          }}
        >
          <p>{hint}</p>
          <Input
            autoFocus
            maxLength={200}
            value={reason}
            aria-label={t('reason')}
            placeholder={t('reason')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim().length < 4}>
            {ok}
          </Button>
        </form>
      )}
    </Modal>
  )
}
