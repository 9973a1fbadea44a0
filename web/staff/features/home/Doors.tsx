import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type NavItem, visibleNav } from '../../app/nav-items.ts'
import { useMe, useZone } from '../../app/session.ts'
import { ChevronIcon } from '../../ui/icons.tsx'
import { formatInstant } from '../../ui/time.ts'
import { useStanding, useUnreadStanding } from '../incidents/index.ts'
import { useNewAlarms, useUnreadAlarms, useUrgentAlarms } from '../insights/index.ts'
import styles from './HomePage.module.css'

/** For roles that never read tickets: a sentence about what they see, and the pages that are theirs, with how things stand there. */
export function Doors({ figures }: { figures: boolean }) {
  const { t } = useTranslation('home')
  const pages = visibleNav(useMe()).filter((item) => item.to !== '/')
  return (
    <section className={styles.section}>
      <p className={styles.sentence}>{t(figures ? 'doors.figures' : 'doors.none')}</p>
      {pages.length > 0 ? (
        <ul className={styles.list}>
          {pages.map((page) => (
            <li key={page.to}>
              <Link to={page.to} className={styles.door}>
                <page.icon size={18} />
                <span>
                  {t(`common:nav.${page.word}`)}
                  <Stands page={page} />
                </span>
                <ChevronIcon size={16} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** How it stands behind a door where something is going on; else what the page is for. */
function Stands({ page: { to, word } }: { page: NavItem }) {
  const { t } = useTranslation('home')
  const rooms = useRoomWords()
  const alarms = useAlarmWords()
  const says = to === '/incidents' ? rooms : to === '/alarms' ? alarms : ''
  return <small data-hot={says !== ''}>{says || t(`doors.${word}`)}</small>
}

/** Open rooms, how far the shops have sealed, and the duty by law whose time ends first. */
function useRoomWords(): string {
  const { t, i18n } = useTranslation('home')
  const zone = useZone()
  const { open, sealed, law } = useStanding()
  if (useUnreadStanding()) return t('state.unread')
  if (!open) return ''
  const instant = (at: string, style: 'day' | 'time') => formatInstant(at, style, i18n.language, zone)
  const over = law !== null && Date.parse(law.dueAt) <= Date.now()
  return [
    t('state.open', { count: open }),
    ...(sealed ? [t('state.sealed', sealed)] : []),
    ...(law
      ? [
          t(over ? 'state.lawOver' : 'state.law', {
            step: law.step,
            at: `${instant(law.dueAt, 'day')} ${instant(law.dueAt, 'time')}`,
          }),
        ]
      : []),
  ].join(t('state.join'))
}

function useAlarmWords(): string {
  const { t } = useTranslation('home')
  const [count, urgent] = [useNewAlarms(), useUrgentAlarms()]
  if (useUnreadAlarms()) return t('state.unread')
  if (!count) return ''
  return [t('state.alarms', { count }), ...(urgent ? [t('state.harms', { count: urgent })] : [])].join(
    t('state.join'),
  )
}
