import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'

const FIRST = 14

/** Words as a quiet line; the long tail opens on demand, and a searched word is marked. */
export function WordTags({ words, wanted = '' }: { words: string[]; wanted?: string }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState(false)
  if (words.length === 0) return <span className={layoutStyles.none}>{t('edit.wordsNone')}</span>
  const sorted = wanted
    ? words.toSorted((a, b) => Number(b.includes(wanted)) - Number(a.includes(wanted)))
    : words
  const shown = open ? sorted : sorted.slice(0, FIRST)
  return (
    <span className={listsStyles.words}>
      {shown.map((word) => (
        <span key={word} data-hit={wanted !== '' && word.includes(wanted)}>
          {word}
        </span>
      ))}
      {words.length > FIRST ? (
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('edit.wordsLess') : t('edit.wordsMore', { count: words.length - FIRST })}
        </button>
      ) : null}
    </span>
  )
}
