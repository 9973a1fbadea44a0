import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { useZone } from '../../app/session.ts'
import { AuditIcon } from '../../ui/icons.tsx'
import { formatInstant } from '../../ui/time.ts'
import styles from './TicketAside.module.css'
import { useTasks } from './tasks/task-queries.ts'

/** By when an authority must have heard from us: days of the law, beside our own clocks. */
export function LegalDates({ ticket }: { ticket: Ticket }) {
  return ticket.channel === 'authority' ? <Dates ticketId={ticket.id} /> : null
}

function Dates({ ticketId }: { ticketId: string }) {
  const { t, i18n } = useTranslation('tasks')
  const zone = useZone()
  const owed = (useTasks(ticketId).data ?? []).filter(
    (task) => task.kind === 'legal' && task.state === 'open',
  )
  if (owed.length === 0) return null
  return (
    <section>
      <h2>{t('legal.title')}</h2>
      {owed.map((task) => (
        <div key={task.id} className={styles.legal} data-late={task.overdue}>
          <AuditIcon size={16} />
          {task.title}
          <span>{t('legal.until', { time: formatInstant(task.dueAt, 'full', i18n.language, zone) })}</span>
        </div>
      ))}
    </section>
  )
}
