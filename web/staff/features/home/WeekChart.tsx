import { useTranslation } from 'react-i18next'
import type { Home } from '#contracts/tickets'
import styles from './HomePage.module.css'

const WIDTH = 420
const HEIGHT = 132
const FOOT = 20
const HEAD = 18

/** 收的多，还是关的多？ Bars for what came in, a line for what was closed, labelled where they stand. */
export function WeekChart({ days }: { days: Home['days'] }) {
  const { t, i18n } = useTranslation('home')
  const opened = days.reduce((sum, day) => sum + day.opened, 0)
  const closed = days.reduce((sum, day) => sum + day.closed, 0)
  const most = Math.max(1, ...days.flatMap((day) => [day.opened, day.closed]))
  const column = WIDTH / Math.max(1, days.length)
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
      <p className={styles.legend}>{t(`week.${says}`, { opened, closed, gap: Math.abs(opened - closed) })}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.chart}
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
        <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--line)" />
        <path d={line} fill="none" stroke="var(--leaf)" strokeWidth="2" strokeLinejoin="round" />
        <Ends days={days} y={y} middle={middle} />
      </svg>
    </section>
  )
}

type EndsProps = { days: Home['days']; y: (count: number) => number; middle: (index: number) => number }

/** The last day's two figures stand beside their marks instead of in a legend. */
function Ends({ days, y, middle }: EndsProps) {
  const { t } = useTranslation('home')
  const last = days.at(-1)
  if (!last) return null
  const x = middle(days.length - 1)
  const near = Math.abs(y(last.opened) - y(last.closed)) < 14
  const over = last.opened >= last.closed
  return (
    <>
      <circle cx={x} cy={y(last.closed)} r="3.5" fill="var(--leaf)" />
      <text
        x={x + 16}
        y={y(last.opened) + (near ? (over ? -2 : 12) : 4)}
        textAnchor="end"
        dx="14"
        style={{ fill: 'var(--slate)' }}
      >
        {t('week.opened', { count: last.opened })}
      </text>
      <text
        x={x - 18}
        y={y(last.closed) + (near ? (over ? 12 : -4) : -6)}
        textAnchor="end"
        style={{ fill: 'var(--leaf)' }}
      >
        {t('week.closed', { count: last.closed })}
      </text>
    </>
  )
}
