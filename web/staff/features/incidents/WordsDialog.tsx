import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'
import styles from './room/forms.module.css'

type Props = {
  title: string
  hint?: string
  label: string
  placeholder?: string
  ok: string
  shortest: number
  most?: number
  busy: boolean
  send: (words: string) => void
  close: () => void
}

/** Asks for the words without which something is not done. */
export function WordsDialog(props: Props) {
  const { title, hint, label, placeholder, ok, shortest, most = 500, busy, send, close } = props
  const { t } = useTranslation('incidents')
  const [words, setWords] = useState('')
  const short = words.trim().length < shortest
  return (
    <Modal
      open
      title={title}
      okText={short ? t('first.words') : ok}
      onOk={() => send(words.trim())}
      onCancel={close}
      confirmLoading={busy}
      okButtonProps={{ disabled: short }}
      width={480}
    >
      <div className={styles.form}>
        {hint ? <p className={styles.note}>{hint}</p> : null}
        <Field label={label}>
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3, maxRows: 12 }}
            maxLength={most}
            value={words}
            placeholder={placeholder}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}
