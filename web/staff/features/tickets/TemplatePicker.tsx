import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../ui/QueryState.tsx'
import type { ComposerMode } from './composer-mode.ts'
import styles from './TemplatePicker.module.css'
import { type Template, useTemplates } from './ticket-queries.ts'

type Props = { ticketId: string; mode: ComposerMode; choose: (template: Template) => void; close: () => void }

/** Templates with this ticket's words already in them; those that fit stand first. Arrow keys and Enter choose. */
export function TemplatePicker({ ticketId, mode, choose, close }: Props) {
  const { t } = useTranslation('tickets')
  const templates = useTemplates(ticketId, true)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const shown = sorted(templates.data ?? [], mode).filter((one) =>
    `${one.name}${one.text}`.includes(words.trim()),
  )
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1))
    if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    const chosen = shown[at]
    if (event.key === 'Enter' && chosen) choose(chosen)
    if (['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) event.preventDefault()
  }
  return (
    <div className={styles.picker}>
      <input
        ref={field}
        value={words}
        placeholder={t('template.search')}
        aria-label={t('template.search')}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <QueryState query={templates}>
        {() => (
          <ul>
            {shown.map((template, index) => (
              <li key={template.key}>
                <button
                  type="button"
                  data-at={index === at}
                  onClick={() => choose(template)}
                  onMouseEnter={() => setAt(index)}
                >
                  <b>{template.name}</b>
                  <small>
                    {t(`tone.${template.tone}`, { defaultValue: template.tone })}
                    {template.fits ? null : ` · ${t('template.other')}`}
                  </small>
                  <span>{template.text}</span>
                </button>
              </li>
            ))}
            {shown.length === 0 ? <li className={styles.none}>{t('template.none')}</li> : null}
          </ul>
        )}
      </QueryState>
    </div>
  )
}

function sorted(templates: Template[], mode: ComposerMode): Template[] {
  const rank = (one: Template) =>
    (one.fits ? 0 : 2) + (mode === 'propose' && one.scenario !== 'proposal' ? 1 : 0)
  return templates.toSorted((a, b) => rank(a) - rank(b))
}
