import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChevronIcon, WarnIcon } from '../../ui/icons.tsx'
import { WantingRooms } from '../incidents/index.ts'
import { useUrgentAlarms } from '../insights/index.ts'
import styles from './HomePage.module.css'
import type { Urgent } from './most-urgent.ts'

/** Below the sentence of the day: every room that wants me, and warnings that somebody may be hurt unless the sentence has `said` so. */
export function UrgentLines({ said }: { said: Urgent['key'] }) {
  const { t } = useTranslation('home')
  const harms = useUrgentAlarms()
  return (
    <>
      <WantingRooms />
      {harms && said !== 'harms' ? (
        <Link to="/alarms" className={styles.harms}>
          <WarnIcon size={20} />
          <span>{t('says.harms', { count: harms })}</span>
          <ChevronIcon size={16} />
        </Link>
      ) : null}
    </>
  )
}
