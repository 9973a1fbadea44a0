import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IncidentRow } from '#contracts/incidents'
import { TimeText } from '../../app/TimeText.tsx'
import { DueClock } from './DueClock.tsx'
import styles from './list.module.css'
import { DrillMark, KindMark } from './Marks.tsx'

/** One room: what and how bad, how far, who leads, and the clock that matters most. */
export function IncidentLine({ row }: { row: IncidentRow }) {
  const { t } = useTranslation('incidents')
  const closed = row.status === 'closed'
  return (
    <Link
      to="/incidents/$id"
      params={{ id: row.id }}
      className={styles.row}
      data-status={row.status}
      data-drill={row.drill}
    >
      <div className={styles.main}>
        <div className={styles.marks}>
          {row.drill ? <DrillMark /> : null}
          <KindMark kind={row.kind} />
          {row.gradeName ? <span className={styles.grade}>{row.gradeName}</span> : null}
          <span className={styles.quiet}>{row.number}</span>
          {row.callsMe ? <strong className={styles.calls}>{t('list.callsMe')}</strong> : null}
        </div>
        <h2>{row.title}</h2>
        <p className={styles.quiet}>
          <span>{t(`status.${row.status}`)}</span>
          <span>{row.leader ? t('list.leader', { name: row.leader.name }) : t('list.noLeader')}</span>
          {row.wholeBrand ? <span>{t('shops.all')}</span> : null}
          {row.shops && !row.wholeBrand ? <span>{t('list.shops', { count: row.shops })}</span> : null}
          {row.tickets ? <span>{t('list.tickets', { count: row.tickets })}</span> : null}
          <TimeText at={row.closedAt ?? row.openedAt} />
        </p>
      </div>
      <div className={styles.side}>
        {row.scored ? <b className={styles.scored}>{t('list.scored', row.scored)}</b> : null}
        {closed ? null : row.next ? (
          <>
            <DueClock from={row.next.law ? row.foundAt : row.openedAt} dueAt={row.next.dueAt} big />
            <span className={styles.next}>
              {row.next.law ? <b>{t('law.mark')}</b> : null}
              {row.next.title}
            </span>
          </>
        ) : (
          <span className={styles.quiet}>{t('list.nothingDue')}</span>
        )}
        <Progress done={row.stepsDone} of={row.steps} overdue={row.overdue} />
      </div>
    </Link>
  )
}

export function Progress({ done, of, overdue = 0 }: { done: number; of: number; overdue?: number }) {
  const { t } = useTranslation('incidents')
  return (
    <span className={styles.progress}>
      <span className={styles.bar} aria-hidden>
        <i style={{ width: `${of ? (done / of) * 100 : 0}%` }} />
      </span>
      {t('list.progress', { done, of })}
      {overdue ? <b>{t('list.overdue', { count: overdue })}</b> : null}
    </span>
  )
}
