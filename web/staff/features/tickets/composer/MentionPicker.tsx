import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryState } from '../../../ui/QueryState.tsx'
import { useMentionable } from './composer-queries.ts'
import { type Choice, choicesFor } from './mentions-in.ts'
import type { KeyTaker } from './TemplatePicker.tsx'
import styles from './TokenPanel.module.css'
import { TokenPanel } from './TokenPanel.tsx'

type Props = {
  ticketId: string
  words: string
  keys: Ref<KeyTaker>
  point: (optionId: string | null) => void
  choose: (choice: Choice) => void
  close: () => void
}

export const MENTIONS_ID = 'composer-mentions'

/** Whom an @ offers: people who can see the ticket, those on duty first, then teams. */
export function MentionPicker({ ticketId, words, keys, point, choose, close }: Props) {
  const { t } = useTranslation(['composer', 'tickets'])
  const known = useMentionable(ticketId, true)
  const [at, setAt] = useState(0)
  const list = choicesFor(known.data, words)
  const shown = Math.min(at, list.length - 1)
  const optionId = (choice: Choice) => `mention-${choice.key.replace(':', '-')}`
  const pointed = list[shown] ? optionId(list[shown]) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first line
  useEffect(() => setAt(0), [words])
  useEffect(() => {
    point(pointed)
    return () => point(null)
  }, [pointed, point])

  const take = (event: KeyboardEvent): boolean => {
    const chosen = list[shown]
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setAt(Math.min(shown + 1, list.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(shown - 1, 0))
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey)
      choose(chosen)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  useImperativeHandle(keys, () => ({ take }))

  const line = (choice: Choice, index: number) => (
    <div
      key={choice.key}
      id={optionId(choice)}
      role="option"
      tabIndex={-1}
      aria-selected={index === shown}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(choice)}
      onKeyDown={(event) => void take(event)}
      onMouseMove={() => setAt(index)}
    >
      <b>{choice.name}</b>
      <small>
        {choice.person
          ? [
              ...choice.person.roles.map((role) => t(`tickets:role.${role}`, { defaultValue: '' })),
              choice.person.onDuty ? '' : t('mention.off'),
            ]
              .filter(Boolean)
              .join(' · ')
          : t('mention.teams')}
      </small>
    </div>
  )
  return (
    <TokenPanel id={MENTIONS_ID} label={t('mention.label')} at={pointed} close={close}>
      <QueryState query={known}>
        {() => (list.length ? list.map(line) : <p className={styles.none}>{t('mention.none')}</p>)}
      </QueryState>
    </TokenPanel>
  )
}
