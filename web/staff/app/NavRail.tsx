import { Link, useRouterState } from '@tanstack/react-router'
import { Fragment, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { InboxViews, openSearch } from '../features/tickets/index.ts'
import { EchoIcon, SearchIcon } from '../ui/icons.tsx'
import { NavCount } from './NavCount.tsx'
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
            {item.to === '/inbox' && place === '/inbox' ? (
              <Suspense>
                <InboxViews />
              </Suspense>
            ) : null}
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
      <NavCount to={item.to} />
    </Link>
  )
}
