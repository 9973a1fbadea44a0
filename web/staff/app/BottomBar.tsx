import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useInboxCount, useTodoCount } from '../features/tickets/index.ts'
import { InboxIcon, MeIcon, PenIcon, RiderIcon, TodayIcon, TodoIcon } from '../ui/icons.tsx'
import { visibleNav } from './nav-items.ts'
import styles from './Shell.module.css'
import { useMe } from './session.ts'

/** The places at the thumb of a phone; the rest of the console is reached from 我. */
export function BottomBar() {
  const { t } = useTranslation()
  const places = visibleNav(useMe()).map((item) => item.to)
  const count = useInboxCount()
  const todos = useTodoCount()
  return (
    <nav className={styles.bar} aria-label={t('nav.label')}>
      <Link to="/" activeOptions={{ exact: true }}>
        <TodayIcon size={22} />
        {t('nav.today')}
      </Link>
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
          {todos.open ? <b>{todos.open}</b> : null}
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
