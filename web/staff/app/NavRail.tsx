import { Link, useRouterState } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useCallsMe, useSealCount } from '../features/incidents/index.ts'
import { useNewAlarms } from '../features/insights/index.ts'
import {
  InboxViews,
  openSearch,
  useInboxCount,
  useRevisitCount,
  useTodoCount,
} from '../features/tickets/index.ts'
import { EchoIcon, SearchIcon } from '../ui/icons.tsx'
import { NoticeButton } from './NoticeButton.tsx'
import { type NavItem, visibleNav } from './nav-items.ts'
import styles from './Shell.module.css'
import { useMe } from './session.ts'
import { YouMenu } from './YouMenu.tsx'

/** The rail at the left of a desk: only pages that exist and that this person may open. */
export function NavRail() {
  const { t } = useTranslation()
  const me = useMe()
  const items = visibleNav(me)
  const place = useRouterState({ select: (state) => state.location.pathname })
  const run = items.filter((item) => item.group === 'run')
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <Link to="/" className={styles.brand}>
        <EchoIcon />
        {t('nav.product')}
        <small>{me.brand.name}</small>
      </Link>
      {me.can.includes('tickets.read') ? (
        <button type="button" className={styles.find} onClick={() => openSearch()}>
          <SearchIcon size={16} />
          {t('nav.search')}
          <kbd aria-hidden>/</kbd>
        </button>
      ) : null}
      {items
        .filter((item) => item.group === 'work')
        .map((item) => (
          <Fragment key={item.to}>
            <RailLink item={item} />
            {item.to === '/inbox' && place === '/inbox' ? <InboxViews /> : null}
          </Fragment>
        ))}
      {run.length > 0 ? <h2>{t('nav.run')}</h2> : null}
      {run.map((item) => (
        <RailLink key={item.to} item={item} />
      ))}
      <div className={styles.foot}>
        {me.can.includes('tickets.doTasks') ? <NoticeButton /> : null}
        <YouMenu />
      </div>
    </nav>
  )
}

function RailLink({ item }: { item: NavItem }) {
  const { t } = useTranslation()
  const Picture = item.icon
  return (
    <Link
      to={item.to}
      className={styles.link}
      activeOptions={{ exact: item.to === '/', includeSearch: false }}
    >
      <Picture size={17} />
      {t(`nav.${item.word}`)}
      {item.to === '/inbox' ? <InboxCount /> : null}
      {item.to === '/todos' ? <TodoCount /> : null}
      {item.to === '/revisits' ? <RevisitCount /> : null}
      {item.to === '/alarms' ? <AlarmCount /> : null}
      {item.to === '/incidents' ? <CallsCount /> : null}
      {item.to === '/seals' ? <SealCount /> : null}
    </Link>
  )
}

/** Early warnings that nobody has looked at. */
function AlarmCount() {
  const count = useNewAlarms()
  return count ? <b className={styles.hot}>{count > 99 ? '99+' : count}</b> : null
}

/** Emergency rooms that call me. */
function CallsCount() {
  const { length } = useCallsMe()
  return length ? <b className={styles.hot}>{length}</b> : null
}

function SealCount() {
  const count = useSealCount('all')
  return count ? <b className={styles.hot}>{count}</b> : null
}

/** Calls that wait for me. */
function RevisitCount() {
  const count = useRevisitCount()
  return count ? <b>{count}</b> : null
}

function TodoCount() {
  const { open, overdue } = useTodoCount()
  return open ? <b className={overdue ? styles.hot : undefined}>{open}</b> : null
}

function InboxCount() {
  const count = useInboxCount()
  return count ? <b>{count}</b> : null
}
