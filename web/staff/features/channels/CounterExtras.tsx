import { Input, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#contracts/kit'
import type { Form } from '#contracts/playbook'
import { ChevronIcon } from '../../ui/icons.tsx'
import { textIn } from '../../ui/text-in.ts'
import type { FilesField } from '../../ui/use-upload.ts'
import styles from './counter.module.css'
import {
  type ChangeEntry,
  type CounterEntry,
  contactIsWrong,
  type EntryPhoto,
  extrasFilled,
} from './counter-entry.ts'
import { PhotoField } from './PhotoField.tsx'

type Props = Pick<FilesField<EntryPhoto>, 'busy' | 'onBusy'> & {
  entry: CounterEntry
  form: Form | undefined
  onChange: (part: ChangeEntry) => void
}

const WORDS = [
  { key: 'name', word: 'name', limit: 60 },
  { key: 'orderNumber', word: 'order', limit: 64 },
  { key: 'table', word: 'table', limit: 40 },
  { key: 'purchasedAt', word: 'purchasedAt', limit: 40 },
] as const

/** What is nice to have: folded away until somebody wants it, or a link has filled some of it. */
export function CounterExtras({ entry, form, onChange, busy, onBusy }: Props) {
  const { t, i18n } = useTranslation('channels')
  const count = extrasFilled(entry)
  const [open, setOpen] = useState(count > 0)
  const wants = form?.fields.find((field) => field.key === 'wants')?.options ?? []
  const wrong = contactIsWrong(entry)
  return (
    <div className={styles.extras}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronIcon size={16} />
        {count > 0 ? t('counter.extrasOn', { count }) : t('counter.extras')}
      </button>
      {open ? (
        <div className={styles.fields}>
          <Field label={t('counter.contact')} problem={wrong ? t('counter.contactWrong') : null}>
            {(id) => (
              <Input
                id={id}
                value={entry.contact}
                placeholder={t('counter.contactHint')}
                status={wrong ? 'error' : undefined}
                inputMode="email"
                onChange={(event) => onChange({ contact: event.target.value })}
              />
            )}
          </Field>
          <PhotoField
            photos={entry.photos}
            onChange={(update) => onChange(({ photos }) => ({ photos: update(photos) }))}
            busy={busy}
            onBusy={onBusy}
          />
          <div className={styles.pair}>
            {WORDS.map(({ key, word, limit }) => (
              <Field key={key} label={t(`counter.${word}`)}>
                {(id) => (
                  <Input
                    id={id}
                    type={key === 'purchasedAt' ? 'datetime-local' : 'text'}
                    value={entry[key]}
                    maxLength={limit}
                    onChange={(event) => onChange({ [key]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
          {wants.length > 0 ? (
            <div>
              <span id="counter-wants">{t('counter.wants')}</span>
              <Select
                aria-labelledby="counter-wants"
                allowClear
                style={{ width: '100%' }}
                value={entry.wants ?? undefined}
                options={wants.map(({ key, label }) => ({
                  value: key,
                  label: textIn(label, i18n.language as Locale),
                }))}
                onChange={(value) => onChange({ wants: value ?? null })}
              />
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

type FieldProps = { label: string; problem?: string | null; children: (id: string) => ReactNode }

function Field({ label, problem, children }: FieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem ? <span role="alert">{problem}</span> : null}
    </div>
  )
}
