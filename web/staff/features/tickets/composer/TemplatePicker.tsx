import type { Ref } from 'react'
import { type ChangeEvent, type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../../ui/QueryState.tsx'
import type { ComposerMode } from './composer-mode.ts'
import { useTemplates } from './composer-queries.ts'
import styles from './TokenPanel.module.css'
import { TokenPanel } from './TokenPanel.tsx'
import { inOrder, nextTone, type Template, TONES, type Tone, templateGroups } from './template-list.ts'

/** Keys that the field hands on while a list is open; true when the list has used it. */
export type KeyTaker = { take: (event: KeyboardEvent) => boolean }

type Props = {
  ticketId: string
  mode: ComposerMode
  /** What stands behind the / in the field; null when it was opened by its button and has a field of its own. */
  words: string | null
  sheet: boolean
  keys: Ref<KeyTaker>
  point: (optionId: string | null) => void
  choose: (template: Template) => void
  close: () => void
}

export const TEMPLATES_ID = 'composer-templates'

/** Templates with this ticket's words already in them, by scenario; those that fit stand first. */
export function TemplatePicker({ ticketId, mode, words, sheet, keys, point, choose, close }: Props) {
  const { t } = useTranslation('composer')
  const templates = useTemplates(ticketId, true)
  const [own, setOwn] = useState('')
  const [tone, setTone] = useState<Tone | null>(null)
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const searched = words ?? own
  const wordsOf = (one: Template) =>
    `${t(`template.scenario.${one.scenario}`, { defaultValue: '' })} ${t(`tone.${one.tone}`)}`
  const groups = templateGroups(templates.data ?? [], { mode, words: searched, tone, wordsOf })
  const list = inOrder(groups)
  const shown = Math.min(at, list.length - 1)
  const optionId = (key: string) => `template-${key}`
  const pointed = list[shown] ? optionId(list[shown].key) : null
  useEffect(() => {
    if (words === null) field.current?.focus()
  }, [words])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first line
  useEffect(() => setAt(0), [searched, tone])
  useEffect(() => {
    point(pointed)
    return () => point(null)
  }, [pointed, point])

  const take = (event: KeyboardEvent): boolean => {
    const chosen = list[shown]
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setAt(Math.min(shown + 1, list.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(shown - 1, 0))
    else if (event.key === 'Tab' && !event.shiftKey) setTone(nextTone(tone))
    else if (event.key === 'Enter' && chosen && !event.ctrlKey && !event.metaKey) choose(chosen)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  useImperativeHandle(keys, () => ({ take }))

  return (
    <TokenPanel
      id={TEMPLATES_ID}
      label={t('pickTemplate')}
      at={pointed}
      sheet={sheet}
      close={close}
      head={
        <>
          {words === null ? (
            <input
              ref={field}
              value={own}
              placeholder={t('template.search')}
              aria-label={t('template.search')}
              aria-controls={TEMPLATES_ID}
              aria-activedescendant={pointed ?? undefined}
              onChange={(event: ChangeEvent<HTMLInputElement>) => setOwn(event.target.value)}
              onKeyDown={(event) => void take(event)}
            />
          ) : null}
          <div className={styles.tones}>
            {[null, ...TONES].map((one) => (
              <button
                key={one ?? 'all'}
                type="button"
                tabIndex={-1}
                aria-pressed={one === tone}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setTone(one)}
              >
                {one ? t(`tone.${one}`) : t('template.toneAll')}
              </button>
            ))}
          </div>
        </>
      }
      foot={t('template.keys')}
    >
      <QueryState query={templates}>
        {() =>
          groups.length === 0 ? (
            <p className={styles.none}>{t('template.none')}</p>
          ) : (
            groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
              <div key={group.scenario} role="group" aria-label={t(`template.scenario.${group.scenario}`)}>
                <div className={styles.group} aria-hidden="true">
                  {t(`template.scenario.${group.scenario}`, { defaultValue: group.scenario })}
                </div>
                {group.templates.map((template) => (
                  <div
                    key={template.key}
                    id={optionId(template.key)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={template === list[shown]}
                    className={styles.option}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => choose(template)}
                    onKeyDown={(event) => void take(event)}
                    onMouseMove={() => setAt(list.indexOf(template))}
                  >
                    <b>{template.name}</b>
                    <small>
                      {t(`tone.${template.tone}`)}
                      {template.fits ? null : ` · ${t('template.other')}`}
                    </small>
                    <span>{template.text}</span>
                  </div>
                ))}
              </div>
            ))
          )
        }
      </QueryState>
    </TokenPanel>
  )
}
