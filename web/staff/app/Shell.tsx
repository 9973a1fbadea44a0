import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CallPopHost } from '../features/calls/index.ts'
import { useSendKept } from '../features/channels/index.ts'
import { IncidentCalls, useSendTicks } from '../features/incidents/index.ts'
import { AlarmBanner, HandOverHost, SearchHost } from '../features/tickets/index.ts'
import { LinesSkeleton } from '../ui/states.tsx'
import { BottomBar } from './BottomBar.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { HelpOverlay } from './HelpOverlay.tsx'
import { NavRail } from './NavRail.tsx'
import { OfflineStrip } from './OfflineStrip.tsx'
import styles from './Shell.module.css'
import { useGoShortcuts } from './shortcuts.ts'
import { useLive } from './use-live.ts'

/** The console around every page: alarm and offline strips on top, navigation, and the page itself. */
export function Shell() {
  const { t } = useTranslation()
  const place = useRouterState({ select: (state) => state.location.pathname })
  useLive()
  useGoShortcuts()
  useSendKept()
  useSendTicks()
  return (
    <div
      className={styles.shell}
      data-focus={place.startsWith('/tickets/') || place.startsWith('/incidents/')}
    >
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <div className={styles.top}>
        <OfflineStrip />
        <AlarmBanner />
        <IncidentCalls />
      </div>
      <NavRail />
      <div className={styles.content}>
        <ErrorBoundary key={place}>
          <Suspense
            fallback={
              <main id="main">
                <LinesSkeleton lines={8} />
              </main>
            }
          >
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </div>
      <BottomBar />
      <HelpOverlay />
      <SearchHost />
      <HandOverHost />
      <CallPopHost />
    </div>
  )
}
