import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '../../../app/session.ts'
import { CloseIcon, SearchIcon } from '../../../ui/icons.tsx'
import { LinesSkeleton } from '../../../ui/states.tsx'
import { FoundOption } from './FoundOption.tsx'
import { forgetSearches, keepSearch, recentSearches } from './recent-searches.ts'
import { BeforeTyping, NothingFound } from './SearchHints.tsx'
import styles from './SearchPanel.module.css'
import { useFound } from './search-queries.ts'
import { useSettled } from './use-settled.ts'

const TYPING_MS = 150
const ALL = 'all'

type Props = {
  words: string
  close: () => void
  openTicket: (id: string) => void
  showAll: (q: string) => void
}

/** Results while typing; arrows choose, Enter opens, the last line leads to the list with all of them. */
export function SearchPanel({ words, close, openTicket, showAll }: Props) {
  const { t } = useTranslation('search')
  const me = useMe()
  const named = useCan('customers.reveal')
  const listId = useId()
  const [text, setText] = useState(words)
  const [recent, setRecent] = useState(() => recentSearches(me.staffId))
  const [at, setAt] = useState(0)
  const asked = text.trim()
  const q = useSettled(asked, TYPING_MS)
  const found = useFound(asked ? q : '')
  const rows = asked ? (found.data?.rows ?? []) : []
  const options = rows.length > 0 ? [...rows.map((row) => row.id), ALL] : []
  const chosen = Math.min(at, Math.max(0, options.length - 1))

  const type = (next: string) => {
    setText(next)
    setAt(0)
  }
  const choose = (option: string | undefined) => {
    if (asked) keepSearch(me.staffId, asked)
    if (option === undefined || option === ALL) showAll(asked)
    else openTicket(option)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length > 0) {
      event.preventDefault()
      setAt((chosen + step + options.length) % options.length)
    }
    if (event.key === 'Enter' && asked) {
      event.preventDefault()
      // What stands there may still be the answer to the words before.
      const stale = q !== asked || found.isPlaceholderData || found.isPending
      choose(stale || event.ctrlKey || event.metaKey ? ALL : options[chosen])
    }
  }

  return (
    <search className={styles.panel}>
      <div className={styles.field}>
        <SearchIcon />
        <input
          // biome-ignore lint/a11y/noAutofocus: a search that was asked for is typed into at once
          autoFocus
          type="search"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-label={t('label')}
          placeholder={t(named ? 'askNamed' : 'ask')}
          value={text}
          maxLength={80}
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={pressed}
        />
        {text ? (
          <button type="button" className={styles.clear} onClick={() => type('')}>
            {t('clear')}
          </button>
        ) : null}
        <button type="button" className={styles.close} aria-label={t('close')} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <div className={styles.body} data-dim={asked !== '' && found.isPlaceholderData}>
        {!asked ? (
          <BeforeTyping
            named={named}
            recent={recent}
            search={type}
            forget={() => {
              forgetSearches(me.staffId)
              setRecent([])
            }}
          />
        ) : found.error ? (
          <p className={styles.failed} role="alert">
            {t('failed')}
          </p>
        ) : found.isPending ? (
          <LinesSkeleton lines={4} />
        ) : rows.length === 0 && !found.isPlaceholderData ? (
          <NothingFound q={q} />
        ) : (
          <div id={listId} role="listbox" aria-label={t('found')}>
            {rows.map((row, n) => (
              <FoundOption
                key={row.id}
                id={`${listId}-${n}`}
                row={row}
                chosen={n === chosen}
                choose={() => choose(row.id)}
                hover={() => setAt(n)}
              />
            ))}
            {rows.length > 0 ? (
              <div
                id={`${listId}-${rows.length}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen === rows.length}
                className={styles.all}
                onClick={() => choose(ALL)}
                onKeyDown={() => {}}
                onMouseMove={() => setAt(rows.length)}
              >
                {t('all')}
              </div>
            ) : null}
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {rows.length > 0 ? t('count', { count: rows.length }) : ''}
      </p>
      <footer className={styles.foot} aria-hidden>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')}
        </span>
        <span>
          <kbd>⏎</kbd> {t('keys.open')}
        </span>
        <span>
          <kbd>Ctrl</kbd> <kbd>⏎</kbd> {t('keys.all')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('keys.close')}
        </span>
      </footer>
    </search>
  )
}
