import { useTranslation } from 'react-i18next'
import type { JudgedField, TriageQuality } from '#contracts/language'
import { formatInstant } from '../../ui/time.ts'
import styles from './language.module.css'
import { FIELDS, percent } from './shares.ts'

type Weeks = TriageQuality['weeks']
const WIDTH = 720
const HEIGHT = 180
const LEFT = 64
const BOTTOM = 24
const LINES = [0, 0.25, 0.5, 0.75, 1]

/** Agreement by week, one line per field; weeks in which nobody looked leave a gap. The same figures stand in a table for who can't see it. */
export function AgreementChart({ weeks }: { weeks: Weeks }) {
  const { t, i18n } = useTranslation('language')
  const day = (week: string) => formatInstant(`${week}T00:00:00Z`, 'day', i18n.language, 'UTC')
  const x = (place: number) => LEFT + ((WIDTH - LEFT - 12) * place) / Math.max(1, weeks.length - 1)
  const y = (share: number) => 10 + (HEIGHT - BOTTOM - 10) * (1 - share)
  const every = Math.ceil(weeks.length / 4)
  return (
    <figure className={styles.chart}>
      <figcaption>{t('chart')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        {LINES.map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH - 12} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">
              {Math.round(share * 100)}%
            </text>
          </g>
        ))}
        {weeks.map(({ week }, place) =>
          place % every === (weeks.length - 1) % every ? (
            <text
              key={week}
              x={x(place)}
              y={HEIGHT - 6}
              textAnchor={place === weeks.length - 1 ? 'end' : 'middle'}
            >
              {day(week)}
            </text>
          ) : null,
        )}
        {FIELDS.map((field) => (
          <g key={field} data-field={field}>
            {runsOf(weeks, field).map((run) => (
              <polyline
                key={run[0]!.place}
                points={run.map(({ place, share }) => `${x(place)},${y(share)}`).join(' ')}
              />
            ))}
            {runsOf(weeks, field)
              .flat()
              .map(({ place, share, says }) => (
                <circle key={place} cx={x(place)} cy={y(share)} r="3">
                  <title>{`${day(weeks[place]!.week)} ${t(`field.${field}`)} ${says}`}</title>
                </circle>
              ))}
          </g>
        ))}
      </svg>
      <table className={styles.unseen}>
        <caption>{t('chart')}</caption>
        <tbody>
          {weeks.map(({ week, fields }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              {FIELDS.map((field) => (
                <td key={field}>{percent(fields[field].agreed, fields[field].n)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

type Point = { place: number; share: number; says: string }

/** Points that belong together: as long as no week is missing. */
function runsOf(weeks: Weeks, field: JudgedField): Point[][] {
  const runs: Point[][] = []
  let run: Point[] = []
  for (const [place, { fields }] of weeks.entries()) {
    const { n, agreed } = fields[field]
    if (n === 0) {
      if (run.length) runs.push(run)
      run = []
    } else run.push({ place, share: agreed / n, says: `${percent(agreed, n)} (${agreed}/${n})` })
  }
  return run.length ? [...runs, run] : runs
}
