import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { CloseIcon, FilterIcon, SearchIcon } from '../../ui/icons.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { InboxFilters } from './InboxFilters.tsx'
import styles from './InboxHeader.module.css'
import { InboxViewChips } from './InboxViews.tsx'
import { countText, useCounts } from './ticket-queries.ts'

const TYPING_MS = 250
const FILTERS = ['shop', 'kind', 'priority', 'status', 'category', 'channel', 'assignee', 'reopened'] as const

/** How many filters narrow the view. */
export function filtersIn(search: InboxSearch): number {
  return FILTERS.filter((key) => search[key]).length
}

/** The view's name and count, the search field (/), and the filters. */
export function InboxHeader({ search }: { search: InboxSearch }) {
  const { t } = useTranslation('tickets')
  const phone = useMedia(PHONE)
  const view = search.view ?? 'mine'
  const active = filtersIn(search)
  const counts = useCounts().data
  // The server counts whole views; beside a narrowed list that number would be a wrong one.
  const count = active || search.q ? null : countText(counts?.[view])
  const [open, setOpen] = useState(active > 0)
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <h1>{t(`view.${view}`)}</h1>
        {count ? <span className={styles.count}>{count}</span> : null}
        <button
          type="button"
          className={styles.tool}
          aria-expanded={open}
          aria-label={t('inbox.filters')}
          title={t('inbox.filters')}
          onClick={() => setOpen(!open)}
        >
          <FilterIcon />
          {active > 0 ? <b>{active}</b> : null}
        </button>
      </div>
      <SearchField words={search.q ?? ''} />
      {phone ? <InboxViewChips /> : null}
      {open ? <InboxFilters search={search} /> : null}
    </header>
  )
}

function SearchField({ words }: { words: string }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate({ from: '/inbox' })
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(words)
  const [asked, setAsked] = useState(words)
  if (words !== asked) {
    setAsked(words)
    setText(words)
  }
  useEffect(() => {
    if (text.trim() === words) return
    const timer = setTimeout(() => {
      const q = text.trim()
      setAsked(q)
      void navigate({
        search: ({ q: _old, ...rest }: InboxSearch) => (q ? { ...rest, q } : rest),
        replace: true,
      })
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [text, words, navigate])
  useKeys({
    '/': (event) => {
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    },
  })
  return (
    <search className={styles.search}>
      <SearchIcon size={16} />
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={80}
        placeholder={t('inbox.search')}
        aria-label={t('inbox.search')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          setText('')
          event.currentTarget.blur()
        }}
      />
      {text ? (
        <button type="button" aria-label={t('inbox.clear')} onClick={() => setText('')}>
          <CloseIcon size={14} />
        </button>
      ) : (
        <kbd aria-hidden>/</kbd>
      )}
    </search>
  )
}
