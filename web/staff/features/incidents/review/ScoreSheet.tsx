import { useTranslation } from 'react-i18next'
import type { DrillScore } from '#contracts/incidents'
import { Ring } from '../../../ui/Meter.tsx'
import styles from './review.module.css'

const GOOD = 0.8
const FAIR = 0.5
type Line = DrillScore['lines'][number]
const toneOf = (share: number) => (share >= GOOD ? 'leaf' : share >= FAIR ? 'amber' : 'cinnabar')

/** How the drill went: what was wanted, what was reached, and the points of each. */
export function ScoreSheet({ score }: { score: DrillScore }) {
  const { t } = useTranslation('incidents')
  const share = score.most ? score.points / score.most : 0
  const shareOf = ({ points, most }: Line) => (most ? points / most : 1)
  // A good sum may hide the one thing that went wrong: that is what is said then.
  const weak = score.lines
    .filter((line) => shareOf(line) < GOOD)
    .toSorted((a, b) => b.most - b.points - (a.most - a.points))
  const weakest = share >= GOOD ? weak[0] : undefined
  return (
    <section className={styles.score} aria-labelledby="drill-score">
      <header>
        <div>
          <Ring share={share} tone={toneOf(share)} size={72} />
          <b>{score.points}</b>
        </div>
        <h2 id="drill-score">
          {t('drill.score', { points: score.points, most: score.most })}
          <small className={styles.verdict}>
            {weakest
              ? t('drill.weakest', { line: t(`drill.line.${weakest.key}`) })
              : t(`drill.verdict.${toneOf(share)}`)}
          </small>
        </h2>
      </header>
      <ul>
        {score.lines.map((line) => {
          const part = line.most ? line.points / line.most : 0
          return (
            <li key={line.key}>
              <span>{t(`drill.line.${line.key}`)}</span>
              <span className={styles.bar} aria-hidden>
                <i data-tone={toneOf(part)} style={{ width: `${part * 100}%` }} />
              </span>
              <b>{t('drill.points', { points: line.points, most: line.most })}</b>
              <small className={styles.told}>
                {t('drill.wanted', { wanted: line.wanted })}
                {t('common:list.then')}
                {t('drill.reached', { reached: line.reached })}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
