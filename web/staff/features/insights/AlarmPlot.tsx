import { useTranslation } from 'react-i18next'
import type { AlarmPlot as Plot } from '#contracts/insights'
import { useZone } from '../../app/session.ts'
import { formatInstant } from '../../ui/time.ts'
import styles from './insights.module.css'

const WIDTH = 520
const HEIGHT = 104
const [HEAD, FOOT] = [24, 2]
/** More bars than these are read by their height alone. */
const MOST_LABELS = 8
const MIN_MS = 60_000
const DAY_MIN = 24 * 60

/** Bars for what was heard, a line for what is usual at those hours. */
export function AlarmPlot({ plot, urgent }: { plot: Plot; urgent: boolean }) {
  const { t, i18n } = useTranslation('insights')
  const zone = useZone()
  const most = Math.max(2, ...plot.heard, ...plot.usual)
  const column = WIDTH / plot.heard.length
  const y = (n: number) => HEAD + (1 - n / most) * (HEIGHT - HEAD - FOOT)
  const at = (index: number) => new Date(Date.parse(plot.from) + index * plot.stepMin * MIN_MS).toISOString()
  const said = (index: number, style: 'time' | 'day') => formatInstant(at(index), style, i18n.language, zone)
  const word = (index: number) =>
    plot.stepMin < DAY_MIN ? `${said(index, 'day')} ${said(index, 'time')}` : said(index, 'day')
  const line = plot.usual
    .map((n, index) => `${index === 0 ? 'M' : 'L'}${(index + 0.5) * column} ${y(n)}`)
    .join('')
  const last = plot.heard.length - 1
  const labelled = plot.heard.filter((n) => n > 0).length <= MOST_LABELS
  return (
    <figure className={styles.plot}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('plot.label')}>
        {plot.heard.map((n, index) => (
          <g key={at(index)}>
            <title>{t('plot.hour', { at: word(index), heard: n, usual: plot.usual[index] })}</title>
            <rect
              x={index * column}
              y={HEAD}
              width={column}
              height={HEIGHT - HEAD - FOOT}
              fill="transparent"
            />
            <rect
              x={index * column + column * 0.14}
              y={y(n)}
              width={column * 0.72}
              height={HEIGHT - FOOT - y(n)}
              rx={Math.min(2, column / 4)}
              fill={urgent ? 'var(--cinnabar)' : 'var(--amber)'}
            />
            {labelled && n > 0 ? (
              <text x={(index + 0.5) * column} y={y(n) - 5} textAnchor="middle">
                {n}
              </text>
            ) : null}
          </g>
        ))}
        <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="var(--line)" />
        <path d={line} fill="none" stroke="var(--slate)" strokeWidth="1.5" strokeDasharray="4 3" />
      </svg>
      <p aria-hidden="true">
        <span>{word(0)}</span>
        <span>{word(last)}</span>
      </p>
      <figcaption>
        <i data-what="heard" data-urgent={urgent} />
        {t('plot.heard')}
        <i data-what="usual" />
        {t('plot.usual')}
      </figcaption>
    </figure>
  )
}
