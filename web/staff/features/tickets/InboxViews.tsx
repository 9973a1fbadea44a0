import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '#contracts/tickets'
import styles from './InboxViews.module.css'
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
]
/** Anything in these is a call to act. */
const HOT: readonly View[] = ['unassigned', 'breached', 'p1']

/** The inbox's views under its place in the rail; bounded counts, red where something should be zero and is not. */
export function InboxViews() {
  return (
    <ul className={styles.views}>
      {VIEWS.map((view) => (
        <li key={view}>
          <ViewLink view={view} />
        </li>
      ))}
    </ul>
  )
}

/** The same on a phone: one line to push sideways. */
export function InboxViewChips() {
  const current = useSearch({ strict: false }).view ?? 'mine'
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
    </ul>
  )
}

function ViewLink({ view }: { view: View }) {
  const { t } = useTranslation('tickets')
  const search = useSearch({ strict: false })
  // What is searched for without a view is looked for in all of them.
  const current = search.view ?? (search.q ? null : 'mine')
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
