import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '#contracts/tickets'
import type { SavedView } from '#contracts/tickets/inbox'
import styles from './InboxViews.module.css'
import { savedCountText, useSavedCounts, useSavedViews } from './inbox/inbox-queries.ts'
import { countText, useCounts } from './ticket-queries.ts'

const VIEWS: readonly View[] = [
  'mine',
  'team',
  'unassigned',
  'due_soon',
  'breached',
  'p1',
  'waiting_customer',
  'closed',
  'all',
  'set_aside',
  'every',
]
/** Anything in these is a call to act. */
const HOT: readonly View[] = ['unassigned', 'breached', 'p1']

/** The inbox's views under its place in the rail, then the saved ones; bounded counts, red where something should be zero and is not. */
export function InboxViews() {
  const { t } = useTranslation('inbox')
  const saved = useSavedViews()
  return (
    <>
      <ul className={styles.views}>
        {VIEWS.map((view) => (
          <li key={view}>
            <ViewLink view={view} />
          </li>
        ))}
      </ul>
      {saved.length > 0 ? (
        <ul className={styles.views} aria-label={t('view.mine')}>
          {saved.map((view) => (
            <li key={view.id}>
              <SavedLink view={view} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** The same on a phone: one line to push sideways. */
export function InboxViewChips() {
  const search = useSearch({ strict: false })
  const current = search.saved ?? search.view ?? 'mine'
  const saved = useSavedViews()
  const chips = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen view into sight whenever it changes
  useEffect(() => {
    chips.current
      ?.querySelector('[data-current="true"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [current])
  return (
    <ul className={styles.chips} ref={chips}>
      {VIEWS.map((view) => (
        <li key={view}>
          <ViewLink view={view} />
        </li>
      ))}
      {saved.map((view) => (
        <li key={view.id}>
          <SavedLink view={view} />
        </li>
      ))}
    </ul>
  )
}

function SavedLink({ view }: { view: SavedView }) {
  const { t } = useTranslation('inbox')
  const { saved } = useSearch({ strict: false })
  const count = savedCountText(useSavedCounts()?.[view.id])
  return (
    <Link
      to="/inbox"
      search={{ saved: view.id }}
      data-current={saved === view.id}
      title={view.shared ? t('view.shared', { name: view.owner.name }) : undefined}
    >
      <span className={styles.name}>{view.name}</span>
      {count ? <b>{count}</b> : null}
    </Link>
  )
}

function ViewLink({ view }: { view: View }) {
  const { t } = useTranslation('tickets')
  const search = useSearch({ strict: false })
  // What is searched for without a view is looked for in all of them.
  const current = search.saved ? null : (search.view ?? (search.q ? null : 'mine'))
  const counts = useCounts().data
  const count = countText(counts?.[view])
  const hot = HOT.includes(view) && count !== null
  return (
    <Link to="/inbox" search={{ view }} data-current={current === view}>
      {t(`view.${view}`)}
      {count ? <b data-hot={hot}>{count}</b> : null}
    </Link>
  )
}
