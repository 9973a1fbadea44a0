import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { FilterIcon } from '../../ui/icons.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { InboxFilters } from './InboxFilters.tsx'
import styles from './InboxHeader.module.css'
import { InboxViewChips } from './InboxViews.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { countText, useCounts } from './ticket-queries.ts'

const FILTERS = ['shop', 'kind', 'priority', 'status', 'category', 'channel', 'assignee', 'reopened'] as const

/** How many filters narrow the view. */
export function filtersIn(search: InboxSearch): number {
  return FILTERS.filter((key) => search[key]).length
}

/** The view's name and count, the search field (/), and the filters. */
export function InboxHeader({ search }: { search: InboxSearch }) {
  const { t } = useTranslation(['tickets', 'search'])
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
        <h1>{search.q ? t('search:title') : t(`view.${view}`)}</h1>
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
      <SearchBox search={search} />
      {phone && !search.q ? <InboxViewChips /> : null}
      {open ? <InboxFilters search={search} /> : null}
    </header>
  )
}
