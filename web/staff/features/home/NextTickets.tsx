import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TicketRow as Row } from '#contracts/tickets'
import { Empty } from '../../ui/states.tsx'
import { TicketRow } from '../tickets/index.ts'
import styles from './HomePage.module.css'

/** My next tickets: what is P1 first, then the others in the order of their clocks. */
export function NextTickets({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('home')
  return (
    <section className={styles.section}>
      <h2>
        {t('next.title')}
        <Link to="/inbox" search={{ view: 'mine' }}>
          {t('next.all')}
        </Link>
      </h2>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <TicketRow row={row} pane={false} />
          </li>
        ))}
        {rows.length === 0 ? (
          <li>
            <Empty title={t('next.none')} hint={t('next.noneHint')} />
          </li>
        ) : null}
      </ul>
    </section>
  )
}
