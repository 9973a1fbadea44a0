import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets/home'
import charts from './Charts.module.css'
import styles from './HomePage.module.css'

const WIDTH = 420
/** The bars' share of the width; the rest is for the labels. */
const PLOT = 368
const HEIGHT = 132
const FOOT = 20
const HEAD = 18

/** 收的多，还是关的多？ Bars for what came in, a line for what was closed, labelled where they stand. */
export function WeekChart({ days }: { days: Home['days'] }) {
  const { t, i18n } = useTranslation('home')
  const opened = days.reduce((sum, day) => sum + day.opened, 0)
  const closed = days.reduce((sum, day) => sum + day.closed, 0)
  const most = Math.max(1, ...days.flatMap((day) => [day.opened, day.closed]))
  const column = PLOT / Math.max(1, days.length)
  const y = (count: number) => HEAD + (1 - count / most) * (HEIGHT - FOOT - HEAD)
  const middle = (index: number) => (index + 0.5) * column
  const line = days
    .map((day, index) => `${index === 0 ? 'M' : 'L'}${middle(index)} ${y(day.closed)}`)
    .join('')
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const says = opened > closed ? 'more' : opened < closed ? 'fewer' : 'even'
  return (
    <section className={styles.section}>
      <h2>{t('week.title')}</h2>
      <p className={charts.legend}>{t(`week.${says}`, { opened, closed, gap: Math.abs(opened - closed) })}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={charts.chart}
        role="img"
        aria-label={t('week.title')}
      >
        {days.map((day, index) => (
          <g key={day.day}>
            <title>{t('week.day', { day: day.day, opened: day.opened, closed: day.closed })}</title>
            <rect
              x={middle(index) - 13}
              y={y(day.opened)}
              width="26"
              height={HEIGHT - FOOT - y(day.opened)}
              rx="3"
              fill="var(--slate)"
              opacity={index === days.length - 1 ? 0.75 : 0.35}
            />
            <text x={middle(index)} y={HEIGHT - 4} textAnchor="middle">
              {weekday.format(new Date(`${day.day}T00:00:00Z`))}
            </text>
          </g>
        ))}
        <line x1="0" x2={PLOT} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--line)" />
        <path d={line} fill="none" stroke="var(--leaf)" strokeWidth="2" strokeLinejoin="round" />
        <circle cx={middle(days.length - 1)} cy={y(days.at(-1)?.closed ?? 0)} r="3.5" fill="var(--leaf)" />
        <Ends days={days} y={y} />
      </svg>
    </section>
  )
}

type EndsProps = { days: Home['days']; y: (count: number) => number }

/** The last day's two figures stand at the right edge, beside where bar and line end, instead of in a legend. */
function Ends({ days, y }: EndsProps) {
  const { t } = useTranslation('home')
  const last = days.at(-1)
  if (!last) return null
  const [openedAt, closedAt] = apart(y(last.opened), y(last.closed))
  return (
    <>
      <text x={PLOT + 4} y={openedAt + 4} style={{ fill: 'var(--slate)' }}>
        {t('week.opened', { count: last.opened })}
      </text>
      <text x={PLOT + 4} y={closedAt + 4} style={{ fill: 'var(--leaf)' }}>
        {t('week.closed', { count: last.closed })}
      </text>
    </>
  )
}

/** Keeps two labels from covering one another. */
function apart(a: number, b: number): [number, number] {
  const gap = 15 - Math.abs(a - b)
  if (gap <= 0) return [a, b]
  return a <= b ? [a - gap / 2, b + gap / 2] : [a + gap / 2, b - gap / 2]
}
