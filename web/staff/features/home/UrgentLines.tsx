import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChevronIcon, WarnIcon } from '../../ui/icons.tsx'
import { useUnreadStanding, WantingRooms } from '../incidents/index.ts'
import { useUnreadAlarms, useUrgentAlarms } from '../insights/index.ts'
import styles from './HomePage.module.css'
import type { Urgent } from './most-urgent.ts'

/** Below the sentence of the day: every room that wants me, and warnings that somebody may be hurt unless the sentence has `said` so. */
export function UrgentLines({ said }: { said: Urgent['key'] }) {
  const { t } = useTranslation('home')
  const harms = useUrgentAlarms()
  return (
    <>
      <Unread />
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

/** What could not be read must not look as if nothing waited. */
function Unread() {
  const { t } = useTranslation('home')
  const standing = useUnreadStanding()
  const alarms = useUnreadAlarms()
  if (!standing && !alarms) return null
  const again = () => {
    standing?.()
    alarms?.()
  }
  return (
    <p className={styles.harms} role="alert">
      <WarnIcon size={20} />
      <span>{t('unread')}</span>
      <Button onClick={again}>{t('common:state.retry')}</Button>
    </p>
  )
}
