import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RevisitRow } from '#contracts/tickets/followup'
import type { RevisitSearch } from '../../../app/revisit-search.ts'
import { PriorityTag } from '../PriorityTag.tsx'
import styles from './followup.module.css'
import { useRevisitWords } from './use-revisit-words.ts'

/** Who is asked, about what, when and how often it was tried. */
export function RevisitLine({ row, search }: { row: RevisitRow; search: RevisitSearch }) {
  const { t } = useTranslation('followup')
  const words = useRevisitWords()
  const { ticket } = row
  return (
    <li>
      <Link
        to="/revisits"
        search={{ ...search, open: row.id }}
        className={styles.line}
        data-current={search.open === row.id}
      >
        <span className={styles.when} data-late={row.overdue}>
          <b>{words.day(row.doneAt ?? row.plannedAt)}</b>
          <small>{words.stateOf(row)}</small>
        </span>
        <span className={styles.what}>
          <span className={styles.who}>
            <PriorityTag priority={ticket.priority} />
            <b>{ticket.customerName || t('nameless')}</b>
            <small>{[ticket.shop?.name, ticket.category].filter(Boolean).join(' · ')}</small>
          </span>
          <span className={styles.title}>{ticket.title}</span>
        </span>
        <span className={styles.how}>
          <span>{words.kindOf(row)}</span>
          <small>{words.byOf(row)}</small>
        </span>
      </Link>
    </li>
  )
}
