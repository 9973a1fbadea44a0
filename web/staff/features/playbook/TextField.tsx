import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#contracts/kit'
import styles from './fields.module.css'

type Props = {
  label: string
  value: Text | undefined
  onChange: (text: Text | undefined) => void
  multiline?: boolean
  /** An empty field takes the text away instead of leaving it empty. */
  optional?: boolean
  hint?: string
}

/** Words of the playbook: Chinese first, English beside it; a traditional text that is there is kept. */
export function TextField({ label, value, onChange, multiline = false, optional = false, hint }: Props) {
  const { t } = useTranslation('playbook-admin')
  const id = useId()
  const chinese = typeof value === 'string' ? value : (value?.['zh-CN'] ?? '')
  const english = typeof value === 'string' ? '' : (value?.en ?? '')
  const change = (zh: string, en: string) => {
    if (optional && !zh && !en) return onChange(undefined)
    const traditional = typeof value === 'object' && zh === chinese ? value['zh-TW'] : undefined
    if (!en && !traditional) return onChange(zh)
    onChange({ 'zh-CN': zh, ...(traditional ? { 'zh-TW': traditional } : {}), ...(en ? { en } : {}) })
  }
  const Field = multiline ? Input.TextArea : Input
  const size = multiline ? { autoSize: { minRows: 3, maxRows: 10 } } : {}
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Field
        id={id}
        {...size}
        maxLength={2000}
        value={chinese}
        status={!optional && !chinese ? 'error' : undefined}
        onChange={(event) => change(event.target.value, english)}
      />
      <Field
        {...size}
        aria-label={`${label}（${t('edit.english')}）`}
        placeholder={t('edit.englishHint')}
        maxLength={2000}
        value={english}
        onChange={(event) => change(chinese, event.target.value)}
      />
      {hint ? <small>{hint}</small> : null}
    </div>
  )
}
