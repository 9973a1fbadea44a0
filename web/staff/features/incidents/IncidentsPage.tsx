import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '#contracts/incidents'
import type { IncidentListSearch } from '../../app/incident-search.ts'
import { useCan } from '../../app/session.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { LongList } from '../../ui/LongList.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { useUrgentAlarms } from '../insights/index.ts'
import { IncidentLine } from './IncidentLine.tsx'
import { useIncidents } from './incident-queries.ts'
import styles from './list.module.css'
import { AllMeasures } from './review/AllMeasures.tsx'
import { useSealCount } from './seal/use-waiting-seals.ts'
import { useStanding } from './standing-queries.ts'

const OpenDrawer = lazy(() => import('./OpenDrawer.tsx').then((file) => ({ default: file.OpenDrawer })))
const VIEWS = ['open', 'closed', 'drills'] as const

/** 应急室: what burns now stands first; one button opens a room, another a drill. */
export function IncidentsPage() {
  const { t } = useTranslation('incidents')
  const { view = 'open' } = useSearch({ from: '/signed-in/shell/incidents' })
  const navigate = useNavigate({ from: '/incidents' })
  const mayOpen = useCan('incidents.open')
  const mayMeasures = useCan('incidents.allMeasures')
  const measures = view === 'measures' && mayMeasures
  const [opening, setOpening] = useState<'room' | 'drill' | null>(null)
  const show = (next: IncidentListSearch['view']) =>
    void navigate({ search: next === 'open' ? {} : { view: next }, replace: true })
  useKeys(mayOpen ? { n: () => setOpening('room') } : {})
  return (
    <PageFrame
      title={t('list.title')}
      hint={t('list.hint')}
      actions={
        mayOpen ? (
          <>
            <Button onClick={() => setOpening('drill')}>{t('list.drill')}</Button>
            <Button type="primary" danger onClick={() => setOpening('room')}>
              {t('list.open')}
            </Button>
          </>
        ) : null
      }
    >
      <div className={styles.views} role="tablist" aria-label={t('list.views')}>
        {VIEWS.map((key) => (
          <Pill key={key} tab on={key === view} pick={() => show(key)}>
            {t(`list.view.${key}`)}
          </Pill>
        ))}
        {mayMeasures ? (
          <Pill tab on={measures} pick={() => show('measures')}>
            {t('measure.all')}
          </Pill>
        ) : null}
      </div>
      {view === 'open' ? <Waiting /> : null}
      {measures ? <AllMeasures /> : <Rooms view={view === 'measures' ? 'open' : view} mayOpen={mayOpen} />}
      {opening ? (
        <Suspense>
          <OpenDrawer drill={opening === 'drill'} onClose={() => setOpening(null)} />
        </Suspense>
      ) : null}
    </PageFrame>
  )
}

/** One list of rooms; j and k go through it. */
function Rooms({ view, mayOpen }: { view: View; mayOpen: boolean }) {
  const { t } = useTranslation('incidents')
  const rooms = useIncidents(view)
  const list = useRef<HTMLOListElement>(null)
  const move = (by: number) => () => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys({ j: move(1), k: move(-1) })
  return (
    <LongList query={rooms} more={t('list.more')} skeleton={<Bones height={92} count={3} />}>
      {(pages) => {
        const rows: IncidentRow[] = pages.flatMap((page) => page.rows)
        if (rows.length === 0) return <Nothing view={view} mayOpen={mayOpen} />
        return (
          <ol ref={list} className={styles.rows} aria-label={t(`list.view.${view}`)}>
            {rows.map((row) => (
              <li key={row.id}>
                <IncidentLine row={row} />
              </li>
            ))}
          </ol>
        )
      }}
    </LongList>
  )
}

/** What is urgent and stands on a page of its own. */
function Waiting() {
  const { t } = useTranslation('incidents')
  const seals = useSealCount('real')
  const alarms = useUrgentAlarms()
  if (!seals && !alarms) return null
  return (
    <p className={styles.waiting}>
      {seals ? <Link to="/seals">{t('list.seals', { count: seals })}</Link> : null}
      {alarms ? <Link to="/alarms">{t('list.alarms', { count: alarms })}</Link> : null}
    </p>
  )
}

type View = (typeof VIEWS)[number]

/** An empty list speaks only for the rooms that the reader would see, and asks for a drill only those who can start one. */
function Nothing({ view, mayOpen }: { view: View; mayOpen: boolean }) {
  const { t } = useTranslation('incidents')
  const { reach } = useStanding()
  if (view === 'closed') return <Empty title={t('list.none.closed')} hint={t('list.noneHint.closed')} />
  if (view === 'drills')
    return <Empty title={t('list.none.drills')} hint={mayOpen ? t('list.noneHint.drills') : undefined} />
  return (
    <Empty
      title={t(reach === 'brand' ? 'list.none.open' : `list.none.${reach}`)}
      hint={t(mayOpen ? 'list.noneHint.open' : 'list.noneHint.called')}
    />
  )
}
