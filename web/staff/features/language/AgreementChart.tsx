import { useTranslation } from 'react-i18next'
import type { JudgedField, TriageQuality } from '#contracts/language'
import { formatInstant } from '../../ui/time.ts'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import styles from './language.module.css'
import { FEW, FIELDS, percent } from './shares.ts'

type Weeks = TriageQuality['weeks']
/** Its signs keep their size, so on a phone it is drawn narrower. `abreast`: the counts of so many weeks can stand side by side. */
const DESK = { width: 720, abreast: 26, dates: 4 }
const SMALL = { width: 358, abreast: 12, dates: 3 }
const HEIGHT = 204
const LEFT = 48
const BOTTOM = 48
const LINES = [0, 0.25, 0.5, 0.75, 1]

/**
 * Agreement by week, one line per field, and below it how many were checked; weeks in which nobody looked leave a gap, those with few are
 * drawn faintly. The same figures stand in a table for who can't see it.
 */
export function AgreementChart({ weeks }: { weeks: Weeks }) {
  const { t, i18n } = useTranslation('language')
  const { width, abreast, dates } = useMedia(PHONE) ? SMALL : DESK
  const day = (week: string) => formatInstant(`${week}T00:00:00Z`, 'day', i18n.language, 'UTC')
  const x = (place: number) => LEFT + ((width - LEFT - 12) * place) / Math.max(1, weeks.length - 1)
  const y = (share: number) => 10 + (HEIGHT - BOTTOM - 10) * (1 - share)
  const every = Math.ceil(weeks.length / dates)
  const apart = Math.ceil(weeks.length / abreast)
  return (
    <figure className={styles.chart}>
      <figcaption>{t('chart')}</figcaption>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
        {LINES.map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={width - 12} y1={y(share)} y2={y(share)} />
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
        <text x={LEFT - 14} y={HEIGHT - 28} textAnchor="end">
          {t('checked')}
        </text>
        {weeks.map(({ week, fields: { kind } }, place) =>
          kind.n > 0 && (weeks.length - 1 - place) % apart === 0 ? (
            <text key={week} x={x(place)} y={HEIGHT - 28} textAnchor="middle" data-few={kind.n < FEW}>
              {kind.n}
            </text>
          ) : null,
        )}
        {FIELDS.map((field) => (
          <g key={field} data-field={field}>
            {linesOf(pointsOf(weeks, field)).map(([from, to]) => (
              <line
                key={to.place}
                x1={x(from.place)}
                y1={y(from.share)}
                x2={x(to.place)}
                y2={y(to.share)}
                data-few={from.few || to.few}
              />
            ))}
            {pointsOf(weeks, field).map(({ place, share, few, says }) => (
              <circle key={place} cx={x(place)} cy={y(share)} r="3" data-few={few}>
                <title>{`${day(weeks[place]!.week)} ${t(`field.${field}`)} ${says}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
      <p className={styles.quiet}>{t('chartHint', { count: FEW })}</p>
      <table className={styles.unseen}>
        <caption>{t('chart')}</caption>
        <tbody>
          {weeks.map(({ week, fields }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              {FIELDS.map((field) => (
                <td key={field}>{saysOf(fields[field])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

type Point = { place: number; share: number; few: boolean; says: string }

const saysOf = ({ n, agreed }: { n: number; agreed: number }) =>
  n ? `${percent(agreed, n)} (${agreed}/${n})` : percent(agreed, n)

const pointsOf = (weeks: Weeks, field: JudgedField): Point[] =>
  weeks.flatMap(({ fields }, place) => {
    const { n, agreed } = fields[field]
    return n > 0 ? [{ place, share: agreed / n, few: n < FEW, says: saysOf(fields[field]) }] : []
  })

/** From one point to the next, as long as no week is missing between them. */
const linesOf = (points: readonly Point[]): [Point, Point][] =>
  points.flatMap((to, n): [Point, Point][] => {
    const from = points[n - 1]
    return from && from.place === to.place - 1 ? [[from, to]] : []
  })
