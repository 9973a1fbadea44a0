import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IncidentOfTicket } from '#contracts/incidents/record'
import { TimeText } from '../../../app/TimeText.tsx'
import styles from './Links.module.css'

/** Other tickets of the emergency room that this one belongs to: the newest, and the way to all of them. */
export function RoomTickets({ room }: { room: IncidentOfTicket }) {
  const { t } = useTranslation(['links', 'tickets'])
  return (
    <div className={styles.group}>
      <h3>{t('sameRoom', { number: room.number })}</h3>
      <ul>
        {room.tickets.map(({ id, number, title, openedAt, closed }) => (
          <li key={id} className={styles.line}>
            <Link to="/tickets/$id" params={{ id }}>
              {title}
            </Link>
            <p>
              <span>{number}</span>
              {closed ? <span>{t('tickets:status.closed')}</span> : null}
              <TimeText at={openedAt} />
            </p>
          </li>
        ))}
      </ul>
      {room.others > room.tickets.length ? (
        <Link className={styles.deed} to="/incidents/$id" params={{ id: room.id }}>
          {t('roomAll', { count: room.others })}
        </Link>
      ) : null}
    </div>
  )
}
