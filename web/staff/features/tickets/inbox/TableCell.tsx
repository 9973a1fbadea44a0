import { useTranslation } from 'react-i18next'
import type { TicketRow } from '#contracts/tickets'
import type { Column } from '#contracts/tickets/inbox'
import { TimeText } from '../../../app/TimeText.tsx'
import { ClockBar } from '../ClockBar.tsx'
import { PriorityTag } from '../PriorityTag.tsx'
import styles from './InboxTable.module.css'

/** One fact of a ticket in the table; what it doesn't have is left empty. */
export function TableCell({ row, column }: { row: TicketRow; column: Column }) {
  const { t } = useTranslation('tickets')
  switch (column) {
    case 'number':
      return row.number
    case 'title':
      return row.title || row.excerpt
    case 'customer':
      return row.customerName || <i className={styles.none}>{t('row.nameless')}</i>
    case 'kind':
      return t(`kind.${row.kind}`)
    case 'category':
      return row.category
    case 'priority':
      return <PriorityTag priority={row.priority} />
    case 'status':
      return t(`status.${row.status}`)
    case 'shop':
      return row.shop?.name ?? <i className={styles.none}>{t('row.noShop')}</i>
    case 'assignee':
      return row.assignee?.name ?? <em className={styles.ownerless}>{t('row.ownerless')}</em>
    case 'opened':
      return <TimeText at={row.openedAt} />
    case 'updated':
      return <TimeText at={row.updatedAt} />
    case 'due':
      return row.clock ? <ClockBar clock={row.clock} urgent={row.priority === 'P1'} why="" /> : null
    case 'tags':
      return (
        <span className={styles.tags}>
          {row.tags.map((tag) => (
            <span key={tag}>{tag}</span>
          ))}
        </span>
      )
    case 'stars':
      return row.stars === null ? null : (
        <span role="img" aria-label={String(row.stars)} className={styles.stars}>
          {'★'.repeat(row.stars)}
        </span>
      )
    case 'cause':
      return row.cause
    case 'cycle':
      return row.cycle > 1 ? row.cycle : <span className={styles.none}>{row.cycle}</span>
    case 'channel':
      return row.channelName
  }
}
