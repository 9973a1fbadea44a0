import { useTranslation } from 'react-i18next'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import styles from './InboxHeader.module.css'
import { InboxViewChips } from './InboxViews.tsx'
import { FilterRow } from './inbox/FilterRow.tsx'
import { InboxMenu } from './inbox/InboxMenu.tsx'
import { savedCountText, useSavedCounts } from './inbox/inbox-queries.ts'
import type { Place } from './inbox/use-inbox-place.ts'
import type { Selection } from './inbox/use-selection.ts'
import { SearchBox } from './search/SearchBox.tsx'
import { countText, useCounts } from './ticket-queries.ts'

type Props = { search: InboxSearch; place: Place; selection: Selection; wide: boolean }

/** The view's name and count, the search field (/), conditions and order, and what can be done with the whole list. */
export function InboxHeader({ search, place, selection, wide }: Props) {
  const { t } = useTranslation(['tickets', 'search', 'inbox'])
  const phone = useMedia(PHONE)
  const { saved, view } = place
  const whole = useCounts().data
  const counts = useSavedCounts()
  // The server counts whole views; beside a narrowed list that number would be a wrong one.
  const plain = !search.q && (saved ? !place.changed : place.conditions.length === 0)
  const count = !plain ? null : saved ? savedCountText(counts?.[saved.id]) : countText(whole?.[view])
  return (
    <header className={styles.header} data-wide={wide}>
      <div className={styles.top}>
        <h1>{search.q ? t('search:title') : saved ? saved.name : t(`view.${view}`)}</h1>
        {count ? <span className={styles.count}>{count}</span> : null}
        {place.changed ? <span className={styles.changed}>{t('inbox:view.changed')}</span> : null}
        <InboxMenu place={place} selection={selection} className={styles.tool} />
      </div>
      <SearchBox search={search} />
      {phone && !search.q ? <InboxViewChips /> : null}
      <FilterRow place={place} search={search} />
    </header>
  )
}
