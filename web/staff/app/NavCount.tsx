import { useTranslation } from 'react-i18next'
import { useCallsMe, useSealCount, useStanding, useUnreadStanding } from '../features/incidents/index.ts'
import { useNewAlarms, useUnreadAlarms } from '../features/insights/index.ts'
import { useInboxCount, useRevisitCount, useTodoCount } from '../features/tickets/index.ts'
import type { NavItem } from './nav-items.ts'
import styles from './Shell.module.css'

/** How many things wait on a page of the navigation; red where it burns, nothing where nothing waits. */
export function NavCount({ to }: { to: NavItem['to'] }) {
  if (to === '/inbox') return <InboxCount />
  if (to === '/todos') return <TodoCount />
  if (to === '/revisits') return <RevisitCount />
  if (to === '/alarms') return <AlarmCount />
  if (to === '/incidents') return <RoomCount />
  if (to === '/seals') return <SealCount />
  return null
}

/** Early warnings that nobody has looked at. */
function AlarmCount() {
  const count = useNewAlarms()
  if (useUnreadAlarms()) return <Unread />
  return count ? <b className={styles.hot}>{count > 99 ? '99+' : count}</b> : null
}

/** Emergency rooms that want me, and drills that call me. */
function RoomCount() {
  const drills = useCallsMe().filter(({ drill }) => drill).length
  const count = useStanding().rooms.length + drills
  if (useUnreadStanding()) return <Unread />
  return count ? <b className={styles.hot}>{count}</b> : null
}

/** It could not be read how many: that is not none. */
function Unread() {
  const { t } = useTranslation()
  return (
    <b className={styles.hot} title={t('nav.unread')}>
      <span aria-hidden>?</span>
      <span className="sr-only">{t('nav.unread')}</span>
    </b>
  )
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
