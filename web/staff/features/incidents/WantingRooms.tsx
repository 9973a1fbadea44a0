import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChevronIcon } from '../../ui/icons.tsx'
import { DueClock } from './DueClock.tsx'
import { useStanding } from './standing-queries.ts'
import styles from './wanting.module.css'

/** On the page of the day: the rooms that want me, and what for. */
export function WantingRooms() {
  const { t } = useTranslation('incidents')
  const { rooms } = useStanding()
  if (rooms.length === 0) return null
  return (
    <ul className={styles.rows} aria-label={t('wants.label')}>
      {rooms.map((room) => (
        <li key={room.id}>
          <Link
            to="/incidents/$id"
            params={{ id: room.id }}
            className={styles.row}
            data-quiet={room.want === 'work'}
          >
            <span>
              <b>{room.title}</b>
              <small>
                {t(room.want === 'work' && !room.step ? 'wants.here' : `wants.${room.want}`, {
                  step: room.step,
                })}
                {room.count > 1 ? t('wants.more', { count: room.count }) : null}
              </small>
            </span>
            {room.dueAt ? <DueClock from={room.openedAt} dueAt={room.dueAt} /> : null}
            <ChevronIcon size={16} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
