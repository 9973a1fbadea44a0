import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  title: string
  hint: string
  placeholder: string
  ok: string
  busy: boolean
  send: (reason: string) => void
  close: () => void
}

/** A step that asks for a sentence on why. */
export function ReasonDialog({ title, hint, placeholder, ok, busy, send, close }: Props) {
  const { t } = useTranslation('investigation')
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  return (
    <Modal
      open
      title={title}
      okText={ok}
      onOk={() => send(reason.trim())}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready }}
      width={460}
    >
      <p style={{ color: 'var(--ink-2)', marginBottom: 12 }}>{hint}</p>
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={300}
        value={reason}
        aria-label={t('reason')}
        placeholder={placeholder}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if ((event.metaKey || event.ctrlKey) && ready) send(reason.trim())
        }}
      />
    </Modal>
  )
}
