import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '#contracts/customers/file'
import { TimeText } from '../../app/TimeText.tsx'
import { useProblem } from '../../ui/use-problem.ts'
import { useFileDeed } from './customer-queries.ts'
import styles from './file.module.css'
import { Part } from './Part.tsx'

/** What colleagues want each other to know. */
export function NotePart({ file }: { file: CustomerFile }) {
  const { t } = useTranslation('customers')
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const deed = useFileDeed(file.id)
  const problem = useProblem()
  const close = () => {
    setAdding(false)
    setText('')
  }
  const may = file.can.includes('note')
  return (
    <Part title={t('part.notes')} add={may && !adding ? () => setAdding(true) : undefined}>
      {adding ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            deed.mutate({ do: 'addNote', text }, { onSuccess: close, onError: problem })
          }}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={text}
            aria-label={t('note.text')}
            placeholder={t('note.hint')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={deed.isPending} disabled={!text.trim()}>
            {t('save')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </form>
      ) : null}
      {file.notes.length ? (
        <ul className={styles.notes}>
          {file.notes.map((note) => (
            <li key={note.id}>
              <p>{note.text}</p>
              <small>
                {note.by} · <TimeText at={note.at} />
              </small>
            </li>
          ))}
        </ul>
      ) : adding ? null : (
        <p className={styles.none}>{t('note.none')}</p>
      )}
    </Part>
  )
}
