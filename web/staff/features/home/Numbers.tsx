import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conditions } from '#contracts/tickets/filter'
import type { Home } from '#contracts/tickets/home'
import type { InboxSearch } from '../../app/inbox-search.ts'
import styles from './HomePage.module.css'

type Tone = 'cinnabar' | 'amber' | 'leaf' | undefined
type FigureProps = {
  /** Where its tickets are listed; null: the late tasks of everybody. */
  to: InboxSearch | null
  word: string
  count: number
  tone?: Tone
  linked?: boolean
}

/** Overdue, and nobody has said why. */
const UNEXPLAINED: Conditions = [
  { field: 'overdue', op: 'is', value: true },
  { field: 'lateReason', op: 'is', value: false },
]

/** My own work in four numbers; each leads to its tickets. */
export function MyNumbers({ mine }: { mine: Home['mine'] }) {
  const { t } = useTranslation('home')
  return (
    <nav className={styles.numbers} aria-label={t('mine.label')}>
      <Figure to={{ view: 'mine' }} word={t('mine.open')} count={mine.open} />
      <Figure
        to={{ view: 'due_soon' }}
        word={t('mine.dueSoon')}
        count={mine.dueSoon}
        tone={mine.dueSoon ? 'amber' : undefined}
      />
      <Figure
        to={{ view: 'breached' }}
        word={t('mine.breached')}
        count={mine.breached}
        tone={mine.breached ? 'cinnabar' : undefined}
      />
      <Figure to={{ view: 'waiting_customer' }} word={t('mine.waiting')} count={mine.waiting} />
    </nav>
  )
}

/** What should be zero in everything I watch over: green when it is, red when it is not. */
export function WatchNumbers({ watch, linked }: { watch: NonNullable<Home['watch']>; linked: boolean }) {
  const { t } = useTranslation('home')
  const zero = (count: number): Tone => (count > 0 ? 'cinnabar' : 'leaf')
  return (
    <section className={styles.section}>
      <h2>{t('watch.title')}</h2>
      <div className={`${styles.numbers} ${styles.watch}`}>
        <Figure
          to={{ view: 'unassigned' }}
          word={t('watch.ownerless')}
          count={watch.ownerless}
          tone={zero(watch.ownerless)}
          linked={linked}
        />
        <Figure
          to={{ view: 'all', conditions: UNEXPLAINED, sort: 'due' }}
          word={t('watch.unexplained')}
          count={watch.unexplained}
          tone={zero(watch.unexplained)}
          linked={linked}
        />
        <Figure
          to={{ view: 'breached' }}
          word={t('watch.breached')}
          count={watch.breached}
          tone={zero(watch.breached)}
          linked={linked}
        />
        <Figure
          to={null}
          word={t('watch.lateTasks')}
          count={watch.lateTasks}
          tone={zero(watch.lateTasks)}
          linked={linked}
        />
        <Figure
          to={{ view: 'p1' }}
          word={t('watch.p1')}
          count={watch.p1}
          tone={zero(watch.p1)}
          linked={linked}
        />
        <Figure
          to={{ view: 'all', reopened: true }}
          word={t('watch.reopened')}
          count={watch.reopened}
          tone={zero(watch.reopened)}
          linked={linked}
        />
      </div>
    </section>
  )
}

function Figure({ to, word, count, tone, linked = true }: FigureProps) {
  const inside = (
    <>
      <b data-tone={tone}>{count > 999 ? '999+' : count}</b>
      {word}
    </>
  )
  if (!linked) return <div>{inside}</div>
  if (!to)
    return (
      <Link to="/todos" search={{ view: 'shop', overdue: true }}>
        {inside}
      </Link>
    )
  return (
    <Link to="/inbox" search={to}>
      {inside}
    </Link>
  )
}
