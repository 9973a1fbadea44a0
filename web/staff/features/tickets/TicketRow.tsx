import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow as Row } from '#contracts/tickets'
import type { SearchRow } from '#contracts/tickets/search'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { TimeText } from '../../app/TimeText.tsx'
import { ClockBar } from './ClockBar.tsx'
import { PriorityTag } from './PriorityTag.tsx'
import { MatchLines } from './search/MatchLines.tsx'
import styles from './TicketRow.module.css'

type Props = {
  row: Row | SearchRow
  /** In the three panes a row opens beside the list; elsewhere it opens the ticket's own page. */
  pane: boolean
  current?: boolean
  /** Whose it is, in views that hold more than mine. */
  owner?: boolean
}

/** Who, where, what, how bad, how long: three lines. */
export const TicketRow = memo(function TicketRow({ row, pane, current = false, owner = false }: Props) {
  const { t } = useTranslation('tickets')
  const className = `${styles.row} ${row.unread ? styles.unread : ''}`
  const inside = (
    <>
      <div className={styles.line}>
        <PriorityTag priority={row.priority} />
        <span className={styles.who} data-nameless={!row.customerName}>
          {row.customerName || t('row.nameless')}
        </span>
        <span className={styles.meta}>{row.shop?.name ?? t('row.noShop')}</span>
        <TimeText at={row.updatedAt} className={styles.time} />
        {row.unread ? (
          <span className={styles.dot}>
            <span className="sr-only">{t('row.unread')}</span>
          </span>
        ) : null}
      </div>
      {'matches' in row ? (
        <MatchLines row={row} />
      ) : (
        <p className={styles.text}>{row.excerpt || row.title}</p>
      )}
      <div className={styles.line}>
        {row.cycle > 1 ? <span className={styles.flag}>{t('row.cycle', { count: row.cycle })}</span> : null}
        {row.draft ? <span className={styles.draft}>{t('row.draft')}</span> : null}
        {row.escalation > 0 ? <span className={styles.flag}>{t('row.escalated')}</span> : null}
        <span className={styles.meta}>
          {[row.category, row.channelName, owner ? (row.assignee?.name ?? t('row.ownerless')) : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.clock ? (
          <ClockBar
            clock={row.clock}
            urgent={row.priority === 'P1'}
            why={row.lateReason && t('row.lateReason', { reason: row.lateReason })}
          />
        ) : (
          <span className={styles.due}>{t(`status.${row.status}`)}</span>
        )}
      </div>
    </>
  )
  if (!pane) {
    return (
      <Link to="/tickets/$id" params={{ id: row.id }} className={className}>
        {inside}
      </Link>
    )
  }
  return (
    <Link
      to="/inbox"
      search={(search: InboxSearch) => ({ ...search, ticket: row.id })}
      replace
      className={className}
      data-current={current}
    >
      {inside}
    </Link>
  )
})
