import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSealCount, useStanding, useUnreadStanding } from '../features/incidents/index.ts'
import { useUnreadAlarms, useUrgentAlarms } from '../features/insights/index.ts'
import { useInboxCount, useTodoCount } from '../features/tickets/index.ts'
import { InboxIcon, MeIcon, PenIcon, RiderIcon, TodayIcon, TodoIcon, WarnIcon } from '../ui/icons.tsx'
import { visibleNav } from './nav-items.ts'
import styles from './Shell.module.css'
import { useMe } from './session.ts'
import { urgentEntry } from './urgent-entry.ts'

/** The places at the thumb of a phone, and in red what is urgent now; the rest of the console is reached from 我. */
export function BottomBar() {
  const { t } = useTranslation()
  const places = visibleNav(useMe()).map((item) => item.to)
  const count = useInboxCount()
  const todos = useTodoCount()
  const seals = useSealCount('all')
  const urgent = urgentEntry({
    rooms: useStanding().rooms,
    alarms: useUrgentAlarms(),
    seals: useSealCount('real'),
  })
  const [standing, alarms] = [useUnreadStanding(), useUnreadAlarms()]
  const unread = standing ? '/incidents' : alarms ? '/alarms' : null
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      <Link to="/" activeOptions={{ exact: true }}>
        <TodayIcon size={22} />
        {t('nav.today')}
      </Link>
      {urgent ? (
        <Link {...urgent} className={styles.urgent}>
          <WarnIcon size={22} />
          {t('nav.urgent')}
          <b className={styles.hot}>{urgent.count > 99 ? '99+' : urgent.count}</b>
        </Link>
      ) : unread ? (
        <Link to={unread} className={styles.urgent}>
          <WarnIcon size={22} />
          {t('nav.urgent')}
          <b className={styles.hot} aria-hidden>
            ?
          </b>
          <span className="sr-only">{t('nav.unread')}</span>
        </Link>
      ) : null}
      {places.includes('/round') ? (
        <Link to="/round">
          <RiderIcon size={22} />
          {t('nav.round')}
        </Link>
      ) : null}
      {places.includes('/todos') ? (
        <Link to="/todos" activeOptions={{ includeSearch: false }}>
          <TodoIcon size={22} />
          {t('nav.todosShort')}
          {todos.open ? <b className={seals ? styles.hot : undefined}>{todos.open}</b> : null}
        </Link>
      ) : null}
      {places.includes('/inbox') ? (
        <Link to="/inbox" activeOptions={{ includeSearch: false }}>
          <InboxIcon size={22} />
          {t('nav.inbox')}
          {count ? <b>{count}</b> : null}
        </Link>
      ) : null}
      {places.includes('/counter') ? (
        <Link to="/counter">
          <PenIcon size={22} />
          {t('nav.counter')}
        </Link>
      ) : null}
      <Link to="/me">
        <MeIcon size={22} />
        {t('nav.me')}
      </Link>
    </nav>
  )
}
