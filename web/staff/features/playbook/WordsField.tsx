import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFrom } from './draft-editing.ts'
import styles from './fields.module.css'

/** Many words in one area, as one would paste them from a sheet. */
export function WordsField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string[]
  onChange: (words: string[]) => void
}) {
  const { t } = useTranslation('playbook-admin')
  const id = useId()
  const [text, setText] = useState(value.join('、'))
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        <small>{t('edit.wordsCount', { count: value.length })}</small>
      </label>
      <Input.TextArea
        id={id}
        value={text}
        placeholder={t('edit.words')}
        autoSize={{ minRows: 3, maxRows: 12 }}
        onChange={(event) => {
          setText(event.target.value)
          onChange(wordsFrom(event.target.value))
        }}
      />
    </div>
  )
}
