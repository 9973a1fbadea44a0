import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { View } from '#contracts/tickets'
import type { InboxSearch } from '../../../app/inbox-search.ts'
import { useCan } from '../../../app/session.ts'
import { CloseIcon, SearchIcon } from '../../../ui/icons.tsx'
import { openSearch } from './open-search.ts'
import styles from './SearchBox.module.css'

const REACHES: readonly (View | undefined)[] = [undefined, 'all', 'mine', 'closed']

/** In the inbox's header: leads to the search, shows what the list was searched for, and among which. */
export function SearchBox({ search }: { search: InboxSearch }) {
  const { t } = useTranslation('search')
  const navigate = useNavigate({ from: '/inbox' })
  const named = useCan('customers.reveal')
  const { q } = search
  const stop = () =>
    void navigate({ search: ({ q: _old, ticket: _open, ...rest }: InboxSearch) => rest, replace: true })
  return (
    <search className={styles.search}>
      <div className={styles.box}>
        <button type="button" className={styles.field} onClick={() => openSearch(q)}>
          <SearchIcon size={16} />
          <span className="sr-only">{t('open')}</span>
          <span className={styles.words} data-empty={!q}>
            {q ?? t(named ? 'askNamed' : 'ask')}
          </span>
          {q ? null : <kbd aria-hidden>/</kbd>}
        </button>
        {q ? (
          <button type="button" className={styles.clear} aria-label={t('clear')} onClick={stop}>
            <CloseIcon size={14} />
          </button>
        ) : null}
      </div>
      {q ? <Reach view={search.view} /> : null}
    </search>
  )
}

function Reach({ view }: { view: View | undefined }) {
  const { t } = useTranslation('search')
  const navigate = useNavigate({ from: '/inbox' })
  return (
    <fieldset className={styles.reach}>
      <legend className="sr-only">{t('reach.label')}</legend>
      {REACHES.map((reach) => (
        <button
          key={reach ?? 'every'}
          type="button"
          aria-pressed={view === reach}
          onClick={() =>
            void navigate({
              search: ({ view: _old, ticket: _open, ...rest }: InboxSearch) =>
                reach ? { ...rest, view: reach } : rest,
              replace: true,
            })
          }
        >
          {t(`reach.${reach ?? 'every'}`)}
        </button>
      ))}
    </fieldset>
  )
}
