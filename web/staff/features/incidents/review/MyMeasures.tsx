import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDone, useProblem } from '../../../ui/use-problem.ts'
import { WordsDialog } from '../WordsDialog.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import styles from './review.module.css'
import { useFinishMeasure, useMyMeasures } from './review-queries.ts'

/** In 我的待办: what came of incidents and falls to me. */
export function MyMeasures() {
  const { t } = useTranslation('incidents')
  const open = useMyMeasures()
  const [asked, setAsked] = useState<string | null>(null)
  const finish = useFinishMeasure()
  const problem = useProblem()
  const done = useDone()
  if (open.length === 0) return null
  return (
    <section className={styles.mine} aria-labelledby="my-measures">
      <h2 id="my-measures">
        {t('measure.mine')}
        <span>{open.length}</span>
      </h2>
      <ul>
        {open.map((measure) => (
          <li key={measure.id}>
            <div>
              <MeasureLine measure={measure} />
              <Link to="/incidents/$id" params={{ id: measure.incidentId }} search={{ part: 'review' }}>
                {t('measure.of', { number: measure.incidentNumber, title: measure.incidentTitle })}
              </Link>
            </div>
            <Button onClick={() => setAsked(measure.id)}>{t('measure.finish')}</Button>
          </li>
        ))}
      </ul>
      {asked ? (
        <WordsDialog
          title={t('measure.finishTitle')}
          label={t('measure.finishNote')}
          ok={t('measure.finish')}
          shortest={2}
          most={2000}
          busy={finish.isPending}
          send={(note) =>
            finish.mutate(
              { id: asked, note },
              {
                onError: problem,
                onSuccess: () => {
                  setAsked(null)
                  done(t('measure.finished'))
                },
              },
            )
          }
          close={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}
